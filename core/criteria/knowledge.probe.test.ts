import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Day, readDay, writeDay } from '#core/quantities/civil-date.ts';
import { not } from '#core/quantities/truth.ts';
import { turningDays } from './flips.ts';
import { ask, type ChartFacts, type PlainRecord, truthOf } from './given.ts';

/** What holds of any person: more knowledge settles and never turns an answer round. */
const first: Day = readDay('2026-06-01') ?? 0;
const visits = ['screening', 'baseline', 'week 4', 'week 24'] as const;
const point = fc.constantFrom(...visits);
const comparator = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');
const amount = fc.constantFrom('0.5', '1', '1.2', '2', '3');
const length = fc.constantFrom('0 days', '1 day', '13 days', '2 weeks', '1 month', '6 months', '1 year');

const window = fc.oneof(
  fc
    .tuple(length, fc.constantFrom('before', 'after', 'around'), point)
    .map(([far, side, of]) => `within ${far} ${side} ${of}`),
  fc.tuple(fc.constantFrom('1 to 4 weeks', '2 to 6 months'), point).map(([far, of]) => `within ${far} before ${of}`),
  fc.tuple(length, fc.constantFrom('before', 'after'), point).map(([far, side, of]) => `at least ${far} ${side} ${of}`),
  fc.constantFrom('from screening to week 4', 'from baseline to week 24', 'ever'),
);

const detail = fc.constantFrom(
  'failed',
  'not failed',
  'dose > 10 mg/d',
  'failed and dose >= 10 mg',
  'not (failed or not-tolerated)',
);
const exposure = fc
  .tuple(
    fc.constantFrom('prednisone', 'mycophenolate', 'immunosuppressant', 'mycophenolate, prednisone'),
    detail,
    fc.boolean(),
  )
  .map(([concept, where, asksDetail]) => `${concept}${asksDetail ? ` where (${where})` : ''}`);

const ofNumbers = fc.oneof(
  fc.tuple(point, comparator, amount).map(([at, is, than]) => `creatinine at ${at} ${is} ${than} mg/dL`),
  fc.tuple(point, amount).map(([at, low]) => `creatinine at ${at} between 0.5 mg/dL and ${low} mg/dL`),
  fc
    .tuple(point, fc.constantFrom('> 50%', '>= 25%', '> 0.5 mg/dL'), point)
    .map(([at, by, from]) => `creatinine at ${at} falls by ${by} from ${from}`),
  fc.tuple(point, point).map(([at, of]) => `creatinine at ${at} within 15% of creatinine at ${of}`),
  fc.tuple(point, point, comparator).map(([at, of, is]) => `creatinine at ${at} ${is} 150% of creatinine at ${of}`),
  fc.tuple(point, comparator).map(([at, is]) => `creatinine at ${at} / creatinine at baseline ${is} 1.5`),
  fc.tuple(point, fc.constantFrom('1 x ULN', '2 x LLN')).map(([at, limit]) => `creatinine at ${at} > ${limit}`),
  point.map((at) => `known creatinine at ${at}`),
);
const ofRecords = fc.oneof(
  fc.tuple(exposure, window).map(([of, when]) => `received ${of} ${when}`),
  fc
    .tuple(exposure, window, comparator, fc.nat(3))
    .map(([of, when, is, than]) => `number of ${of} ${when} ${is} ${than}`),
  fc
    .tuple(comparator, fc.constantFrom('100', '290'))
    .map(([is, than]) => `integral of prednisone-equivalent from baseline to week 4 ${is} ${than} mg`),
  fc
    .tuple(fc.constantFrom('latest', 'highest', 'mean'), window, comparator)
    .map(([which, when, is]) => `${which} prednisone-equivalent ${when} ${is} 10 mg/d`),
);
const atom = fc.oneof(ofNumbers, ofRecords);

const record: fc.Arbitrary<PlainRecord> = fc
  .record({
    concept: fc.constantFrom('prednisone', 'mycophenolate'),
    start: fc.integer({ min: -70, max: 200 }),
    lasts: fc.option(fc.nat(90), { nil: undefined }),
    dose: fc.constantFrom('10 mg', '20 mg', '40 mg'),
    everyDays: fc.constantFrom(1, 2),
    failed: fc.boolean(),
    tolerated: fc.boolean(),
  })
  .map(({ concept, start, lasts, dose, everyDays, failed, tolerated }) => ({
    concept,
    start: writeDay(first + start),
    ...(lasts === undefined ? {} : { end: writeDay(first + start + lasts) }),
    dose,
    everyDays,
    attributes: { failed, 'not-tolerated': !tolerated },
  }));

const complete = { medication: '2032-01-01' };
const whole: fc.Arbitrary<ChartFacts> = fc
  .record({
    gaps: fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 160 })),
    creatinine: fc.array(
      fc.oneof(
        fc.integer({ min: 3, max: 35 }).map((n) => `${n / 10} mg/dL`),
        fc.constant('not done'),
      ),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
    history: fc.array(record, { maxLength: 4 }),
  })
  .map(({ gaps: [before, after, later], creatinine, history }) => {
    const days = [first - before, first, first + after, first + after + later];
    return {
      dates: Object.fromEntries(visits.map((visit, index) => [visit, writeDay(days[index] ?? first)])),
      items: Object.fromEntries(
        visits.map((visit, index) => [`creatinine at ${visit}`, creatinine[index] ?? 'not done']),
      ),
      normal: { creatinine: '0.5..1.2' },
      history,
      complete,
    };
  });

