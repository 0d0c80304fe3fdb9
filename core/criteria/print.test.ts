import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { conditionOf, formulaOf, lexicon, points, withoutSpans } from './given.ts';
import { printCondition, printFormula, printValue } from './print.ts';
import { isUnreadable, readFormula, readRule } from './read.ts';
import type { Condition, FirstPoint, MeasureAt, Point, RecordCondition, RecordQuery, Value, Window } from './syntax.ts';

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

const window: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ kind: 'ever' }),
  fc.record({ kind: fc.constant('from-to' as const), from: named, to: named }),
  fc.record({
    kind: fc.constant('within' as const),
    most: fc.record({ count: fc.nat(200), unit: fc.constantFrom('day', 'week', 'month', 'year') }),
    direction: fc.constantFrom('before' as const, 'after' as const, 'around' as const),
    point: named,
  }),
);

const { where } = fc.letrec<{ where: RecordCondition }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({
      kind: fc.constant('attribute' as const),
      attribute: fc.constantFrom('severe', 'active', 'iv-antibiotics'),
      span: fc.constant(span),
    }),
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
    ),
    concepts: conceptsList,
    otherThan: fc.oneof(fc.constant([]), conceptsList),
    where: fc.option(where, { nil: undefined }),
    window,
    counting: fc.constantFrom('counting' as const, 'not counting' as const),
  })
  .map(({ counting, ...query }) => ({
    ...query,
    startsAndStops: query.verb === 'changed dose of' ? counting : undefined,
    span,
  }));

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

const by = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percent: digits }),
  fc.record({ kind: fc.constant('amount' as const), amount: value }),
);
const comparators = fc.constantFrom('<', '<=', '>', '>=', '=', '!=' as const);

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
      fc.record({ ...leaf('comparison'), left: value, comparator: comparators, right: value }),
      fc.record({ ...leaf('between'), value, low: value, high: value }),
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

test('reading what was printed gives the same tree', () =>
  fc.assert(
    fc.property(condition, (tree) => {
      const printed = printCondition(tree);
      const read = readRule(printed, lexicon);
      assert(!isUnreadable(read), `${printed}: ${JSON.stringify(read)}`);
      assert.deepEqual(withoutSpans(read), withoutSpans(tree), printed);
    }),
    { numRuns: 1500, seed: 5_631_717 },
  ));

test('so does reading an endpoint that was printed', () => {
  const time: fc.Arbitrary<FirstPoint> = fc.record({
    kind: fc.constant('first-point' as const),
    from: named,
    to: named,
    where: condition,
    span: fc.constant(span),
  });
  const change: fc.Arbitrary<Value> = fc.record({
    kind: fc.constant('change' as const),
    of: numeric,
    from: named,
    span: fc.constant(span),
  });
  fc.assert(
    fc.property(fc.oneof(time, change), (tree) => {
      const read = readFormula(printFormula(tree), lexicon);
      assert.deepEqual(withoutSpans(read), withoutSpans(tree));
    }),
    { numRuns: 300, seed: 5_631_717 },
  );
});

/** What a person may write, and how it is printed. */
const canonical: readonly (readonly [string, string])[] = [
  ['UPCR<0.5 g/g', 'UPCR < 0.5 g/g'],
  ['UPCR ≤ 0.50 g/g', 'UPCR <= 0.50 g/g'],
  ['  pregnant\n or\tlactating ', 'pregnant or lactating'],
  ['pregnant = yes', 'pregnant'],
  ['pregnant in (yes)', 'pregnant'],
  ['pregnant != yes', 'pregnant != yes'],
  ['urine-hCG in (negative)', 'urine-hCG = negative'],
  ['(pregnant and lactating) or fertile', '(pregnant and lactating) or fertile'],
  ['pregnant and lactating or fertile', '(pregnant and lactating) or fertile'],
  ['(pregnant or lactating) and fertile', '(pregnant or lactating) and fertile'],
  ['(pregnant and lactating) and fertile', '(pregnant and lactating) and fertile'],
  ['pregnant and (lactating and fertile)', 'pregnant and (lactating and fertile)'],
  ['pregnant or (lactating or fertile)', 'pregnant or (lactating or fertile)'],
  ['not (pregnant)', 'not pregnant'],
  ['not (pregnant or lactating)', 'not (pregnant or lactating)'],
  ['not not pregnant', 'not not pregnant'],
  ['((PGA - 1) - 2) > 0', 'PGA - 1 - 2 > 0'],
  ['PGA - (1 - 2) > 0', 'PGA - (1 - 2) > 0'],
  ['PGA + (1 * 2) > 0', 'PGA + 1 * 2 > 0'],
  ['(PGA + 1) * 2 > 0', '(PGA + 1) * 2 > 0'],
  ['PGA / (1 * 2) > 0', 'PGA / (1 * 2) > 0'],
  ['(PGA / 1) * 2 > 0', 'PGA / 1 * 2 > 0'],
  ['50% of (PGA) > 0', '50% of PGA > 0'],
  ['50% of (PGA * 2) > 0', '50% of (PGA * 2) > 0'],
  ['(PGA + 1) between 0 and 1', 'PGA + 1 between 0 and 1'],
  ['received rituximab within 1 weeks before screening', 'received rituximab within 1 week before screening'],
  ['had infection where ((severe)) ever', 'had infection where (severe) ever'],
  ['at least 02 of (pregnant;lactating)', 'at least 2 of (pregnant; lactating)'],
];
for (const [written, expected] of canonical)
  test(`${JSON.stringify(written)} prints ${expected}`, () => {
    assert.equal(printCondition(conditionOf(written)), expected);
  });

test('a value prints by itself', () => {
  const read = formulaOf('change of UPCR at week 4 from baseline');
  assert(read.kind === 'change');
  assert.equal(printValue(read), 'change of UPCR at week 4 from baseline');
});

/** Every text under a key `rule`, wherever it stands. */
const rulesIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => (key === 'rule' ? [String(inner)] : rulesIn(inner)));
};

test('every sentence of trials/nct05631717/study.yaml prints, and prints the same when read again', () => {
  const study: unknown = parse(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));
  const trial = {
    ...lexicon,
    definitions: new Set(['CR', 'PR', 'urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline']),
  };
  const rules = rulesIn(study);
  assert(rules.length >= 28);
  for (const rule of rules) {
    const read = readFormula(rule, trial);
    assert(!isUnreadable(read), rule);
    const printed = printFormula(read);
    const again = readFormula(printed, trial);
    assert.deepEqual(withoutSpans(again), withoutSpans(read));
    assert(!isUnreadable(again));
    assert.equal(printFormula(again), printed);
    const bare = (text: string): string => text.replaceAll(/[\s()]+/g, '');
    assert.equal(bare(printed), bare(rule), 'only blanks and needless parentheses differ');
  }
});
