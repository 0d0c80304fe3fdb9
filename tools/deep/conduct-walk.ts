/**
 * Random walks through a trial: commands in any order, by any role, with dates, values and names that may be wrong, put to
 * the desk of production. Whatever is asked, nothing throws, and what is recorded keeps its order.
 */
import type { ParticipantCommand, StudyCommand } from '#core/conduct/command.ts';
import { type Act, type Desk, openDesk } from '#core/conduct/desk.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { strataOf } from '#core/conduct/strata.ts';
import type { HistoryEntry, SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { drawList } from '#core/randomisation/draw-list.ts';
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';
import type { Log } from '#core/record/log.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';
import type { Candidate } from '#hosts/rehearsal/candidates/candidate.ts';
import { historyOf } from '#hosts/rehearsal/candidates/candidate-history.ts';
import { fillPool } from '#hosts/rehearsal/characteristics/eligible-pool.ts';
import { planForms } from '#hosts/rehearsal/visit-forms.ts';

/** What a walk came to: the logs that it left, and how often each refusal and each kind of event came. */
export interface Walked {
  readonly log: Log<TrialEvent>;
  readonly sealed: Log<SealedEvent>;
  readonly refused: ReadonlyMap<string, number>;
}

const firstDay = readDay('2026-03-02') ?? 0;
const people = 3;
const roles = [
  'investigator',
  'investigator',
  'investigator',
  'coordinator',
  'pharmacist',
  'laboratory',
  'sponsor',
  'nobody',
];

interface Walk {
  readonly study: Study;
  readonly stream: Stream;
  readonly desk: Desk;
  readonly candidates: readonly Candidate[];
  readonly forms: ReturnType<typeof planForms>;
  /** Goes on, sometimes back. */
  today: number;
}

const actOn = (walk: Walk, role: string, date = writeDay(walk.today)): Act => ({
  at: { instant: `${date}T08:00:00Z`, offset: '+00:00', zone: 'UTC', date },
  actor: { id: `${role}-1`, role },
});

type Make = (walk: Walk, person: Candidate) => ParticipantCommand;

/** Mostly today; sometimes before, after, or no day at all. */
const someDay = ({ stream, today }: Walk): string => {
  if (stream.chance(0.75)) return writeDay(today);
  return stream.pick([
    writeDay(today - stream.integer(60)),
    writeDay(today + stream.integer(60)),
    '2026-02-30',
    '',
    '2026-03',
  ]);
};

const someVisit = ({ stream, study }: Walk): string =>
  stream.chance(0.02) ? 'week 99' : stream.pick(study.definition.visits).id;

const someDose = ({ stream, study }: Walk): string => {
  const doses = study.definition.arms.flatMap(({ doses: all }) => all.map(({ id }) => id));
  return doses.length === 0 || stream.chance(0.02) ? 'nothing' : stream.pick(doses);
};

const filled = (walk: Walk, person: Candidate, visit: string): ParticipantCommand => {
  const { stream, forms } = walk;
  const sections = forms.get(visit)?.sections ?? [];
  if (sections.length === 0) return { type: 'record section', visit, section: 'none', items: [] };
  const { id: section, items: asked } = stream.pick(sections);
  const items = asked.map((each) => each.answer(person));
  const wrong = stream.chance(0.1)
    ? items.map((entry, index) => (index === 0 ? { ...entry, value: 'x' } : entry))
    : items;
  const type = stream.chance(0.1) ? 'record sealed results' : 'record section';
  return { type, visit, section, items: wrong };
};

const judged = ({ forms }: Walk, person: Candidate, visit: string): ParticipantCommand => {
  const asked = forms.get(visit)?.judgements ?? [];
  const answers = asked.map(({ text, chance }) => ({
    text,
    answer: person.draws(`judged ${text}`).chance(chance) ? ('yes' as const) : ('no' as const),
  }));
  return { type: 'record judgements', visit, answers };
};

const someHistory = (walk: Walk, person: Candidate): ParticipantCommand => {
  const all: readonly HistoryEntry[] = historyOf(person, walk.today, walk.study.lexicon.concepts);
  const record: HistoryEntry = { source: 'adverse event', concept: 'adverse-event', start: someDay(walk) };
  return { type: 'record history', records: walk.stream.chance(0.5) ? all : [record] };
};

const describe: Make = ({ today }, { ageYears, sex }) => ({
  type: 'describe',
  born: writeDay(today - Math.round(ageYears * 365.25)),
  sex,
});

const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

const makers: readonly Make[] = [
  (walk, { id }) => ({ type: 'identify', participant: id, site: walk.stream.pick(walk.study.definition.sites).id }),
  (walk) => ({ type: 'decline', on: someDay(walk) }),
  (walk) => ({
    type: 'give consent',
    on: someDay(walk),
    version: '1',
    by: walk.stream.pick(['participant', 'representative']),
  }),
  (walk) => ({ type: 'give assent', on: someDay(walk), version: '1' }),
  describe,
  (walk) => ({ type: 'hold visit', visit: someVisit(walk), on: someDay(walk) }),
  (walk) => ({ type: 'miss visit', visit: someVisit(walk) }),
  (walk, person) => filled(walk, person, someVisit(walk)),
  (walk, person) => judged(walk, person, someVisit(walk)),
  someHistory,
  (walk) => ({ type: 'complete history', source: walk.stream.pick(sources), through: someDay(walk) }),
  (walk) => ({ type: 'assess eligibility', on: someDay(walk) }),
  (walk) => ({ type: 'enrol', on: someDay(walk) }),
  (walk) => ({
    type: 'prepare dose',
    dose: someDose(walk),
    number: 1 + walk.stream.integer(3),
    on: someDay(walk),
    checkedBy: 'nurse',
  }),
  (walk) => ({ type: 'give dose', dose: someDose(walk), number: 1 + walk.stream.integer(3), on: someDay(walk) }),
  (walk) => ({
    type: 'miss dose',
    dose: someDose(walk),
    number: 1 + walk.stream.integer(3),
    on: someDay(walk),
    why: walk.stream.pick(['fever', '']),
  }),
  (walk) => ({
    type: 'dispense',
    dose: someDose(walk),
    visit: someVisit(walk),
    on: someDay(walk),
    units: walk.stream.integer(30),
  }),
  (walk) => ({
    type: 'return medicine',
    dose: someDose(walk),
    visit: someVisit(walk),
    on: someDay(walk),
    units: walk.stream.integer(30),
  }),
  (walk) => ({ type: 'discontinue treatment', on: someDay(walk), why: walk.stream.pick(['own wish', '']) }),
  (walk) => ({
    type: 'end participation',
    on: someDay(walk),
    how: walk.stream.pick(['completed', 'withdrawn', 'lost to follow-up', 'died']),
  }),
];

type Wanted = ParticipantCommand | 'allocate';

/** A section of a visit that was held and is still empty. */
const emptySection = ({ forms, study, desk }: Walk, person: Candidate): ParticipantCommand | undefined => {
  const { visits, items: known } = desk.unmasked(person.id);
  for (const { id: visit } of study.definition.visits) {
    if (visits.get(visit)?.on === undefined) continue;
    const section = forms
      .get(visit)
      ?.sections.find(({ items }) => items.every(({ item }) => known.get(visit)?.has(item.id) !== true));
    if (section === undefined) continue;
    const items = section.items.map((each) => each.answer(person));
    return { type: 'record section', visit, section: section.id, items };
  }
  return undefined;
};

/** What comes next before allocation. */
const towardsAllocation = (walk: Walk, on: string, person: Candidate): Wanted => {
  const state = walk.desk.unmasked(person.id);
  const first = walk.study.definition.visits[0]?.id ?? '';
  if (state.visits.size === 0) return { type: 'hold visit', visit: first, on };
  if (state.judgements.size === 0 && (walk.forms.get(first)?.judgements.length ?? 0) > 0)
    return judged(walk, person, first);
  if (state.history.length === 0)
    return { type: 'record history', records: historyOf(person, walk.today, walk.study.lexicon.concepts) };
  const unsigned = sources.find((source) => (state.completeThrough.get(source) ?? '') < on);
  if (unsigned !== undefined) return { type: 'complete history', source: unsigned, through: on };
  if (state.enrolledOn !== undefined) return 'allocate';
  return state.assessed?.on === on ? { type: 'enrol', on } : { type: 'assess eligibility', on };
};

/** What somebody who wants to get on would do next, so that walks reach the end of a trial at all. */
const sensible = (walk: Walk, person: Candidate): Wanted => {
  const on = writeDay(walk.today);
  const { id, consentedOn, born, allocated, visits } = walk.desk.unmasked(person.id);
  const { sites, visits: planned } = walk.study.definition;
  if (id === undefined) return { type: 'identify', participant: person.id, site: sites[0]?.id ?? '' };
  if (consentedOn === undefined) return { type: 'give consent', on, version: '1' };
  if (born === undefined) return describe(walk, person);
  const empty = emptySection(walk, person);
  if (empty !== undefined) return empty;
  if (allocated === undefined) return towardsAllocation(walk, on, person);
  const next = planned.find((each) => !visits.has(each.id));
  return next === undefined
    ? { type: 'end participation', on, how: 'completed' }
    : { type: 'hold visit', visit: next.id, on };
};

const openStudy = (walk: Walk, secret: Uint8Array): void => {
  const { study, desk } = walk;
  const tell = (command: StudyCommand, role: string) => desk.actOnStudy(command, actOn(walk, role));
  tell({ type: 'approve study' }, 'sponsor');
  const { allocation, arms } = study.definition;
  if (isByChance(allocation)) {
    const shares = arms.map(({ id }) => ({ id, ratio: allocation.ratio[id] ?? 1 }));
    const list = drawList({ algorithm: 'simple/1', arms: shares, strata: strataOf(study), slotsPerStratum: 3 }, secret);
    if ('refused' in list) throw new Error(`walk: no list: ${list.refused}`);
    desk.keepList(list, actOn(walk, 'unblinded statistician'));
    tell(
      { type: 'seal allocation list', commitment: 'x', slots: list.slots.length, method: list.algorithm },
      'unblinded statistician',
    );
  }
  tell({ type: 'open study', purpose: 'rehearsal' }, 'sponsor');
};

const studyCommands = (walk: Walk): StudyCommand =>
  walk.stream.pick<StudyCommand>([
    { type: 'approve study' },
    { type: 'open study', purpose: 'recruitment' },
    { type: 'close recruitment', on: someDay(walk) },
    { type: 'lock data', on: someDay(walk) },
    { type: 'unblind study', on: someDay(walk) },
  ]);

/** Acts that end everything for somebody come seldom, or no walk would get far. */
const ends: readonly ParticipantCommand['type'][] = [
  'decline',
  'end participation',
  'miss visit',
  'discontinue treatment',
];

const arbitrary = (walk: Walk, person: Candidate): ParticipantCommand => {
  const made = walk.stream.pick(makers)(walk, person);
  return ends.includes(made.type) && walk.stream.chance(0.9) ? arbitrary(walk, person) : made;
};

/** One step: something sensible, something arbitrary, or something about the whole study. */
const step = (walk: Walk): unknown => {
  const { stream, desk, study } = walk;
  walk.today += stream.chance(0.03) ? stream.integer(20) : 0;
  const person = stream.pick(walk.candidates);
  const role = stream.chance(0.85) ? 'investigator' : stream.pick(roles);
  if (stream.chance(0.001))
    return desk.actOnStudy(studyCommands(walk), actOn(walk, stream.pick(['sponsor', 'unblinded statistician', role])));
  const wanted = stream.chance(0.6)
    ? sensible(walk, person)
    : stream.chance(0.06)
      ? 'allocate'
      : arbitrary(walk, person);
  if (wanted !== 'allocate') return desk.actOnParticipant(person.id, wanted, actOn(walk, role));
  const act = actOn(walk, role);
  return isByChance(study.definition.allocation)
    ? desk.randomise(person.id, someDay(walk), act)
    : desk.assign(person.id, { on: someDay(walk), arm: stream.pick(study.definition.arms).id }, act);
};

/** Where walks of one study take place: people who are eligible, and the forms of every visit. */
export interface Ground {
  readonly study: Study;
  readonly people: readonly Candidate[];
  readonly forms: ReturnType<typeof planForms>;
}

const groundSize = 20;

export const openGround = (study: Study): Ground => ({
  study,
  people: fillPool(study, 7, groundSize, firstDay).map(({ person }) => person),
  forms: planForms(study),
});

/** Walks so many steps through one trial. The same seed walks the same way. */
export const walkTrial = (ground: Ground, seed: number, steps: number): Walked => {
  const { study } = ground;
  const secret = secretFromSeed(seed);
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const walk: Walk = {
    study,
    stream: openStream(secret, 'walk'),
    desk: openDesk(study, log, sealed),
    candidates: Array.from(
      { length: people },
      (_, index) => ground.people[(seed * people + index) % ground.people.length] ?? ground.people[0],
    ).filter((each) => each !== undefined),
    forms: ground.forms,
    today: firstDay,
  };
  openStudy(walk, secret);
  const refused = new Map<string, number>();
  for (let taken = 0; taken < steps; taken += 1) {
    const answer = step(walk);
    if (isRefusal(answer)) refused.set(answer.refused, (refused.get(answer.refused) ?? 0) + 1);
  }
  return { log, sealed, refused };
};