const forgotten = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 });

const lessOfRecord = (of: PlainRecord, way: number | undefined): readonly PlainRecord[] => {
  const { dose, ...without } = of;
  if (way === 0) return [{ ...of, start: of.start.slice(0, 7) }];
  if (way === 1) return [{ ...of, start: of.start.slice(0, 4) }];
  if (way === 2 && of.end !== undefined) return [{ ...of, end: of.end.slice(0, 7) }];
  if (way === 3) return [{ ...of, attributes: {} }];
  if (way === 4) return [without];
  return way === 5 && of.concept === 'mycophenolate' ? [{ ...of, concept: 'immunosuppressant' }] : [of];
};

/** The same person, of whom less is known: the way each item, date and record is forgotten stands in `ways`. */
const lessOf = (facts: ChartFacts, ways: readonly number[]): ChartFacts => {
  const [signing = 9, ...others] = ways;
  const items = Object.entries(facts.items ?? {}).flatMap(([item, value], index) => {
    const way = others[index];
    if (way === 0) return [];
    const number = Number.parseFloat(value);
    return [[item, way === 1 && !Number.isNaN(number) ? `<${(number + 0.1).toFixed(1)} mg/dL` : value] as const];
  });
  const dates = Object.entries(facts.dates ?? {}).map(
    ([visit, date], index) => [visit, others[index + 4] === 0 ? date.slice(0, 7) : date] as const,
  );
  const history = (facts.history ?? []).flatMap((of, index) => lessOfRecord(of, others[index + 7]));
  const isUnsigned = signing < 3;
  return {
    ...facts,
    items: Object.fromEntries(items),
    dates: Object.fromEntries(dates),
    history: isUnsigned ? history.slice(1) : history,
    complete: isUnsigned ? {} : complete,
  };
};

const runs = { seed: 20_260_518, numRuns: 1500 };

test('what is decided stays decided, whatever else becomes known', () =>
  fc.assert(
    fc.property(atom, whole, forgotten, (sentence, facts, ways) => {
      const before = truthOf(sentence, lessOf(facts, ways));
      if (before !== 'unknown') assert.equal(truthOf(sentence, facts), before, sentence);
    }),
    runs,
  ));

test('a denial says the opposite, and no answer comes without a reason', () =>
  fc.assert(
    fc.property(atom, whole, forgotten, (sentence, facts, ways) => {
      const proof = ask(sentence, lessOf(facts, ways));
      assert.equal(truthOf(`not (${sentence})`, lessOf(facts, ways)), not(proof.truth), sentence);
      if (proof.truth === 'unknown' && !sentence.includes('creatinine')) assert(proof.missing.length > 0, sentence);
    }),
    runs,
  ));

test('records of other drugs, and the order of all records, change nothing', () =>
  fc.assert(
    fc.property(atom, whole, forgotten, (sentence, facts, ways) => {
      fc.pre(!sentence.includes('immunosuppressant'));
      const known = lessOf(facts, ways);
      const others = [
        { concept: 'rituximab', start: '2026-05' },
        { concept: 'pneumonia', start: '2026-06-02' },
      ];
      const history = [...others, ...(known.history ?? []).toReversed()];
      assert.equal(truthOf(sentence, { ...known, history }), truthOf(sentence, known), sentence);
    }),
    runs,
  ));

/** Tenfold in mg/L, and a thousandth in g; written without a binary fraction. */
const tenfold = (value: string): string => {
  const [sign = '', number = ''] = /^(<?)([\d.]+) mg\/dL$/.exec(value)?.slice(1) ?? [];
  return number === '' ? value : `${sign}${(Number(number) * 10).toFixed(0)} mg/L`;
};

test('the unit of entry changes nothing', () =>
  fc.assert(
    fc.property(atom, whole, forgotten, (sentence, facts, ways) => {
      const known = lessOf(facts, ways);
      const items = Object.fromEntries(
        Object.entries(known.items ?? {}).map(([item, value]) => [item, tenfold(value)]),
      );
      const history = (known.history ?? []).map(({ dose, ...of }) =>
        dose === undefined ? of : { ...of, dose: `0.0${dose.replace('0 mg', '')} g` },
      );
      assert.equal(truthOf(sentence, { ...known, items, history }), truthOf(sentence, known), sentence);
    }),
    runs,
  ));

/** Dates may be known in part; the details of every record are, and none is asked how long it lasted. */
test('on the day of change a window answers otherwise, and not on the day before', () =>
  fc.assert(
    fc.property(
      exposure,
      length,
      fc.boolean(),
      whole,
      fc.nat(3),
      fc.integer({ min: -30, max: 200 }),
      (of, far, isDenied, facts, way, after) => {
        const sentence = `${isDenied ? 'not ' : ''}received ${of} within ${far} before screening`;
        const history = (facts.history ?? []).flatMap((each) => lessOfRecord(each, way === 3 ? undefined : way));
        const screened = (day: Day): ChartFacts => ({ dates: { screening: writeDay(day) }, history, complete });
        const today = ask(sentence, screened(first + after));
        const [day] = turningDays(today);
        if (day === undefined) return;
        assert.equal(truthOf(sentence, screened(day)), not(today.truth), sentence);
        assert.notEqual(truthOf(sentence, screened(day - 1)), not(today.truth), sentence);
      },
    ),
    runs,
  ));
