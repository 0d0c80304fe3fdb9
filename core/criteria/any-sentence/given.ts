import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexicon, points } from '../given.ts';
import type {
  Classification,
  Condition,
  FirstPoint,
  Formula,
  MeasureAt,
  Point,
  RecordCondition,
  RecordQuery,
  Value,
  Window,
} from '../syntax.ts';

const span = { start: 0, end: 0 };

const named: fc.Arbitrary<Point> = fc.constantFrom(...points).map((name) => ({ kind: 'named', name }));
const point: fc.Arbitrary<Point> = fc.oneof(named, fc.constant<Point>({ kind: 'here' }));

const measuresOf = (...kinds: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...[...lexicon.measures.values()].filter(({ value }) => kinds.includes(value.kind)).map(({ id }) => id),
  );

const measureAt = (measure: fc.Arbitrary<string>): fc.Arbitrary<MeasureAt> =>
  fc.record({ kind: fc.constant('measure' as const), measure, point, span: fc.constant(span) });

const numeric = measureAt(measuresOf('quantity', 'score', 'profile'));
const digits = fc.oneof(
  fc.nat(500).map(String),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
);
const unit = fc.constantFrom(undefined, 'mg/dL', 'g/g', 'g/24h', '10^9/L', 'years', '{cells}/kg', 'g/(24.h)');

const comparators = fc.constantFrom('<', '<=', '>', '>=', '=', '!=' as const);
const calendar = fc.constantFrom('day', 'week', 'month', 'year' as const);
const duration = fc.record({ count: fc.nat(200), unit: calendar });
const side = fc.constantFrom('before' as const, 'after' as const);

const stretch: fc.Arbitrary<Window> = fc
  .record({ least: fc.nat(99), longer: fc.integer({ min: 1, max: 99 }), unit: calendar, direction: side, point })
  .map(({ least, longer, unit: of, direction, point: anchor }) => ({
    kind: 'within',
    least: { count: least, unit: of },
    most: { count: least + longer, unit: of },
    direction,
    point: anchor,
  }));

/** Windows in which a reading may be chosen: more than one day. */
const manyDays: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ kind: 'ever' }),
  fc.record({ kind: fc.constant('from-to' as const), from: named, to: point }),
  fc.record({
    kind: fc.constant('within' as const),
    least: fc.constant(undefined),
    most: duration,
    direction: fc.constantFrom('before' as const, 'after' as const, 'around' as const),
    point,
  }),
  stretch,
  fc.record({ kind: fc.constant('beyond' as const), least: duration, direction: side, point }),
);
const window: fc.Arbitrary<Window> = fc.oneof(manyDays, fc.record({ kind: fc.constant('on' as const), point }));

const { where } = fc.letrec<{ where: RecordCondition }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({
      kind: fc.constant('attribute' as const),
      attribute: fc.constantFrom('severe', 'active', 'iv-antibiotics'),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('dose' as const),
      comparator: comparators,
      written: digits,
      unit: fc.constantFrom('mg/d', 'g', 'g/m2'),
      span: fc.constant(span),
    }),
    fc.record({ kind: fc.constant('lasting' as const), least: duration, span: fc.constant(span) }),
    fc.record({ kind: fc.constant('not' as const), term: tie('where'), span: fc.constant(span) }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      terms: fc.array(tie('where'), { minLength: 2, maxLength: 3 }),
      span: fc.constant(span),
    }),
  ),
}));

const conceptsList = fc.array(fc.constantFrom('infection', 'pneumonia', 'tuberculosis'), {
  minLength: 1,
  maxLength: 3,
});
const records: fc.Arbitrary<RecordQuery> = fc
  .record({
    kind: fc.constant('records' as const),
    verb: fc.constantFrom(
      'received' as const,
      'takes' as const,
      'had' as const,
      'has' as const,
      'changed dose of' as const,
      'reduced dose of' as const,
      'raised dose of' as const,
    ),
    concepts: conceptsList,
    otherThan: fc.oneof(fc.constant([]), conceptsList),
    where: fc.option(where, { nil: undefined }),
    window,
    counting: fc.constantFrom('counting' as const, 'not counting' as const),
  })
  .map(({ counting, ...query }) => ({
    ...query,
    startsAndStops: query.verb.endsWith('dose of') ? counting : undefined,
    span,
  }));

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ kind: fc.constant('number' as const), written: digits, unit, span: fc.constant(span) }),
    numeric,
    fc.record({ kind: fc.constant('change' as const), of: numeric, from: named, span: fc.constant(span) }),
    fc.record({
      kind: fc.constant('new-grades' as const),
      grade: fc.constantFrom('A', 'B'),
      of: numeric,
      from: named,
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('limit' as const),
      times: digits,
      bound: fc.constantFrom('ULN' as const, 'LLN' as const),
      of: numeric,
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('reading' as const),
      choice: fc.constantFrom('latest', 'first', 'highest', 'lowest', 'mean' as const),
      measure: measuresOf('quantity', 'score'),
      window: manyDays,
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('integral' as const),
      measure: measuresOf('quantity', 'score'),
      from: named,
      to: named,
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('record-count' as const),
      of: records.map((query): RecordQuery => ({ ...query, verb: 'had', startsAndStops: undefined })),
      span: fc.constant(span),
    }),
    fc.record({ kind: fc.constant('percent-of' as const), percent: digits, of: tie('value'), span: fc.constant(span) }),
    fc.record({
      kind: fc.constant('sum' as const),
      operator: fc.constantFrom('+' as const, '-' as const),
      left: tie('value'),
      right: tie('value'),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('product' as const),
      operator: fc.constantFrom('*' as const, '/' as const),
      left: tie('value'),
      right: tie('value'),
      span: fc.constant(span),
    }),
  ),
}));

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((written) => written.replaceAll(/["\p{Cc}]/gu, 'x'))
  .filter((written) => written.trim() !== '');

const level: fc.Arbitrary<Condition> = fc
  .record({
    value: measureAt(measuresOf('level')),
    picks: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    negated: fc.boolean(),
  })
  .map(({ value: asked, picks, negated }) => {
    const kind = lexicon.measures.get(asked.measure)?.value;
    assert(kind?.kind === 'level');
    const levels = picks.map((first) => kind.levels[first ? 0 : 1] ?? '');
    return { kind: 'level', value: asked, levels, negated: negated && levels.length === 1, span };
  });

/** A percentage of nothing may stand on the right of a comparison and nowhere else. */
const limit: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: value },
  fc.record({
    kind: fc.constant('number' as const),
    written: digits,
    unit: fc.constant('%'),
    span: fc.constant(span),
  }),
);

const setTest: fc.Arbitrary<Condition> = fc
  .record({
    measure: measuresOf('set'),
    point,
    test: fc.constantFrom('any', 'all', 'none', 'only' as const),
    picks: fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }),
  })
  .map(({ measure, point: at, test, picks }) => {
    const kind = lexicon.measures.get(measure)?.value;
    assert(kind?.kind === 'set');
    const asked: MeasureAt = { kind: 'measure', measure, point: at, span };
    return { kind: 'set', value: asked, test, levels: picks.map((index) => kind.levels[index] ?? ''), span };
  });

