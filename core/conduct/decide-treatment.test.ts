import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { given as givenFor } from '#core/record/given.ts';
import { edited } from '#core/study/given.ts';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.studyIn(text);

const past = (...events: readonly ParticipantEvent[]) => givenFor(g.deciderOf(study), ...events);
const give = (dose: string, number: number, on: string): ParticipantCommand => ({
  type: 'give dose',
  dose,
  number,
  on,
});
const injection = (number: number, on: string, planned: string): ParticipantEvent => ({
  type: 'dose given',
  dose: 'il-2-injection',
  number,
  on,
  planned,
  amount: '1000000',
  unit: 'IU',
});

/** Worked example P2: 2×10^6 cells/kg × 63.5 kg = 1.27×10^8 cells. */
test('cells by the weight of the baseline visit, with the weight beside the amount', () => {
  past(...g.randomisedTo(study, 'msc'))
    .when(give('msc-infusion', 1, '2026-06-01'))
    .then({
      type: 'dose given',
      dose: 'msc-infusion',
      number: 1,
      on: '2026-06-01',
      planned: '2026-06-01',
      amount: '127000000',
      unit: '{cells}',
      weight: '63.5 kg',
    });
});

test('the next injection is given, late or early as it may be, beside the day that was planned', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  past(...il2)
    .when(give('il-2-injection', 1, '2026-06-01'))
    .then(injection(1, '2026-06-01', '2026-06-01'));
  past(...il2, injection(1, '2026-06-01', '2026-06-01'))
    .when(give('il-2-injection', 2, '2026-06-04'))
    .then(injection(2, '2026-06-04', '2026-06-03'));
  past(...il2, injection(1, '2026-06-01', '2026-06-01'))
    .when(give('il-2-injection', 1, '2026-06-04'))
    .refuses('dose not due');
});

test('what is due is said, also that nothing is', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  const all = Array.from({ length: 21 }, (_, index) => injection(index + 1, '2026-06-01', '2026-06-01'));
  const answer = (given: readonly ParticipantEvent[], number: number) =>
    g.deciderOf(study).decide(give('il-2-injection', number, '2026-09-01'), g.participantAfter([...il2, ...given]));
  assert.deepEqual(answer([], 5), { refused: 'dose not due', dose: 'il-2-injection', number: 5, next: 1 });
  assert.deepEqual(answer(all, 22), { refused: 'dose not due', dose: 'il-2-injection', number: 22, next: undefined });
});

test('a weight that was not done, or is no number, gives no dose', () => {
  const without = g
    .randomisedTo(study, 'msc')
    .filter((event) => !(event.type === 'section recorded' && event.section === 'body'));
  for (const weight of ['weight not done', 'weight <60 kg', 'weight 0 kg', 'weight 60-65 kg'])
    past(...without, g.section('baseline', 'body', g.entries(weight)))
      .when(give('msc-infusion', 1, '2026-06-01'))
      .refuses('weight missing');
  past(...without, g.section('screening', 'body', g.entries('weight 60 kg')))
    .when(give('msc-infusion', 1, '2026-06-01'))
    .refuses('weight missing');
});

test('treatment ends, the study goes on; participation ends, nothing goes on', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  const stopped: ParticipantEvent = { type: 'treatment discontinued', on: '2026-06-10', why: 'own wish' };
  past(...il2)
    .when({ type: 'discontinue treatment', on: '2026-06-10', why: 'own wish' })
    .then(stopped);
  past(...il2, stopped)
    .when({ type: 'hold visit', visit: 'week 4', on: '2026-06-29' })
    .then(g.held('week 4', '2026-06-29'));
  past(...il2, stopped)
    .when({ type: 'end participation', on: '2026-11-16', how: 'completed' })
    .then({ type: 'participation ended', on: '2026-11-16', how: 'completed' });
  past(g.identified, g.consented)
    .when({ type: 'end participation', on: '2026-05-12', how: 'withdrawn' })
    .then({ type: 'participation ended', on: '2026-05-12', how: 'withdrawn' });
});

/** NCT04318600: monthly infusions, each by the weight of its day. 1×10^6/kg × 60 kg and × 58 kg. */
test('with the weight of each visit, every dose goes by that of the visit on its day', () => {
  const dose =
    'amount: "2000000 {cells}/kg"\n        weight at: baseline\n        suspended in: 30 mL saline\n        times: 1\n';
  const monthly = 'amount: "1000000 {cells}/kg"\n        weight at: each visit\n        on days: [0, 28]\n';
  const weighed = edited(text, '    visits: [screening, baseline]\n', '    visits: [screening, baseline, week 4]\n');
  const each = g.studyIn(edited(weighed, dose, monthly));
  const given = g
    .randomisedTo(each, 'msc')
    .filter((event) => !(event.type === 'section recorded' && event.section === 'body'));
  const first = {
    type: 'dose given',
    dose: 'msc-infusion',
    number: 1,
    on: '2026-06-01',
    planned: '2026-06-01',
    amount: '60000000',
    unit: '{cells}',
    weight: '60 kg',
  } as const;
  const then = (...events: readonly ParticipantEvent[]) => givenFor(g.deciderOf(each), ...given, ...events);
  const atBaseline = g.section('baseline', 'body', g.entries('weight 60 kg'));
  then(atBaseline)
    .when(give('msc-infusion', 1, '2026-06-01'))
    .then(first);
  then(atBaseline, first)
    .when(give('msc-infusion', 2, '2026-06-29'))
    .refuses('weight missing');
  then(atBaseline, first, g.held('week 4', '2026-06-29'), g.section('week 4', 'body', g.entries('weight 58 kg')))
    .when(give('msc-infusion', 2, '2026-06-30'))
    .then({ ...first, number: 2, on: '2026-06-30', planned: '2026-06-29', amount: '58000000', weight: '58 kg' });
});
