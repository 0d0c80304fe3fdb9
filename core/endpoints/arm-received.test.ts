import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { armReceived, hasTreatment } from './arm-received.ts';

const open = g.shipped('nct05631717');
const given = (dose: string, number = 1, on = '2026-06-01'): ParticipantEvent => ({
  type: 'dose given',
  dose,
  number,
  on,
  planned: on,
  amount: '1',
  unit: '{cells}',
});
const inOpen = (arm: string, ...doses: readonly ParticipantEvent[]) =>
  armReceived(open, g.participantAfter(g.randomisedTo(open, arm, ...doses)));

// biome-ignore format: one row a line
const rows: readonly (readonly [arm: string, readonly ParticipantEvent[], string])[] = [
  ['msc', [], 'msc'],
  ['msc', [given('msc-infusion')], 'msc'],
  ['msc', [given('il-2-injection')], 'il-2'],
  ['il-2', [given('msc-infusion')], 'msc'],
  // One dose of the own arm is enough, whenever it was.
  ['il-2', [given('msc-infusion'), given('il-2-injection', 2, '2026-06-03')], 'il-2'],
];

for (const [arm, doses, expected] of rows)
  test(`allocated to ${arm}, ${doses.length} doses: ${expected}`, () => assert.equal(inOpen(arm, ...doses), expected));

const masked = g.shipped('nct03673748');
const infused = g.maskedPast(given('cell-infusion'));
const told = (arm: string): ParticipantEvent => ({ type: 'assignment disclosed', arm });
const prepared = (dose: string): ParticipantEvent => ({
  type: 'dose prepared',
  dose,
  number: 1,
  on: '2026-06-01',
  amount: '1',
  unit: '{cells}',
  checkedBy: 'b',
});

test('what looks alike is what was prepared', () => {
  const received = (...sealed: readonly ParticipantEvent[]) =>
    armReceived(masked, g.unmaskedPerson(infused, ...sealed));
  assert.equal(received(told('placebo'), prepared('placebo-infusion')), 'placebo');
  assert.equal(received(told('placebo'), prepared('cell-infusion')), 'cells', 'the wrong bag');
  assert.equal(received(told('cells'), prepared('placebo-infusion')), 'placebo');
  assert.equal(received(), undefined, 'before the arm is told');
});

test('tablets that look alike are those of the allocation', () => {
  const tablets = g.shipped('nct03580291');
  const out: ParticipantEvent = {
    type: 'medicine dispensed',
    dose: 'mmf-week-1',
    visit: 'baseline',
    on: '2026-06-01',
    units: 14,
  };
  for (const arm of ['cells', 'mmf'])
    assert.equal(armReceived(tablets, g.unmaskedPerson(g.maskedPast(out), told(arm))), arm);
});

test('treated is who was given a dose, or medicine for the home', () => {
  assert.equal(hasTreatment(g.participantAfter(g.maskedPast())), false);
  assert.equal(hasTreatment(g.participantAfter(infused)), true);
  const out: ParticipantEvent = {
    type: 'medicine dispensed',
    dose: 'x',
    visit: 'baseline',
    on: '2026-06-01',
    units: 1,
  };
  assert.equal(hasTreatment(g.participantAfter(g.maskedPast(out))), true);
});
