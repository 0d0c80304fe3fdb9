import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { addRanges, everything, exactly } from '#core/quantities/range.ts';
import { zero } from '#core/quantities/rational.ts';
import { course, rangeText, sittingWith, takes } from './given.ts';
import type { MedicationCourse } from './measure.ts';
import { prednisoneEquivalent, prednisoneEquivalentWithoutPulses } from './prednisone-equivalent.ts';

const over = (
  first: string,
  last: string,
  courses: readonly MedicationCourse[],
  through: string | undefined = '2026-12-31',
  measure = prednisoneEquivalent,
) => {
  const [from, to] = [first, last].map((text) => readDay(text) ?? assert.fail(text));
  assert.ok(measure.accumulate && from !== undefined && to !== undefined);
  return measure.accumulate(sittingWith({}, { medication: takes(courses, through) }), from, to);
};

const rateOn = (day: string, courses: readonly MedicationCourse[]) =>
  prednisoneEquivalent.compute(sittingWith({}, { date: readDate(day), medication: takes(courses, '2026-12-31') }));

const nothing = exactly(zero);
const tapering = [
  course('prednisone', '2026-01-01', '2026-01-14', '40 mg/1x1'),
  course('prednisone', '2026-01-15', '2026-01-28', '30 mg/1x1', 'taper'),
  course('prednisone', '2026-01-29', '2026-06-17', '20 mg/1x1'),
];
const pulsed = [
  course('methylprednisolone', '2026-03-01', '2026-03-31', '16 mg/1x1'),
  course('methylprednisolone', '2026-03-05', '2026-03-07', '500 mg/1x1', 'pulse'),
];
const changed = [
  course('prednisone', '2026-02-01', '2026-02-28', '10 mg/2x1'),
  course('deflazacort', '2026-03-01', '2026-03-10', '6 mg/1x1'),
];

/** Worked examples G1 to G3, with the equivalents of meikle1977. */
test('the cumulative dose: worked examples, and their parts', () => {
  const rows = [
    ['2026-01-01', '2026-06-17', tapering, '[3780'],
    ['2026-01-01', '2026-01-14', tapering, '[560'],
    ['2026-01-14', '2026-01-15', tapering, '[70'],
    ['2026-01-01', '2026-12-31', tapering, '[3780'],
    ['2026-03-01', '2026-03-31', pulsed, '[2495'],
    ['2026-03-05', '2026-03-05', pulsed, '[645'],
    ['2026-02-01', '2026-03-31', changed, '[190'],
    ['2026-02-01', '2026-02-02', changed, '[10'],
    ['2026-02-02', '2026-02-02', changed, '[0'],
    ['2026-01-01', '2026-12-31', [], '[0'],
    ['2026-03-01', '2026-03-02', [course('prednisone', '2026-01-01', 'ongoing', '5 mg/1x3')], '[30'],
    ['2026-03-01', '2026-03-31', [course('prednisone', '2026-03-02', 'single', '40 mg/1x1')], '[40'],
    ['2026-03-01', '2026-03-31', [course('tacrolimus', '2026-03-02', 'ongoing', '2 mg/1x1')], '[0'],
  ] as const;
  for (const [first, last, courses, expected] of rows)
    assert.equal(rangeText(over(first, last, courses)), expected, `${first} ${last} ${courses[0]?.concept}`);
});

test('without pulses: 620 of the 2495 mg of G2', () => {
  const measured = over('2026-03-01', '2026-03-31', pulsed, '2026-12-31', prednisoneEquivalentWithoutPulses);
  assert.equal(rangeText(measured), '[620');
  const sitting = sittingWith({}, { date: readDate('2026-03-05'), medication: takes(pulsed, '2026-12-31') });
  assert.deepEqual(prednisoneEquivalentWithoutPulses.compute(sitting), prednisoneEquivalent.compute(sitting));
});

test('a date known in part leaves bounds of the sum; one that cannot matter does not', () => {
  const since = course('prednisone', '2026-02', 'ongoing', '10 mg/1x1');
  const measured = over('2026-02-01', '2026-03-31', [since]);
  assert.equal(rangeText(measured), '[320..[590');
  assert.equal(measured.status, 'partial');
  assert.deepEqual(measured.missing, [{ kind: 'date', of: 'prednisone of 2026-02', written: '2026-02' }]);
  assert.equal(rangeText(over('2026-03-01', '2026-03-31', [since])), '[310');
  const until = over('2026-02-01', '2026-03-31', [course('prednisone', '2026-02-01', '2026-03', '10 mg/1x1')]);
  assert.equal(rangeText(until), '[290..[590');
  assert.deepEqual(until.missing, [{ kind: 'date', of: 'prednisone of 2026-02-01', written: '2026-03' }]);
  assert.equal(rangeText(over('2026-01-01', '2026-01-31', [since])), '[0');
});

