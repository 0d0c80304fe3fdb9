import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeRational } from '#core/quantities/decimal.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { divide, multiply, rational } from '#core/quantities/rational.ts';
import { course, rangeText, sittingWith, takes } from './given.ts';
import type { MedicationCourse } from './measure.ts';
import { dailyRate, equivalence, prednisoneEquivalent } from './prednisone-equivalent.ts';

const on = (day: string, courses: readonly MedicationCourse[], through: string | undefined = '2026-12-31') =>
  prednisoneEquivalent.compute(
    sittingWith({}, { point: 'week 24', date: readDate(day), medication: takes(courses, through) }),
  );

/** mg equivalent to 5 mg of prednisone, of meikle1977 and the tables that follow it. */
test('each drug by its equivalent dose', () => {
  const rows = [
    ['prednisone', 5],
    ['prednisolone', 5],
    ['methylprednisolone', 4],
    ['triamcinolone', 4],
    ['hydrocortisone', 20],
    ['cortisone', 25],
    ['dexamethasone', 0.75],
    ['betamethasone', 0.6],
    ['deflazacort', 6],
  ] as const;
  assert.deepEqual(
    [...equivalence.keys()],
    rows.map(([drug]) => drug),
  );
  for (const [drug, equivalent] of rows) {
    const amount = writeRational(multiply(rational(equivalent * 100, 100), rational(3)), 4);
    assert.equal(rangeText(on('2026-05-18', [course(drug, '2026-01-01', 'ongoing', `${amount} mg/1x1`)])), '[15', drug);
  }
});

test('the rate on a day: alternate days count half, overlaps add, pulses do not count', () => {
  const alternate = course('prednisone', '2026-02-01', '2026-02-28', '10 mg/2x1');
  const methyl = course('methylprednisolone', '2026-01-01', '2026-05-31', '16 mg/1x1');
  const deflazacort = course('deflazacort', '2026-03-01', '2026-03-10', '6 mg/1x1');
  const pulse = course('methylprednisolone', '2026-02-10', '2026-02-12', '500 mg/1x1', 'pulse');
  const rows = [
    ['2026-02-15', [alternate], '[5'],
    ['2026-02-28', [alternate], '[5'],
    ['2026-03-01', [alternate], '[0'],
    ['2026-01-31', [alternate], '[0'],
    ['2026-02-15', [methyl], '[20'],
    ['2026-02-15', [alternate, methyl], '[25'],
    ['2026-02-11', [pulse], '[0'],
    ['2026-02-11', [methyl, pulse], '[20'],
    ['2026-03-05', [alternate, deflazacort], '[5'],
    ['2026-05-18', [course('prednisone', '2026-05-18', 'single', '40 mg/1x1')], '[40'],
    ['2026-05-19', [course('prednisone', '2026-05-18', 'single', '40 mg/1x1')], '[0'],
    ['2026-05-18', [course('prednisone', '2026-01-01', 'ongoing', '5 mg/1x3')], '[15'],
    ['2026-05-18', [course('prednisone', '2026-01-01', 'ongoing', '10 mg/1x1', 'taper')], '[10'],
    ['2026-05-18', [course('tacrolimus', '2026-01-01', 'ongoing', '2 mg/1x2')], '[0'],
  ] as const;
  for (const [day, courses, expected] of rows)
    assert.equal(rangeText(on(day, courses)), expected, `${day} ${courses.map((each) => each.concept)}`);
});

test('the unit of the dose is irrelevant', () => {
  for (const dose of ['10 mg/1x1', '0.01 g/1x1', '10000 ug/1x1'])
    assert.equal(rangeText(on('2026-05-18', [course('prednisone', '2026-01-01', 'ongoing', dose)])), '[10', dose);
});

test('nothing is zero unless the history is signed through the day', () => {
  const rows = [
    ['2026-05-18', '[0'],
    ['2026-05-19', '[0'],
    ['2026-05-17', '..'],
    [undefined, '..'],
  ] as const;
  for (const [through, expected] of rows)
    assert.equal(
      rangeText(
        prednisoneEquivalent.compute(sittingWith({}, { date: readDate('2026-05-18'), medication: takes([], through) })),
      ),
      expected,
      through,
    );
  assert.deepEqual(prednisoneEquivalent.compute(sittingWith({}, { medication: takes([], '2026-05-17') })).missing, [
    { kind: 'source', source: 'medication', through: '2026-05-18' },
  ]);
});

