import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { type AllocationState, evolveAllocation, noAllocation } from './allocation-state.ts';
import { decideAssignment } from './assign.ts';
import type { ParticipantCommand } from './command.ts';
import { decideParticipant } from './decide-participant.ts';
import { decideStudy } from './decide-study.ts';
import { precedence } from './first-refusal.ts';
import * as g from './given.ts';
import { shipped, studyIn } from './given.ts';
import * as l from './lots/given.ts';
import { foldLot } from './lots/lot.ts';
import type { LotCommand } from './lots/lot-command.ts';
import type { LotEvent } from './lots/lot-event.ts';
import { supplyDose } from './lots/supply-dose.ts';
import { decideRandomisation } from './randomise.ts';
import { isRefusal } from './refusal.ts';
import type { StudyCommand } from './study-command.ts';
import { noStudy, type StudyState } from './study-state.ts';
import type { ParticipantEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
/** The trial, which admits adults alone, with a section on consent. */
const study = studyIn(`${text}\nconsent: { of age: 18, assent from: 15 }\n`);

type Refused = (typeof precedence)[number];
const produced = new Set<Refused>();
const refusedIn = (answer: unknown): string => {
  if (!isRefusal(answer)) return JSON.stringify(answer);
  produced.add(answer.refused);
  return answer.refused;
};

const screened = g.screened(study);
const assessed = [...screened, g.assessedEligible];
const enrolled = [...assessed, g.enrolled];
const onIl2 = g.randomisedTo(study, 'il-2');
const onMsc = g.randomisedTo(study, 'msc');
const stopped: ParticipantEvent = { type: 'treatment discontinued', on: '2026-06-10', why: 'own wish' };
const ended: ParticipantEvent = { type: 'participation ended', on: '2026-06-10', how: 'withdrawn' };
const declined: ParticipantEvent = { type: 'participant declined', on: '2026-05-11' };
const asked = (verdict: 'not eligible' | 'needs information'): ParticipantEvent => ({
  type: 'eligibility assessed',
  on: '2026-05-20',
  verdict,
  found: [{ criterion: 'I3', result: verdict === 'not eligible' ? 'fails' : 'not known', because: [] }],
});
const entry = (written: string) =>
  ({ type: 'record section', visit: 'screening', section: 'kidney', items: g.entries(written) }) as const;
const correct = (replaces: string, written: string, reason: string): ParticipantCommand => {
  const [item] = g.entries(written);
  return { type: 'correct item', visit: 'screening', replaces, entry: item ?? { item: '', value: '' }, reason };
};
const judge = (text: string, visit = 'screening'): ParticipantCommand => ({
  type: 'record judgements',
  visit,
  answers: [{ text, answer: 'no' }],
});
const course = (more: object): ParticipantCommand => ({
  type: 'record history',
  records: [{ source: 'medication', concept: 'prednisone', start: '2026-01-01', end: 'ongoing', ...more }],
});
const dose = (amount: string, unit: string, everyDays: number, timesADay: number) => ({
  dose: { amount, unit, everyDays, timesADay },
});
const give = (name: string, number: number, on: string): ParticipantCommand => ({
  type: 'give dose',
  dose: name,
  number,
  on,
});
const surgery = 'major surgery needed during the study at an unacceptable risk';

type Row = readonly [
  what: string,
  past: readonly ParticipantEvent[],
  command: ParticipantCommand,
  refused: Refused,
  role?: string,
];
/** One refusal a row. Where a row says "before", the command violates the later one too. */
const rows: readonly Row[] = [
  ['identify: role before all', [], { type: 'identify', participant: 'P-001', site: 'x' }, 'role may not', 'sponsor'],
  [
    'identify: a role that is no role',
    [],
    { type: 'identify', participant: 'P-001', site: 'nanjing' },
    'role may not',
    'constructor',
  ],
  [
    'identify: exists before site',
    [g.identified],
    { type: 'identify', participant: 'P-001', site: 'x' },
    'participant exists',
  ],
  [
    'identify: exists before ended',
    [g.identified, g.consented, ended],
    { type: 'identify', participant: 'P-001', site: 'nanjing' },
    'participant exists',
  ],
  ['identify: site', [], { type: 'identify', participant: 'P-001', site: 'x' }, 'site unknown'],
  ['decline: unknown person', [], { type: 'decline', on: '2026-05-11' }, 'participant unknown'],
  [
    'decline: after consent, before date',
    [g.identified, g.consented],
    { type: 'decline', on: 'never' },
    'done already',
  ],
  ['decline: date', [g.identified], { type: 'decline', on: '2026-02-30' }, 'date impossible'],
  ['decline: twice', [g.identified, declined], { type: 'decline', on: '2026-05-11' }, 'participation ended'],
  [
    'consent: after declining',
    [g.identified, declined],
    { type: 'give consent', on: '2026-05-11', version: '1' },
    'participation ended',
  ],
  [
    'consent: twice before date',
    [g.identified, g.consented],
    { type: 'give consent', on: 'never', version: '1' },
    'done already',
  ],
  [
    'consent: in the future',
    [g.identified],
    { type: 'give consent', on: '2027-06-02', version: '1' },
    'date impossible',
  ],
  [
    'consent: before birth',
    [g.identified, g.described],
    { type: 'give consent', on: '1990-06-14', version: '1' },
    'date impossible',
  ],
  [
    'consent: not by a coordinator',
    [g.identified],
    { type: 'give consent', on: '2026-05-11', version: '1' },
    'role may not',
    'coordinator',
  ],
  [
    'describe: twice',
    [g.identified, g.described],
    { type: 'describe', born: '1990-06-15', sex: 'male' },
    'done already',
  ],
  ['describe: no date', [g.identified], { type: 'describe', born: '15/06/1990', sex: 'male' }, 'date impossible'],
  ['describe: a future month', [g.identified], { type: 'describe', born: '2027-07', sex: 'male' }, 'date impossible'],
  [
    'describe: after consent',
    [g.identified, g.consented],
    { type: 'describe', born: '2026-06', sex: 'male' },
    'date impossible',
  ],
  [
    'hold visit: consent before name',
    [g.identified],
    { type: 'hold visit', visit: 'x', on: 'never' },
    'consent missing',
  ],
  [
    'hold visit: done before date',
    [...screened],
    { type: 'hold visit', visit: 'screening', on: 'never' },
    'done already',
  ],
  [
    'hold visit: date before name',
    [g.identified, g.consented],
    { type: 'hold visit', visit: 'screning', on: 'never' },
    'date impossible',
  ],
  [
    'hold visit: before consent',
    [g.identified, g.consented],
    { type: 'hold visit', visit: 'screening', on: '2026-05-10' },
    'date impossible',
  ],
  [
    'hold visit: name',
    [g.identified, g.consented],
    { type: 'hold visit', visit: 'screning', on: '2026-05-18' },
    'name unknown',
  ],
  ['miss visit: consent', [g.identified], { type: 'miss visit', visit: 'screening' }, 'consent missing'],
  ['miss visit: done', screened, { type: 'miss visit', visit: 'screening' }, 'done already'],
  ['miss visit: name', screened, { type: 'miss visit', visit: 'week 42' }, 'name unknown'],
  ['section: consent before held', [g.identified], entry('UPCR 1 g/g'), 'consent missing'],
  ['section: recorded before value', screened, entry('UPCR high g/g'), 'done already'],
  [
    'section: an item twice',
    [g.identified, g.consented, g.screeningHeld],
    { ...entry('UPCR 1 g/g'), items: g.entries('UPCR 1 g/g', 'UPCR 2 g/g') },
    'done already',
  ],
  ['section: visit', [g.identified, g.consented], { ...entry('UPCR 1 g/g'), visit: 'x' }, 'name unknown'],
  [
    'section: section of another visit',
    [g.identified, g.consented, g.held('week 4', '2026-06-29')],
    { type: 'record section', visit: 'week 4', section: 'body', items: g.entries('weight 60 kg') },
    'name unknown',
  ],
  [
    'section: item of another section',
    [g.identified, g.consented, g.screeningHeld],
    entry('weight 60 kg'),
    'name unknown',
  ],
  [
    'section: name of one item before value of another',
    [g.identified, g.consented, g.screeningHeld],
    { ...entry('UPCR 1 g/g'), items: g.entries('UPCR high g/g', 'upcr 1 g/g') },
    'name unknown',
  ],
  [
    'section: value before unit',
    [g.identified, g.consented, g.screeningHeld],
    entry('UPCR high mg/dL'),
    'value not accepted',
  ],
  [
    'section: below zero',
    [g.identified, g.consented, g.screeningHeld],
    entry('creatinine -1 mg/dL'),
    'value not accepted',
  ],
  ['section: unit', [g.identified, g.consented, g.screeningHeld], entry('creatinine 1 g/L'), 'unit not accepted'],
  ['section: unit missing', [g.identified, g.consented, g.screeningHeld], entry('creatinine 1'), 'unit not accepted'],
  [
    'section: visit missed',
    [g.identified, g.consented, { type: 'visit missed', visit: 'screening' }],
    entry('UPCR 1 g/g'),
    'visit not held',
  ],
  ['section: visit still to come', [g.identified, g.consented], entry('UPCR 1 g/g'), 'visit not held'],
  [
    'correction: value before the record that it replaces',
    screened,
    correct('participant/P-001#1/UPCR', 'UPCR high g/g', ''),
    'value not accepted',
  ],
  [
    'correction: another record before reason',
    screened,
    correct('participant/P-001#1/UPCR', 'UPCR 3 g/g', ''),
    'value not found',
  ],
  ['correction: reason', screened, correct('participant/P-001#7/UPCR', 'UPCR 3 g/g', '  '), 'reason missing'],
  ['judgement: visit not held', [g.identified, g.consented], judge(surgery), 'visit not held'],
  ['judgement: not asked', [g.identified, g.consented, g.screeningHeld], judge('feels well'), 'name unknown'],
  [
    'judgement: not asked at this visit',
    [g.identified, g.consented, g.held('week 4', '2026-06-29')],
    judge(surgery, 'week 4'),
    'name unknown',
  ],
  ['judgement: given already', screened, judge(surgery), 'done already'],
  ['history: consent', [g.identified], course({}), 'consent missing'],
  ['history: date before concept', screened, course({ concept: 'prednisoon', start: '2026-13' }), 'date impossible'],
  ['history: end before start', screened, course({ end: '2025-12' }), 'date impossible'],
  ['history: concept', screened, course({ concept: 'prednisoon' }), 'name unknown'],
  ['history: concept of another source', screened, course({ concept: 'pneumonia' }), 'name unknown'],
  [
    'history: attribute',
    screened,
    course({ source: 'condition', concept: 'infection', attributes: { sever: true } }),
    'name unknown',
  ],
  ['history: amount', screened, course(dose('ten', 'mg', 1, 1)), 'value not accepted'],
  ['history: amount of zero', screened, course(dose('0', 'mg', 1, 1)), 'value not accepted'],
  ['history: every zero days', screened, course(dose('10', 'mg', 0, 1)), 'value not accepted'],
  ['history: half a time a day', screened, course(dose('10', 'mg', 1, 0.5)), 'value not accepted'],
  ['history: unit of a dose', screened, course(dose('10', 'tablets', 1, 1)), 'unit not accepted'],
  [
    'end course: date before record',
    screened,
    { type: 'end course', record: 'nothing', end: 'never' },
    'date impossible',
  ],
  [
    'end course: no such record',
    screened,
    { type: 'end course', record: 'nothing', end: '2026-05-01' },
    'value not found',
  ],
  [
    'complete history: consent',
    [g.identified],
    { type: 'complete history', source: 'medication', through: '2026-05-01' },
    'consent missing',
  ],
  [
    'complete history: partial date',
    screened,
    { type: 'complete history', source: 'medication', through: '2026-05' },
    'date impossible',
  ],
  [
    'complete history: in the future',
    screened,
    { type: 'complete history', source: 'medication', through: '2027-06-02' },
    'date impossible',
  ],
  ['assess: consent before date', [g.identified], { type: 'assess eligibility', on: 'never' }, 'consent missing'],
  ['assess: enrolled', enrolled, { type: 'assess eligibility', on: '2026-05-20' }, 'done already'],
  ['assess: before consent', screened, { type: 'assess eligibility', on: '2026-05-10' }, 'date impossible'],
  [
    'enrol: a consent that is wanting before assessment',
    [g.identified, g.consented, { type: 'participant described', born: '2010-06-15', sex: 'female' }],
    { type: 'enrol', on: '2026-05-20' },
    'consent wanting',
  ],
  ['enrol: consent before assessment', [g.identified], { type: 'enrol', on: '2026-05-20' }, 'consent missing'],
  ['enrol: twice', enrolled, { type: 'enrol', on: '2026-05-20' }, 'done already'],
  ['enrol: date before assessment', screened, { type: 'enrol', on: 'never' }, 'date impossible'],
  ['enrol: not assessed', screened, { type: 'enrol', on: '2026-05-20' }, 'not assessed'],
  ['enrol: not eligible', [...screened, asked('not eligible')], { type: 'enrol', on: '2026-05-20' }, 'not eligible'],
  [
    'enrol: information missing',
    [...screened, asked('needs information')],
    { type: 'enrol', on: '2026-05-20' },
    'information missing',
  ],
  ['dose: not randomised before arm', enrolled, give('x', 1, '2026-06-01'), 'not randomised'],
  ['dose: date before all of treatment', enrolled, give('x', 1, 'never'), 'date impossible'],
  [
    'dose: masked, arm not known',
    onIl2.filter(({ type }) => type !== 'assignment disclosed'),
    give('x', 1, '2026-06-01'),
    'assignment not known',
  ],
  ['dose: of the other arm', onIl2, give('msc-infusion', 1, '2026-06-01'), 'dose not of this arm'],
  ['dose: not due before discontinued', [...onIl2, stopped], give('il-2-injection', 2, '2026-06-10'), 'dose not due'],
  ['dose: beyond the plan', onIl2, give('il-2-injection', 22, '2026-06-10'), 'dose not due'],
  ['dose: before randomisation', onIl2, give('il-2-injection', 1, '2026-05-31'), 'date impossible'],
  [
    'dose: weight',
    onMsc.filter((event) => !(event.type === 'section recorded' && event.section === 'body')),
    give('msc-infusion', 1, '2026-06-01'),
    'weight missing',
  ],
  ['dose: discontinued', [...onIl2, stopped], give('il-2-injection', 1, '2026-06-10'), 'treatment discontinued'],
  [
    'discontinue: reason before randomisation',
    enrolled,
    { type: 'discontinue treatment', on: '2026-06-10', why: '' },
    'reason missing',
  ],
  [
    'discontinue: not randomised',
    enrolled,
    { type: 'discontinue treatment', on: '2026-06-10', why: 'own wish' },
    'not randomised',
  ],
  [
    'discontinue: twice',
    [...onIl2, stopped],
    { type: 'discontinue treatment', on: '2026-06-10', why: '' },
    'done already',
  ],
  ['end: consent', [g.identified], { type: 'end participation', on: 'never', how: 'withdrawn' }, 'consent missing'],
  [
    'end: before consent',
    screened,
    { type: 'end participation', on: '2026-05-10', how: 'withdrawn' },
    'date impossible',
  ],
  [
    'end: before randomisation',
    onIl2,
    { type: 'end participation', on: '2026-05-31', how: 'withdrawn' },
    'date impossible',
  ],
  [
    'end: twice',
    [...onIl2, ended],
    { type: 'end participation', on: '2026-06-11', how: 'died' },
    'participation ended',
  ],
  ['a dose of a day after the end', [...onIl2, ended], give('il-2-injection', 1, '2026-06-11'), 'participation ended'],
];

test('what may not be done to a participant, one refusal a row', () => {
  for (const [what, past, command, refused, role] of rows) {
    const answer = decideParticipant(command, g.participantAfter(past), g.openTrial, g.settingOf(study, role), g.id);
    assert.equal(refusedIn(answer), refused, what);
  }
});

test('nothing is done in a study that is not open, and the role is asked before that', () => {
  const identify: ParticipantCommand = { type: 'identify', participant: 'P-001', site: 'x' };
  const answer = (role: string) =>
    decideParticipant(identify, g.participantAfter([]), noStudy, g.settingOf(study, role));
  assert.equal(refusedIn(answer('investigator')), 'study not open');
  assert.equal(refusedIn(answer('sponsor')), 'role may not');
});

const seal: StudyCommand = { type: 'seal allocation list', commitment: 'seal', slots: 40, method: 'permuted-blocks/1' };
const open = (purpose: 'recruitment' | 'rehearsal'): StudyCommand => ({ type: 'open study', purpose });
const approved: StudyState = { ...noStudy, approved: 'hash' };
const ready: StudyState = { ...approved, sealed: { commitment: 'seal', slots: 40 } };

test('what may not be done to a study', () => {
  const studyRows: readonly (readonly [string, StudyState, StudyCommand, Refused, string])[] = [
    ['approve: role', approved, { type: 'approve study' }, 'role may not', 'investigator'],
    ['approve: twice', approved, { type: 'approve study' }, 'already approved', 'sponsor'],
    ['seal: not by the sponsor', approved, seal, 'role may not', 'sponsor'],
    ['seal: twice', ready, seal, 'list sealed already', 'unblinded statistician'],
    ['open: approval before questions', noStudy, open('recruitment'), 'study not approved', 'sponsor'],
    ['open: questions before list', approved, open('recruitment'), 'questions open', 'sponsor'],
    ['open: list', approved, open('rehearsal'), 'list not sealed', 'sponsor'],
    [
      'open: questions before opened',
      { ...ready, openFor: 'rehearsal' },
      open('recruitment'),
      'questions open',
      'sponsor',
    ],
    ['open: twice', { ...ready, openFor: 'rehearsal' }, open('rehearsal'), 'done already', 'sponsor'],
  ];
  for (const [what, state, command, refused, role] of studyRows)
    assert.equal(refusedIn(decideStudy(command, state, g.sceneOf(study, role))), refused, what);
});

const withList: AllocationState = { ...noAllocation, design: g.listOf('msc') };
const noSlotLeft: AllocationState = {
  ...withList,
  given: [{ participant: 'P-000', stratum: 'all', slot: 1, arm: 'msc' }],
};
const rituximab = { source: 'medication', concept: 'rituximab', start: '2026-03-02' } as const;
const eligibleThen = (past: readonly ParticipantEvent[]) => [...past, g.assessedEligible, g.enrolled];

test('who may not be randomised', () => {
  type RandomRow = readonly [string, readonly ParticipantEvent[], string, AllocationState, Refused, string?];
  const randomRows: readonly RandomRow[] = [
    ['role before list', enrolled, '2026-06-01', noAllocation, 'role may not', 'coordinator'],
    ['list before person', [], '2026-06-01', noAllocation, 'list not sealed'],
    ['unknown person', [], '2026-06-01', withList, 'participant unknown'],
    ['left', [...enrolled, ended], '2026-06-01', withList, 'participation ended'],
    ['twice, before date', onIl2, 'never', withList, 'done already'],
    ['date before enrolment', screened, 'never', withList, 'date impossible'],
    ['earlier than enrolment', enrolled, '2026-05-19', withList, 'date impossible'],
    [
      'rechecked: not eligible',
      eligibleThen(g.screened(study, { history: [rituximab] })),
      '2026-06-01',
      withList,
      'not eligible',
    ],
    [
      'rechecked: the history is not signed through the day',
      eligibleThen(g.screened(study, { through: '2026-05-20' })),
      '2026-06-01',
      noSlotLeft,
      'information missing',
    ],
    ['assessed and not enrolled', assessed, '2026-06-01', noSlotLeft, 'not enrolled'],
    ['list exhausted', enrolled, '2026-06-01', noSlotLeft, 'list exhausted'],
  ];
  for (const [what, past, on, allocation, refused, role] of randomRows) {
    const answer = decideRandomisation(
      on,
      g.participantAfter(past),
      g.openTrial,
      allocation,
      g.settingOf(study, role),
      g.id,
    );
    assert.equal(refusedIn(answer), refused, what);
  }
});

/** The trial with one stratum, by the protein to creatinine ratio at screening. */
const heavy = studyIn(
  text.replace(
    '  assumes: [A-18]\n',
    '  strata: [{ id: heavy, title: Heavy, rule: UPCR at screening >= 3 g/g }]\n  assumes: [A-18]\n',
  ),
);

test('without a list, or in an unknown stratum, nobody is randomised', () => {
  const single = { ...study.definition, allocation: { method: 'single group' as const } };
  const blank = ['creatinine 1.0 mg/dL', 'UPCR not done', 'protein-24h 2 g/24h'];
  const rows = [
    [{ ...study, definition: single }, enrolled, { refused: 'allocation not supported', method: 'single group' }],
    [
      heavy,
      [...g.screened(heavy, { urine: blank }), ...enrolled.slice(-2)],
      { refused: 'stratum not known', strata: ['heavy'] },
    ],
  ] as const;
  for (const [other, past, refusal] of rows) {
    const answer = decideRandomisation(
      '2026-06-01',
      g.participantAfter(past),
      g.openTrial,
      withList,
      g.settingOf(other),
      g.id,
    );
    assert.equal(refusedIn(answer), refusal.refused);
    assert.deepEqual(answer, refusal);
  }
});

test('who may not be assigned', () => {
  const chosen = studyIn(
    text.replace(
      /allocation:\n {2}method: permuted blocks\n.*\n.*\n/,
      'allocation:\n  method: assigned\n  rule: by choice\n  participants: { msc: 20, il-2: 20 }\n',
    ),
  );
  const twenty = Array.from({ length: 20 }, (_, index) => `Q-${index}`).reduce<AllocationState>(
    (state, participant) => evolveAllocation(state, { type: 'place taken', arm: 'msc', participant }),
    noAllocation,
  );
  const rows = [
    [study, 'msc', noAllocation, { refused: 'allocation not supported', method: 'permuted blocks' }],
    [chosen, 'mcs', noAllocation, { refused: 'name unknown', kind: 'arm', name: 'mcs', nearest: 'msc' }],
    [chosen, 'msc', twenty, { refused: 'arm full', arm: 'msc', participants: 20 }],
  ] as const;
  for (const [other, arm, allocation, refusal] of rows) {
    const setting = g.settingOf(other);
    const answer = decideAssignment(
      { on: '2026-06-01', arm },
      g.participantAfter(enrolled),
      g.openTrial,
      allocation,
      setting,
      g.id,
    );
    assert.equal(refusedIn(answer), refusal.refused);
    assert.deepEqual(answer, refusal);
  }
});

test('what ends the trial keeps its order, and what it ended stays ended', () => {
  const opened: StudyState = { ...g.openTrial, unblindedOn: undefined };
  const [closed, locked] = [
    { ...opened, closedOn: '2027-05-01' },
    { ...opened, lockedOn: '2027-05-01' },
  ];
  const on = '2027-06-01';
  const rows: readonly (readonly [StudyState, StudyCommand, Refused, string, (readonly string[])?])[] = [
    [noStudy, { type: 'close recruitment', on }, 'study not open', 'sponsor'],
    [closed, { type: 'close recruitment', on }, 'done already', 'sponsor'],
    [opened, { type: 'lock data', on }, 'participants still followed', 'sponsor', ['P-001']],
    [locked, { type: 'lock data', on }, 'done already', 'sponsor'],
    [opened, { type: 'unblind study', on }, 'data not locked', 'unblinded statistician'],
    [locked, { type: 'unblind study', on }, 'role may not', 'sponsor'],
  ];
  for (const [state, command, refused, role, followed] of rows)
    assert.equal(refusedIn(decideStudy(command, state, g.sceneOf(study, role, followed))), refused);
  const act = (state: StudyState, command: ParticipantCommand, past: readonly ParticipantEvent[]): string =>
    refusedIn(decideParticipant(command, g.participantAfter(past), state, g.settingOf(study), g.id));
  assert.equal(act(closed, { type: 'identify', participant: g.id, site: 'nanjing' }, []), 'recruitment closed');
  assert.equal(act(closed, { type: 'enrol', on: '2026-06-01' }, assessed), 'recruitment closed');
  assert.equal(act(locked, give('il-2-injection', 1, '2026-06-01'), onIl2), 'data locked');
});

/** Tablets at home and infusions at the site, both veiled. */
const dummy = shipped('nct03580291');
const begun: readonly ParticipantEvent[] = [
  g.identified,
  g.consented,
  g.described,
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  g.held('baseline', '2026-06-01'),
];

test('where nothing is masked there is no code to break', () => {
  const command: ParticipantCommand = { type: 'break code', on: '2026-06-02', reason: 'anaphylaxis' };
  const answer = decideParticipant(command, g.participantAfter(onIl2), g.openTrial, g.settingOf(study), g.id);
  assert.equal(refusedIn(answer), 'not masked');
});

test('what stands against doses that were not prepared, are checked by nobody, or are taken elsewhere', () => {
  const on = '2026-06-01';
  const told: ParticipantEvent = { type: 'assignment disclosed', arm: 'cells' };
  const prepare: ParticipantCommand = {
    type: 'prepare dose',
    dose: 'cell-infusion',
    number: 1,
    on,
    checkedBy: 'nurse',
  };
  const rows: readonly (readonly [ParticipantCommand, Refused, string?, boolean?])[] = [
    [give('cell-infusion', 1, on), 'dose not prepared'],
    [give('mmf-week-1', 1, on), 'given otherwise'],
    [{ type: 'dispense', dose: 'cell-infusion', visit: 'baseline', on, units: 1 }, 'given otherwise'],
    [prepare, 'role may not'],
    [{ ...prepare, checkedBy: 'dr-1' }, 'second person missing', 'pharmacist'],
    [prepare, 'assignment not known', 'pharmacist', true],
    [
      {
        type: 'record section',
        visit: 'week 4',
        section: 'safety laboratory',
        items: g.entries('lymphocytes 1.0 10^9/L'),
      },
      'sealed',
    ],
  ];
  for (const [command, refused, role, isUntold] of rows) {
    const past = [...begun, g.held('week 4', '2026-06-29'), ...(isUntold === true ? [] : [told])];
    const answer = decideParticipant(command, g.participantAfter(past), g.openTrial, g.settingOf(dummy, role), g.id);
    assert.equal(refusedIn(answer), refused, JSON.stringify(command));
  }
});

test('what may not be done with lots, and what is prepared from none of them', () => {
  const on = '2026-06-01';
  const lotRows: readonly (readonly [LotCommand, Refused, string, (readonly LotEvent[])?])[] = [
    [{ type: 'receive lot', on, ...l.papers }, 'role may not', 'quality person'],
    [{ type: 'receive lot', ...l.papers, on: 'never' }, 'lot exists', 'pharmacist', [l.received()]],
    [{ type: 'recall lot', on: 'never', why: '' }, 'lot unknown', 'quality person'],
    [{ type: 'recall lot', on: 'never', why: '' }, 'date impossible', 'quality person', [l.received()]],
    [
      { type: 'release lot', on, measured: l.bag('79') },
      'lot not usable',
      'quality person',
      [l.received(), l.recalled],
    ],
    [{ type: 'release lot', on, measured: l.bag('79') }, 'out of specification', 'quality person', [l.received()]],
    [
      { type: 'destroy units', on, from: 'stock', units: 9, why: 'old', checkedBy: 'nurse' },
      'units not there',
      'pharmacist',
      [l.received()],
    ],
  ];
  for (const [command, refused, role, past = []] of lotRows)
    assert.equal(refusedIn(l.lotDecider({ role }).decide(command, foldLot(past.map((event) => ({ event }))))), refused);
  const prepare = { type: 'prepare dose', dose: 'cell-infusion', number: 1, on, checkedBy: 'nurse' } as const;
  const setting = g.settingOf(l.masked, 'pharmacist');
  const supply = (more: { readonly lot?: string; readonly number?: number }) =>
    refusedIn(
      supplyDose(
        { ...prepare, ...more },
        l.person('cells'),
        { hasLots: true, lot: undefined },
        g.openTrial,
        setting,
        g.id,
      ),
    );
  const { desk, log, act } = g.openedDesk(study, g.listOf('msc'));
  const stream = `participant/${g.id}`;
  const past = onMsc.map((event) => ({ stream, event }));
  log.append({ reads: [{ stream, version: 0 }], events: past, ...act(), study: study.hash });
  const papers = {
    product: 'umbilical cord mesenchymal stem cells',
    manufacturer: 'M',
    batch: 'B',
    expires: on,
    units: 1,
  };
  desk.actOnLot('L-7', { type: 'receive lot', on, ...papers }, act('pharmacist'));
  desk.actOnLot('L-7', { type: 'release lot', on }, act('quality person'));
  desk.actOnParticipant(g.id, { ...prepare, dose: 'msc-infusion', lot: 'L-7' }, act('pharmacist'));
  desk.actOnLot('L-7', { type: 'recall lot', on, why: 'growth' }, act('quality person'));
  assert.equal(refusedIn(desk.actOnParticipant(g.id, give('msc-infusion', 1, on), act())), 'dose called back');
  assert.equal(supply({}), 'lot missing');
  assert.equal(supply({ number: 2 }), 'dose not due', 'before the missing lot');
  assert.equal(supply({ number: 2, lot: 'L-7' }), 'lot unknown', 'before the dose');
});

/** Rows for these stand where the study, its versions and its sites are decided, and where data are reviewed. */
const besides: readonly Refused[] = [
  'event not reported',
  'event contradicts itself',
  'partner has not agreed',
  'not drafted',
  'own draft',
  'definition faulty',
  'allocation fixed',
  'version unknown',
  'study paused',
  'site not active',
  'site closed',
  'site paused',
  'not the principal',
  'not delegated',
  'not trained',
  'visit locked',
  'not given or not watched',
  'kits not there',
  'data not ready',
  'frozen',
  'not frozen',
  'queries open',
  'query stands otherwise',
];

/** The other tests of conduct, in which those rows stand. */
const elsewhere = globSync('**/*.test.ts', { cwd: new URL('.', import.meta.url) })
  .filter((path) => path !== 'refusal.test.ts' && path !== 'first-refusal.test.ts')
  .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
  .join('\n');

test('what is left to other tests is expected there', () => {
  assert.deepEqual(
    besides.filter((refused) => !elsewhere.includes(`'${refused}'`)),
    [],
  );
});

test('every reason to refuse that there is was given by a row, here or where it is named', () => {
  assert.deepEqual(
    precedence.filter((refused) => !produced.has(refused) && !besides.includes(refused)),
    [],
  );
});

test('a refusal is told from events by its shape', () => {
  assert.equal(isRefusal({ refused: 'reason missing' }), true);
  for (const other of [[], [{ type: 'participant declined' }], undefined, null, 'refused', {}])
    assert.equal(isRefusal(other), false);
});