test('a history that is not signed through the last day, or a dose that is not known, leaves nothing', () => {
  const dose = course('glucocorticoid', '2026-01-01', 'ongoing', undefined);
  const rows = [
    [over('2026-01-01', '2026-06-17', tapering, '2026-06-16'), 'source'],
    [over('2026-01-01', '2026-06-17', tapering, ''), 'source'],
    [over('2026-01-01', '2026-06-17', [dose]), 'item'],
    [over('2026-01-02', '2026-01-01', tapering), 'no rule'],
  ] as const;
  for (const [measured, kind] of rows) {
    assert.equal(measured.status, 'not evaluable', kind);
    assert.deepEqual(
      measured.missing.map((each) => each.kind),
      [kind],
    );
  }
  assert.equal(rangeText(over('2025-01-01', '2025-12-31', [dose])), '[0', 'it began later');
});

const anyCourse = fc
  .record({
    drug: fc.constantFrom('prednisone', 'methylprednisolone', 'deflazacort', 'dexamethasone'),
    start: fc.integer({ min: 1, max: 28 }),
    length: fc.integer({ min: 0, max: 60 }),
    amount: fc.integer({ min: 1, max: 80 }),
    every: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ drug, start, length, amount, every }) => {
    const first = readDay(`2026-02-${String(start).padStart(2, '0')}`) ?? assert.fail();
    return course(drug, writeDay(first), writeDay(first + length), `${amount} mg/${every}x1`);
  });
const someCourses = fc.array(anyCourse, { maxLength: 6 });

test('neither the order of courses nor a cut of the span changes the sum', () => {
  fc.assert(
    fc.property(someCourses, fc.integer({ min: 0, max: 120 }), (courses, cut) => {
      const [from, to] = [readDay('2026-02-01') ?? assert.fail(), readDay('2026-06-30') ?? assert.fail()];
      const whole = over('2026-02-01', '2026-06-30', courses);
      assert.equal(rangeText(over('2026-02-01', '2026-06-30', courses.toReversed())), rangeText(whole));
      const before = over(writeDay(from), writeDay(from + cut), courses);
      const after = over(writeDay(from + cut + 1), writeDay(to), courses);
      assert.deepEqual(addRanges(before.range, after.range), whole.range);
    }),
  );
});

test('for courses of every day the sum is that of the daily rates', () => {
  fc.assert(
    fc.property(someCourses, (courses) => {
      const daily = courses.map((each) => (each.dose ? { ...each, dose: { ...each.dose, everyDays: 1 } } : each));
      const from = readDay('2026-02-01') ?? assert.fail();
      const rates = Array.from({ length: 30 }, (_, index) => rateOn(writeDay(from + index), daily));
      const sum = rates.reduce(
        (total, rate) => addRanges(total, rate.kind === 'number' ? rate.range : everything),
        nothing,
      );
      assert.deepEqual(over('2026-02-01', writeDay(from + 29), daily).range, sum);
    }),
  );
});

test('a sum that is known is ok, with its courses; of two courses only the one with open dates is named', () => {
  const since = course('prednisone', '2026-02', 'ongoing', '10 mg/1x1');
  const all = course('deflazacort', '2026-01-01', 'ongoing', '6 mg/1x1');
  const known = over('2026-03-01', '2026-03-31', [all]);
  assert.deepEqual([known.status, known.missing], ['ok', []]);
  assert.deepEqual(
    known.evidence.map(({ what }) => what),
    ['deflazacort'],
  );
  assert.deepEqual(over('2026-02-01', '2026-03-31', [since, all]).missing, [
    { kind: 'date', of: 'prednisone of 2026-02', written: '2026-02' },
  ]);
  assert.deepEqual(over('2026-01-02', '2026-01-01', tapering).missing, [
    { kind: 'no rule', reason: 'nothing lies from 2026-01-02 to 2026-01-01' },
  ]);
});
