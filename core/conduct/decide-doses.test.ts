import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { given as givenFor } from '#core/record/given.ts';
import { edited } from '#core/study/given.ts';
import type { ParticipantCommand } from './command.ts';
import { evolveSealed } from './evolve-participant.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.shipped('nct05631717');
const masked = g.shipped('nct03673748');

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

const prepare = (lot?: string): ParticipantCommand => ({
  type: 'prepare dose',
  dose: 'cell-infusion',
  number: 1,
  on: '2026-06-01',
  checkedBy: 'nurse-2',
  ...(lot === undefined ? {} : { lot }),
});
const inArm = (arm: string, ...sealed: readonly ParticipantEvent[]) =>
  g.unmaskedPerson(g.maskedPast(), { type: 'assignment disclosed', arm }, ...sealed);

/** 2×10^6 cells/kg × 60 kg; a placebo is 100 mL whatever the weight. */
test('prepared is what the arm gets; given is what everybody sees, the same in both arms', () => {
  const rows = [
    ['cells', { dose: 'cell-infusion', amount: '120000000', unit: '{cells}', weight: '60 kg', lot: 'L-7' }],
    ['placebo', { dose: 'placebo-infusion', amount: '100', unit: 'mL', lot: 'L-7' }],
  ] as const;
  for (const [arm, what] of rows) {
    const person = inArm(arm);
    const prepared = g.deciderOf(masked, 'pharmacist').decide(prepare('L-7'), person);
    const expected = { type: 'dose prepared', number: 1, on: '2026-06-01', checkedBy: 'nurse-2', ...what } as const;
    assert.deepEqual(prepared, [expected]);
    const given = g.deciderOf(masked).decide(give('cell-infusion', 1, '2026-06-01'), evolveSealed(person, expected));
    assert.deepEqual(given, [
      {
        type: 'dose given',
        dose: 'cell-infusion',
        number: 1,
        on: '2026-06-01',
        planned: '2026-06-01',
        amount: '100',
        unit: 'mL',
      },
    ]);
  }
});

test('in a masked trial nothing is given that was not prepared, and nothing is prepared twice', () => {
  assert.deepEqual(g.deciderOf(masked).decide(give('cell-infusion', 1, '2026-06-01'), inArm('cells')), {
    refused: 'dose not prepared',
  });
  const [prepared] = [g.deciderOf(masked, 'pharmacist').decide(prepare(), inArm('cells'))];
  assert.ok(!('refused' in prepared));
  const again = g.deciderOf(masked, 'pharmacist').decide(prepare(), inArm('cells', ...prepared));
  assert.deepEqual(again, { refused: 'done already', what: 'cell-infusion 1' });
});

test('who is masked does not prepare; who prepares does not check', () => {
  assert.deepEqual(g.deciderOf(masked, 'investigator').decide(prepare(), inArm('cells')), {
    refused: 'role may not',
    role: 'investigator',
    act: 'prepare dose',
  });
  for (const checkedBy of ['dr-1', ' ']) {
    const command: ParticipantCommand = {
      type: 'prepare dose',
      dose: 'cell-infusion',
      number: 1,
      on: '2026-06-01',
      checkedBy,
    };
    assert.deepEqual(g.deciderOf(masked, 'pharmacist').decide(command, inArm('cells')), {
      refused: 'second person missing',
    });
  }
});

test('a dose that is missed, with its reason, makes the next one due', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  const miss = (why: string): ParticipantCommand => ({
    type: 'miss dose',
    dose: 'il-2-injection',
    number: 1,
    on: '2026-06-01',
    why,
  });
  past(...il2)
    .when(miss(' '))
    .refuses('reason missing');
  const missed: ParticipantEvent = {
    type: 'dose missed',
    dose: 'il-2-injection',
    number: 1,
    on: '2026-06-01',
    why: 'fever',
  };
  past(...il2)
    .when(miss('fever'))
    .then(missed);
  past(...il2, missed)
    .when(give('il-2-injection', 2, '2026-06-03'))
    .then(injection(2, '2026-06-03', '2026-06-03'));
  past(...il2, missed)
    .when(give('il-2-injection', 1, '2026-06-03'))
    .refuses('dose not due');
});

test('what was prepared and failed is discarded, in both arms alike, and then prepared again', () => {
  const discard = {
    type: 'discard dose',
    dose: 'cell-infusion',
    number: 1,
    on: '2026-06-01',
    why: 'the bag broke',
  } as const;
  for (const [arm, dose] of [
    ['cells', 'cell-infusion'],
    ['placebo', 'placebo-infusion'],
  ] as const) {
    const by = g.deciderOf(masked, 'pharmacist');
    const prepared = by.decide(prepare('L-7'), inArm(arm));
    assert.ok(!('refused' in prepared));
    const gone: ParticipantEvent = { type: 'dose discarded', dose, number: 1, on: '2026-06-01', why: 'the bag broke' };
    assert.deepEqual(by.decide(discard, inArm(arm, ...prepared)), [gone]);
    assert.deepEqual(by.decide(prepare('L-7'), inArm(arm, ...prepared, gone)), prepared);
    const given = g.deciderOf(masked).decide(give('cell-infusion', 1, '2026-06-01'), inArm(arm, ...prepared, gone));
    assert.deepEqual(given, { refused: 'dose not prepared' });
    assert.deepEqual(by.decide(discard, inArm(arm)), { refused: 'dose not prepared' });
    assert.deepEqual(by.decide({ ...discard, why: '' }, inArm(arm, ...prepared)), { refused: 'reason missing' });
    const early = by.decide({ ...discard, on: '2026-05-31' }, inArm(arm, ...prepared));
    assert.deepEqual(early, { refused: 'date impossible', date: '2026-05-31', why: 'before randomisation' });
  }
  const masking = g.deciderOf(masked, 'investigator').decide(discard, inArm('cells'));
  assert.deepEqual(masking, { refused: 'role may not', role: 'investigator', act: 'discard dose' });
});