test('a dose or a date that is not known leaves the rate unknown, and is named', () => {
  const rows = [
    [course('prednisone', '2026-01-01', 'ongoing', undefined), 'prednisone of 2026-01-01: dose (item)'],
    [course('prednisone', '2026-01-01', 'ongoing', '10 mL/1x1'), 'prednisone of 2026-01-01: dose (item)'],
    [course('prednisone', '2026-01-01', 'ongoing', 'ten mg/1x1'), 'prednisone of 2026-01-01: dose (item)'],
    [course('prednisone', '2026-01-01', 'ongoing', '10 pill/1x1'), 'prednisone of 2026-01-01: dose (item)'],
    [course('prednisone', '2026-05', 'ongoing', '10 mg/1x1'), 'prednisone of 2026-05 (date)'],
    [course('prednisone', '2026-01-01', '2026-05', '10 mg/1x1'), 'prednisone of 2026-01-01 (date)'],
    [course('glucocorticoid', '2026-01-01', 'ongoing', '10 mg/1x1'), 'glucocorticoid of 2026-01-01: dose (item)'],
  ] as const;
  for (const [taken, expected] of rows) {
    const measured = on('2026-05-18', [taken]);
    assert.equal(measured.status, 'not evaluable', expected);
    const [missing] = measured.missing;
    const named = missing?.kind === 'item' ? missing.item : missing?.kind === 'date' ? missing.of : '';
    assert.equal(`${named} (${missing?.kind})`, expected);
  }
});

test('a partial date that cannot matter does not', () => {
  assert.equal(rangeText(on('2026-05-18', [course('prednisone', '2026-03', 'ongoing', '10 mg/1x1')])), '[10');
  assert.equal(rangeText(on('2026-05-18', [course('prednisone', '2025', '2026-04', '10 mg/1x1')])), '[0');
  assert.equal(rangeText(on('2026-05-18', [course('prednisone', '2026-06', 'ongoing', '10 mg/1x1')])), '[0');
  assert.equal(rangeText(on('2026-05-18', [course('prednisone', '2026-06', 'ongoing', undefined)])), '[0');
});

test('a point without a whole date has no rate', () => {
  for (const date of [undefined, readDate('2026-05')]) {
    const measured = prednisoneEquivalent.compute(sittingWith({}, { date, medication: takes([], '2026-12-31') }));
    assert.equal(measured.missing[0]?.kind, 'date');
  }
});

test('an average rate is amount times administrations over days, exactly', () => {
  const count = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(count, count, count, (amount, every, times) => {
      const rate = dailyRate(course('prednisone', '2026-01-01', 'ongoing', `${amount} mg/${every}x${times}`));
      assert.deepEqual(rate, divide(rational(amount * times), rational(every)));
    }),
  );
  assert.equal(dailyRate(course('tacrolimus', '2026-01-01', 'ongoing', '2 mg/1x1')), undefined);
});

test('the evidence names each course that counts', () => {
  const measured = on('2026-05-18', [course('prednisone', '2026-01-01', 'ongoing', '10 mg/2x1')]);
  assert.deepEqual(measured.evidence, [
    {
      record: 'record of prednisone',
      what: 'prednisone',
      written: '10 mg every 2 days, 1 a day, from 2026-01-01',
      date: '2026-01-01',
    },
  ]);
  assert.equal(prednisoneEquivalent.explain(measured), 'prednisone equivalent 5 mg/d');
});

test('what is missing is told in full: the dose, and the date that is open', () => {
  const noDose = on('2026-05-18', [course('prednisone', '2026-01-01', 'ongoing', undefined)]);
  const dose = 'prednisone of 2026-01-01: dose';
  assert.deepEqual(noDose.missing, [{ kind: 'item', item: dose, point: '', why: 'not recorded' }]);
  const start = on('2026-05-18', [course('prednisone', '2026-05', '2026-12-31', '10 mg/1x1')]);
  assert.deepEqual(start.missing, [{ kind: 'date', of: 'prednisone of 2026-05', written: '2026-05' }]);
  const known = on('2026-05-18', [course('prednisone', '2026-01-01', 'ongoing', '10 mg/1x1')]);
  assert.deepEqual([known.status, known.missing], ['ok', []]);
});
