import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AllocationList } from '#core/randomisation/permuted-blocks.ts';
import type { Moment } from '#core/record/envelope.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { emptySeal } from '#core/record/seal.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import type { Act } from './act.ts';
import type { ParticipantCommand, Setting } from './command.ts';
import { decideParticipant } from './decide-participant.ts';
import { type Desk, openDesk } from './desk.ts';
import { evolveParticipant, evolveSealed } from './evolve-participant.ts';
import type { ItemEntry } from './item-entry.ts';
import { nobody, type Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import { siteRoles } from './sites/site-event.ts';
import type { StudyScene } from './study-scene.ts';
import { noStudy, type StudyState } from './study-state.ts';
import type { HistoryEntry, ParticipantEvent, SealedEvent, TrialEvent } from './trial-event.ts';

export const id = 'P-001';

/** A study that comes with the program, as compiled. */
export const shipped = (trial: string): Study =>
  studyIn(readFileSync(new URL(`../../trials/${trial}/study.yaml`, import.meta.url), 'utf8'));

export const studyIn = (text: string): Study => {
  const { study, findings } = readStudy(text);
  assert.ok(study, JSON.stringify(findings));
  return study;
};

const momentOn = (date: string): Moment => ({
  instant: `${date}T08:00:00Z`,
  offset: '+08:00',
  zone: 'Asia/Shanghai',
  date,
});

/** Everything happens on the morning of 2027-06-01 unless a row says otherwise, so that no date lies ahead. */
export const settingOf = (study: Study, role = 'investigator', date = '2027-06-01'): Setting => ({
  study,
  at: momentOn(date),
  actor: { id: 'dr-1', role },
});

/** A study as a decision on it finds it; nobody is followed unless a row says so. */
export const sceneOf = (study: Study, role: string, followed: readonly string[] = []): StudyScene => ({
  setting: settingOf(study, role),
  followed,
  head: emptySeal,
});

/** Approved, sealed and open. */
export const openTrial: StudyState = {
  ...noStudy,
  approved: 'hash',
  sealed: { commitment: 'seal', slots: 40 },
  openFor: 'rehearsal',
};

export const participantAfter = (events: readonly ParticipantEvent[]): Participant =>
  events.reduce(evolveParticipant, nobody);

/** The decisions on one participant of an open study, for `given` of core/record. */
export const deciderOf = (study: Study, role?: string, trial = openTrial, date?: string) => ({
  initial: nobody,
  evolve: evolveParticipant,
  decide: (command: ParticipantCommand, state: Participant): readonly ParticipantEvent[] | Refusal =>
    decideParticipant(command, state, trial, settingOf(study, role, date)),
});

/** "UPCR 2.0 g/g", "PGA 1.2", "weight not done": entries of a form. */
export const entries = (...written: readonly string[]): readonly ItemEntry[] =>
  written.map((text) => {
    const [item = '', value = '', unit] = text.endsWith(' not done')
      ? [text.slice(0, -9), 'not done']
      : text.split(' ');
    return unit === undefined ? { item, value } : { item, value, unit };
  });

const acrItems =
  'malar-rash discoid-rash photosensitivity oral-ulcers arthritis serositis renal neurologic haematologic immunologic ana';
const sledaiItems =
  'seizure psychosis organic-brain-syndrome visual-disturbance cranial-nerve lupus-headache cva vasculitis arthritis myositis urinary-casts haematuria proteinuria pyuria rash alopecia mucosal-ulcers pleurisy pericarditis low-complement increased-dna-binding fever thrombocytopenia leucopenia';

const presence = (form: string, items: string, present: readonly string[]): readonly ItemEntry[] =>
  items.split(' ').map((item) => ({ item: `${form}.${item}`, value: present.includes(item) ? 'present' : 'absent' }));

/** A whole SLEDAI-2K form with these items present. */
export const sledai = (...present: readonly string[]): readonly ItemEntry[] =>
  presence('SLEDAI-2K', sledaiItems, present);

export const section = (visit: string, name: string, items: readonly ItemEntry[]): ParticipantEvent => ({
  type: 'section recorded',
  visit,
  section: name,
  items,
});

export const held = (visit: string, on: string): ParticipantEvent => ({
  type: 'visit held',
  visit,
  on,
  inWindow: true,
});

export const identified: ParticipantEvent = { type: 'participant identified', participant: id, site: 'nanjing' };
export const consented: ParticipantEvent = { type: 'consent given', on: '2026-05-11', version: '1' };
export const described: ParticipantEvent = { type: 'participant described', born: '1990-06-15', sex: 'female' };
export const screeningHeld = held('screening', '2026-05-18');

export const kidney = (visit: string, ...written: readonly string[]): ParticipantEvent =>
  section(visit, 'kidney', entries(...written));

const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

/** All five histories signed through a day. */
export const signed = (through: string): readonly ParticipantEvent[] =>
  sources.map((source) => ({ type: 'history completed', source, through }));

const reproduction = section(
  'screening',
  'reproduction',
  entries(
    'fertile no',
    'agrees-to-contraception yes',
    'childbearing-potential no',
    'urine-hCG negative',
    'serum-hCG negative',
    'pregnant no',
    'lactating no',
  ),
);

const judgements = (study: Study): ParticipantEvent => ({
  type: 'judgements recorded',
  visit: 'screening',
  answers: study.judgements
    .filter(({ visits }) => visits.includes('screening'))
    .map(({ text }) => ({ text, answer: text.startsWith('able and willing') ? 'yes' : 'no' })),
});

/** A screened person, complete and eligible; the kidney values and the history may be others. */
export const screened = (
  study: Study,
  {
    urine = ['creatinine 1.0 mg/dL', 'UPCR 2.0 g/g', 'protein-24h not done'],
    history = [],
    through = '2026-06-01',
  }: { readonly urine?: readonly string[]; readonly history?: readonly HistoryEntry[]; readonly through?: string } = {},
): readonly ParticipantEvent[] => [
  identified,
  consented,
  described,
  screeningHeld,
  section(
    'screening',
    'classification',
    presence('ACR-1997-count', acrItems, ['renal', 'haematologic', 'immunologic', 'ana']),
  ),
  reproduction,
  kidney('screening', ...urine),
  section('screening', 'disease activity', sledai('proteinuria', 'haematuria')),
  judgements(study),
  ...(history.length === 0 ? [] : [{ type: 'history recorded', records: history } as const]),
  ...signed(through),
];

const found = [{ criterion: 'I1', result: 'passes', because: [] }] as const;
export const assessedEligible: ParticipantEvent = {
  type: 'eligibility assessed',
  on: '2026-05-20',
  verdict: 'eligible',
  found,
};
export const enrolled: ParticipantEvent = { type: 'participant enrolled', on: '2026-05-20' };

/** Randomised on 2026-06-01 to an arm, with the baseline visit and 63.5 kg. */
export const randomisedTo = (
  study: Study,
  arm: string,
  ...more: readonly ParticipantEvent[]
): readonly ParticipantEvent[] => [
  ...screened(study),
  assessedEligible,
  enrolled,
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  { type: 'assignment disclosed', arm },
  held('baseline', '2026-06-01'),
  section('baseline', 'body', entries('weight 63.5 kg')),
  ...more,
];

/** Somebody who was randomised on 2026-06-01, as those who are masked see it, with 60 kg at baseline. */
export const maskedPast = (...more: readonly ParticipantEvent[]): readonly ParticipantEvent[] => [
  identified,
  consented,
  described,
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  held('baseline', '2026-06-01'),
  section('baseline', 'body', entries('weight 60 kg')),
  ...more,
];

/** The same person with what the sealed log says. */
export const unmaskedPerson = (
  past: readonly ParticipantEvent[],
  ...sealed: readonly ParticipantEvent[]
): Participant => sealed.reduce(evolveSealed, participantAfter(past));

/** A list of one stratum whose slots get these arms. */
export const listOf = (...arms: readonly string[]): AllocationList => ({
  algorithm: 'permuted-blocks/1',
  arms: [...new Set(arms)].map((arm) => ({ id: arm, ratio: 1 })),
  blockSizes: [2],
  slots: arms.map((arm, index) => ({ stratum: 'all', slot: index + 1, block: 1 + Math.floor(index / 2), arm })),
});

type ActAs = (role?: string, date?: string) => Act;

/** One person for each role of a site, at work since long before anything happens. */
const openSite = (desk: Desk, site: string, act: ActAs): void => {
  const on = '2026-01-05';
  desk.actOnSite(site, { type: 'activate site', on, approvedOn: on, principal: 'investigator-1' }, act('sponsor'));
  for (const role of siteRoles) {
    const person = `${role}-1`;
    if (role !== 'investigator') desk.actOnSite(site, { type: 'delegate', person, role, from: on }, act());
    desk.actOnSite(site, { type: 'record training', person, on }, act());
  }
};

/** A desk with fresh logs, the study approved, the list sealed and the trial open for rehearsal. */
export const openedDesk = (study: Study, list: AllocationList) => {
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const desk = openDesk(study, log, sealed);
  const act = (role = 'investigator', date = '2027-06-01') => ({
    at: momentOn(date),
    actor: { id: `${role}-1`, role },
  });
  desk.actOnStudy({ type: 'draft study' }, act('protocol author'));
  desk.actOnStudy({ type: 'approve study' }, act('sponsor'));
  desk.keepList(list, act('unblinded statistician'));
  desk.actOnStudy(
    { type: 'seal allocation list', commitment: 'seal', slots: list.slots.length, method: list.algorithm },
    act('unblinded statistician'),
  );
  desk.actOnStudy({ type: 'open study', purpose: 'rehearsal' }, act('sponsor'));
  for (const { id: site } of study.definition.sites) openSite(desk, site, act);
  return { desk, log, sealed, act };
};