/** Two points with a visit between them, and those visits. */
const stretches: readonly (readonly [string, string, readonly string[]])[] = [
  ['consent', 'screening', ['screening']],
  ['screening', 'week 4', ['screening', 'baseline', 'week 4']],
  ['baseline', 'week 24', ['baseline', 'week 4', 'week 24']],
  ['week 4', 'week 4', ['week 4']],
];

/** A condition that asks no points of its own, as the inside of one that does must be. */
const flat: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('judgement' as const), text, point, span: fc.constant(span) }),
  fc.record({
    kind: fc.constant('comparison' as const),
    left: value,
    comparator: comparators,
    right: value,
    span: fc.constant(span),
  }),
  fc.record({
    kind: fc.constant('reference' as const),
    definition: fc.constantFrom('CR', 'low-protein'),
    point,
    span: fc.constant(span),
  }),
);

const atPoints: fc.Arbitrary<Condition> = fc
  .record({
    kind: fc.constantFrom('any-point' as const, 'every-point' as const),
    stretch: fc.constantFrom(...stretches),
    inner: fc.oneof(
      flat,
      fc.record({ kind: fc.constant('and' as const), terms: fc.tuple(flat, flat), span: fc.constant(span) }),
    ),
  })
  .map(({ kind, stretch: [from, to, visits], inner }) => ({
    kind,
    from: { kind: 'named', name: from },
    to: { kind: 'named', name: to },
    visits,
    where: inner,
    span,
  }));

const by = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percent: digits }),
  fc.record({ kind: fc.constant('amount' as const), amount: value }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const terms = (minLength: number) => fc.array(tie('condition'), { minLength, maxLength: 3 });
  const leaf = <K extends string>(kind: K) => ({ kind: fc.constant(kind), span: fc.constant(span) });
  return {
    condition: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.record({ ...leaf('judgement'), text, point }),
      fc.record({ ...leaf('undefined'), reason: text }),
      fc.record({ ...leaf('reached'), point: named }),
      fc.record({ ...leaf('reference'), definition: fc.constantFrom('CR', 'low-protein'), point }),
      records,
      level,
      setTest,
      atPoints,
      fc.record({ ...leaf('known'), value: measureAt(fc.constantFrom(...lexicon.measures.keys())) }),
      fc.record({ ...leaf('comparison'), left: value, comparator: comparators, right: limit }),
      fc.record({ ...leaf('between'), value, low: limit, high: limit }),
      fc.record({ ...leaf('tolerance'), value, percent: digits, of: value }),
      fc.record({
        ...leaf('trend'),
        value: numeric,
        direction: fc.constantFrom('falls' as const, 'rises' as const),
        comparator: fc.constantFrom('>' as const, '>=' as const),
        by,
        from: named,
      }),
      fc.record({ ...leaf('not'), term: tie('condition') }),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), terms: terms(2), span: fc.constant(span) }),
      fc.record({
        kind: fc.constantFrom('any-available' as const, 'first-available' as const),
        terms: terms(1),
        span: fc.constant(span),
      }),
      fc.record({ ...leaf('at-least'), count: fc.nat(4), terms: terms(1) }),
      fc.record({ ...leaf('if'), test: tie('condition'), consequence: tie('condition'), otherwise: tie('condition') }),
    ),
  };
});

const time: fc.Arbitrary<FirstPoint> = fc.record({
  kind: fc.constant('first-point' as const),
  from: named,
  to: named,
  where: condition,
  span: fc.constant(span),
});

const classification: fc.Arbitrary<Classification> = fc.record({
  kind: fc.constant('classify' as const),
  classes: fc.array(fc.record({ label: text, where: condition }), { minLength: 1, maxLength: 3 }),
  otherwise: fc.option(text, { nil: undefined }),
  span: fc.constant(span),
});

/** Any condition of the language, over every construct of the grammar; it need not pass the check. */
export const anyCondition: fc.Arbitrary<Condition> = condition;

/** Any sentence: a condition, a value, a time or a class. */
export const anyFormula: fc.Arbitrary<Formula> = fc.oneof(
  { weight: 4, arbitrary: condition },
  { weight: 2, arbitrary: value },
  time,
  classification,
);
