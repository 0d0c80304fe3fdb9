import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { findDoseChanges } from './dose-changes.ts';
import { courses, person } from './given.ts';

const study = g.shipped('nct05631717');
const day = (date: string): number => Date.parse(date) / 86_400_000;
const span = { visit: 'week 24', from: day('2026-06-01'), until: day('2026-11-15') };

const given = (dose: string, on: string, amount: string, unit: string): ParticipantEvent => ({
  type: 'dose given',
  dose,
  number: 1,
  on,
  planned: on,
  amount,
  unit,
});

// 63.5 kg at baseline and 2×10^6 cells per kg: 1.27×10^8; ten percent either side is borne.
// biome-ignore format: one row a line
const rows: readonly (readonly [arm: string, ParticipantEvent, ...expected: readonly string[]])[] = [
  ['msc', given('msc-infusion', '2026-06-01', '127000000', '{cells}'), 'msc-infusion 1 changed false'],
  ['msc', given('msc-infusion', '2026-06-01', '114300000', '{cells}'), 'msc-infusion 1 changed false'],
  ['msc', given('msc-infusion', '2026-06-01', '114299999', '{cells}'), 'msc-infusion 1 changed true'],
  ['msc', given('msc-infusion', '2026-06-01', '127', '10^6.{cells}'), 'msc-infusion 1 changed unknown'],
  ['msc', given('msc-infusion', '2026-11-20', '1', '{cells}')],
  ['il-2', given('il-2-injection', '2026-06-01', '500000', 'IU'), 'il-2-injection 1 changed true'],
  ['il-2', given('msc-infusion', '2026-06-01', '127000000', '{cells}'), 'msc-infusion 1 changed unknown'],
];

for (const [arm, event, ...expected] of rows)
  test(`${arm}, ${JSON.stringify(event)}: ${expected.join() || 'outside the span'}`, () => {
    const someone = person(study, 'P-001', arm, { ...courses.complete, more: [event] });
    const found = findDoseChanges(someone, study, span);
    assert.deepEqual(
      found.map(({ what, happened }) => `${what} ${happened}`),
      expected,
    );
    for (const { happened, missing, records } of found) {
      assert.equal(missing.length, happened === 'unknown' ? 1 : 0);
      assert.equal(records.length, 1);
    }
  });

test('an infusion that looks like another goes by what was prepared for it', () => {
  const masked = g.shipped('nct03673748');
  const infusion = given('cell-infusion', '2026-06-01', '100', 'mL');
  const prepared = (amount: string): ParticipantEvent => ({
    type: 'dose prepared',
    dose: 'cell-infusion',
    number: 1,
    on: '2026-06-01',
    amount,
    unit: '{cells}',
    checkedBy: 'b',
  });
  const changed = (...sealed: readonly ParticipantEvent[]) =>
    findDoseChanges(g.unmaskedPerson(g.maskedPast(infusion), ...sealed), masked, span).map(({ happened }) => happened);
  const told: ParticipantEvent = { type: 'assignment disclosed', arm: 'cells' };
  assert.deepEqual(changed(told, prepared('120000000')), ['false'], '60 kg and 2×10^6 per kg');
  assert.deepEqual(changed(told, prepared('60000000')), ['true']);
  assert.deepEqual(changed(told), ['unknown'], 'nothing says what was in it');
  assert.deepEqual(changed(), ['unknown'], 'the arm is not told');
});
