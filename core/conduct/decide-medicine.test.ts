import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct03580291');
const past = (...events: readonly ParticipantEvent[]) => given(g.deciderOf(study), ...g.maskedPast(...events));
const handed = { dose: 'mmf-week-1', visit: 'baseline', on: '2026-06-01', units: 14 };
const dispense = (more: Partial<typeof handed> = {}): ParticipantCommand => ({ type: 'dispense', ...handed, ...more });
const bring = (units: number): ParticipantCommand => ({
  type: 'return medicine',
  ...handed,
  visit: 'week 1',
  on: '2026-06-08',
  units,
});
const dispensed: ParticipantEvent = { type: 'medicine dispensed', ...handed };
const week1 = g.held('week 1', '2026-06-08');

test('tablets are handed out at a visit under the name that everybody sees, in either arm', () => {
  past().when(dispense()).then(dispensed);
});

test('what is not used comes back, and never more than was handed out', () => {
  past(dispensed, week1)
    .when(bring(2))
    .then({ type: 'medicine returned', dose: 'mmf-week-1', visit: 'week 1', on: '2026-06-08', units: 2 });
  past(dispensed, week1).when(bring(14)).then({
    type: 'medicine returned',
    dose: 'mmf-week-1',
    visit: 'week 1',
    on: '2026-06-08',
    units: 14,
  });
  past(dispensed, week1).when(bring(15)).refuses('value not accepted');
  past(week1).when(bring(1)).refuses('value not accepted');
});

test('what stands against handing out', () => {
  const stopped: ParticipantEvent = { type: 'treatment discontinued', on: '2026-06-03', why: 'own wish' };
  past(dispensed).when(dispense()).refuses('done already');
  past(stopped).when(dispense()).refuses('treatment discontinued');
  past()
    .when(dispense({ visit: 'week 1' }))
    .refuses('visit not held');
  past()
    .when(dispense({ units: 1.5 }))
    .refuses('value not accepted');
  past()
    .when(dispense({ units: -1 }))
    .refuses('value not accepted');
  past()
    .when(dispense({ dose: 'mmf-placebo-week-1' }))
    .refuses('dose not of this arm');
  past()
    .when(dispense({ on: '2026-05-31' }))
    .refuses('date impossible');
});
