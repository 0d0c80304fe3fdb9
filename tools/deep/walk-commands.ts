/** What somebody on a random walk asks for: what comes next, or anything at all, right or wrong. */
import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { Desk } from '#core/conduct/desk.ts';
import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import type { Candidate } from '#hosts/rehearsal/candidates/candidate.ts';
import { historyOf } from '#hosts/rehearsal/candidates/candidate-history.ts';
import type { planForms } from '#hosts/rehearsal/visit-forms.ts';
import { safetyMakers } from './walk-safety.ts';

export interface Walk {
  readonly study: Study;
  readonly stream: Stream;
  readonly desk: Desk;
  readonly candidates: readonly Candidate[];
  readonly forms: ReturnType<typeof planForms>;
  /** Goes on, sometimes back. */
  today: number;
}

type Make = (walk: Walk, person: Candidate) => ParticipantCommand;

/** Mostly today; sometimes before, after, or no day at all. */
export const someDay = ({ stream, today }: Walk): string => {
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

const someRecord = ({ stream, desk }: Walk, id: string): string => {
  const { history } = desk.unmasked(id);
  return history.length === 0 || stream.chance(0.1) ? 'participant/P-000#1/nothing.1' : stream.pick(history).record;
};

const describe: Make = ({ today }, { ageYears, sex }) => ({
  type: 'describe',
  born: writeDay(today - Math.round(ageYears * 365.25)),
  sex,
});

const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

const makers: readonly Make[] = [
  (walk, { id }) => ({ type: 'identify', participant: id, site: walk.stream.pick(walk.study.definition.sites).id }),
  (walk) => ({
    type: 'ask transfer',
    to: walk.stream.pick(walk.study.definition.sites).id,
    on: someDay(walk),
    reason: 'moves',
  }),
  (walk) => ({ type: 'withdraw transfer', reason: walk.stream.pick(['stays', '']) }),
  (walk) => ({ type: 'accept transfer', on: someDay(walk) }),
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
  (walk, { id }) => ({
    type: 'strike history',
    record: someRecord(walk, id),
    reason: walk.stream.pick(['typing', '']),
  }),
  (walk, { id }) => ({
    type: 'correct history',
    replaces: someRecord(walk, id),
    entry: { source: 'adverse event', concept: 'adverse-event', start: someDay(walk) },
    reason: walk.stream.pick(['typing', '']),
  }),
  (walk) => ({ type: 'complete history', source: walk.stream.pick(sources), through: someDay(walk) }),
  (walk) => ({ type: 'assess eligibility', on: someDay(walk) }),
  (walk) => ({ type: 'screen again', on: someDay(walk), reason: walk.stream.pick(['better by now', '']) }),
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
  (walk, { id }) => ({
    type: 'take back end',
    replaces: walk.desk.participant(id).acts.get('participation ended') ?? 'none',
    reason: walk.stream.pick(['of another person', '']),
  }),
  ...safetyMakers,
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
export const sensible = (walk: Walk, person: Candidate): Wanted => {
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

/** Acts that end everything for somebody come seldom, or no walk would get far. */
const ends: readonly ParticipantCommand['type'][] = [
  'decline',
  'end participation',
  'miss visit',
  'discontinue treatment',
];

export const arbitrary = (walk: Walk, person: Candidate): ParticipantCommand => {
  const made = walk.stream.pick(makers)(walk, person);
  return ends.includes(made.type) && walk.stream.chance(0.9) ? arbitrary(walk, person) : made;
};
