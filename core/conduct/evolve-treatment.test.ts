import assert from 'node:assert/strict';
import test from 'node:test';
import { changeTreatment } from './evolve-treatment.ts';
import { nobody, type Participant } from './participant.ts';
import type { ParticipantEvent } from './trial-event.ts';

type TreatmentEvent = Parameters<typeof changeTreatment>[1];
const on = '2026-06-01';
const after = (...events: readonly TreatmentEvent[]): Participant => {
  let state = nobody;
  events.forEach((event, index) => {
    state = { ...state, ...changeTreatment(state, event, (item) => `#${index + 1}/${item}`) };
  });
  return state;
};
const prepared = (number: number, dose = 'cells'): TreatmentEvent => ({
  type: 'dose prepared',
  dose,
  number,
  on,
  amount: '1',
  unit: 'g',
  lot: 'L-1',
  checkedBy: 'n',
});
const discarded = (number: number, dose = 'cells'): TreatmentEvent => ({
  type: 'dose discarded',
  dose,
  number,
  on,
  why: 'broke',
});
const handed: Extract<ParticipantEvent, { type: 'medicine dispensed' }> = {
  type: 'medicine dispensed',
  dose: 'tablet',
  visit: 'baseline',
  on,
  units: 20,
};

test('what is discarded stands as prepared no more, and nothing else is touched; it may be prepared again', () => {
  const names = ({ prepared: all }: Participant): readonly string[] =>
    all.map(({ dose, number }) => `${dose} ${number}`);
  assert.deepEqual(names(after(prepared(1), prepared(2), prepared(1, 'sham'), discarded(1))), ['cells 2', 'sham 1']);
  assert.deepEqual(names(after(prepared(1), discarded(1), prepared(1))), ['cells 1']);
  assert.equal(after(prepared(1), discarded(1), prepared(1)).prepared[0]?.record, '#3/cells.1');
});

test('medicine in kits says how many; other medicine does not', () => {
  assert.deepEqual(after({ ...handed, kits: 2 }).dispensed, [
    { dose: 'tablet', visit: 'baseline', on, units: 20, kits: 2, record: '#1/tablet' },
  ]);
  assert.equal('kits' in (after(handed).dispensed[0] ?? {}), false);
  assert.deepEqual(after(handed, { ...handed, type: 'medicine returned', units: 3 }).returned, [
    { dose: 'tablet', visit: 'baseline', on, units: 3, record: '#2/tablet' },
  ]);
});

test('allocation is by a slot or by assignment, and the arm is told by itself', () => {
  const slot = after({ type: 'participant randomised', on, slot: 3, stratum: 'all' });
  assert.deepEqual(slot.allocated, { on, record: '#1/randomised', slot: { number: 3, stratum: 'all' } });
  assert.equal(slot.arm, undefined);
  assert.equal(after({ type: 'participant assigned', on }).allocated?.slot, undefined);
  assert.equal(after({ type: 'assignment disclosed', arm: 'cells' }).arm, 'cells');
});
