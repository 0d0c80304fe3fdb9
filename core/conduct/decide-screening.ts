import { acceptItem, itemsOf } from './accept-item.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { addDuration } from '#core/quantities/duration.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import type { ParticipantCommand, Setting } from './command.ts';
import { pastDate, pastDay, sinceBirth, sinceConsent } from './dates.ts';
import { assessEligibility, foundOf } from './eligibility.ts';
import { chartOf } from './participant-chart.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { HistoryEntry, JudgementEntry, ParticipantEvent } from './trial-event.ts';

type Decide<T extends ParticipantCommand['type']> = (
  command: Extract<ParticipantCommand, { type: T }>,
  participant: Participant,
  setting: Setting,
) => readonly ParticipantEvent[] | Refusal;

/** Answers with the first refusal of a list in order of precedence, or with the events. */
export const unless = (refusals: readonly (Refusal | undefined | false)[], events: () => readonly ParticipantEvent[]): readonly ParticipantEvent[] | Refusal =>
  refusals.find((refusal) => refusal !== undefined && refusal !== false) || events();

const visitNames = (study: Study): readonly string[] => study.definition.visits.map((visit) => visit.id);

const visitKnown = (study: Study, visit: string): Refusal | undefined =>
  visitNames(study).includes(visit) ? undefined : { refused: 'name unknown', kind: 'visit', name: visit, nearest: nearestName(visit, visitNames(study)) };

const visitHeld = (participant: Participant, visit: string): Refusal | undefined =>
  participant.visits.get(visit)?.on === undefined ? { refused: 'visit not held', visit } : undefined;

export const decideIdentify: Decide<'identify'> = ({ participant: id, site }, participant, { study }) =>
  unless(
    [
      participant.id !== undefined && { refused: 'participant exists', participant: id },
      !study.definition.sites.some((each) => each.id === site) && { refused: 'site unknown', site },
    ],
    () => [{ type: 'participant identified', participant: id, site }],
  );

export const decideDecline: Decide<'decline'> = ({ on }, participant, setting) =>
  unless([participant.consentedOn !== undefined && { refused: 'done already', what: 'consent' }, participant.declinedOn !== undefined && { refused: 'done already', what: 'decline' }, pastDay(on, setting)], () => [
    { type: 'participant declined', on },
  ]);

export const decideConsent: Decide<'give consent'> = ({ on, version }, participant, setting) =>
  unless(
    [participant.consentedOn !== undefined && { refused: 'done already', what: 'consent' }, pastDay(on, setting), sinceBirth(on, participant)],
    () => [{ type: 'consent given', on, version }],
  );

export const decideDescribe: Decide<'describe'> = ({ born, sex }, participant, setting) =>
  unless([participant.born !== undefined && { refused: 'done already', what: 'description' }, pastDate(born, setting)], () => [
    { type: 'participant described', born, sex },
  ]);

/** Day of a visit counted from randomisation, or from itself before there is one: screening is never out of window. */
const inWindow = (study: Study, participant: Participant, visit: string, on: string): boolean => {
  const planned = study.definition.visits.find((each) => each.id === visit);
  const [zero, day] = [readDay(participant.randomised?.on ?? ''), readDay(on)];
  if (planned === undefined || zero === undefined || day === undefined) return true;
  return day >= addDuration(zero, { count: planned.earliest, unit: 'day' }) && day <= addDuration(zero, { count: planned.latest, unit: 'day' });
};

/** The days on which a visit may be held, once day 0 is known. */
export const windowOf = (study: Study, visit: string, dayZero: string): { readonly earliest: string; readonly planned: string; readonly latest: string } | undefined => {
  const planned = study.definition.visits.find((each) => each.id === visit);
  const zero = readDay(dayZero);
  if (planned === undefined || zero === undefined) return undefined;
  const on = (days: number): string => writeDay(addDuration(zero, { count: days, unit: 'day' }));
  return { earliest: on(planned.earliest), planned: on(planned.day), latest: on(planned.latest) };
};

export const decideHoldVisit: Decide<'hold visit'> = ({ visit, on }, participant, setting) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      visitKnown(setting.study, visit),
      participant.visits.has(visit) && { refused: 'done already', what: visit },
      pastDay(on, setting),
      sinceConsent(on, participant),
    ],
    () => [{ type: 'visit held', visit, on, inWindow: inWindow(setting.study, participant, visit, on) }],
  );

export const decideMissVisit: Decide<'miss visit'> = ({ visit }, participant, { study }) =>
  unless([visitKnown(study, visit), participant.visits.has(visit) && { refused: 'done already', what: visit }], () => [{ type: 'visit missed', visit }]);

const sectionKnown = (study: Study, section: string, visit: string): Refusal | undefined => {
  const here = study.definition.activities.filter((activity) => activity.visits.includes(visit)).map((activity) => activity.id);
  return here.includes(section) ? undefined : { refused: 'name unknown', kind: 'section', name: section, nearest: nearestName(section, here) };
};

export const decideSection: Decide<'record section'> = ({ visit, section, items }, participant, { study }) => {
  const known = itemsOf(study, section);
  const doubled = items.find((entry, index) => items.findIndex((other) => other.item === entry.item) !== index);
  return unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      visitKnown(study, visit),
      visitHeld(participant, visit),
      sectionKnown(study, section, visit),
      ...items.map((entry) => acceptItem(entry, known)),
      doubled && { refused: 'done already', what: doubled.item },
      ...items.map((entry) => participant.items.has(`${visit}/${entry.item}`) && ({ refused: 'done already', what: `${entry.item} at ${visit}` } as const)),
    ],
    () => [{ type: 'section recorded', visit, section, items }],
  );
};

/** A correction names the event that it replaces; only a change of the same item in between is a conflict. */
export const decideCorrection: Decide<'correct item'> = ({ visit, replaces, entry, reason }, participant, { study }) => {
  const standing = participant.items.get(`${visit}/${entry.item}`);
  const items = new Map(study.definition.activities.flatMap((activity) => [...itemsOf(study, activity.id)]));
  return unless(
    [standing?.record !== replaces && { refused: 'value not found', record: replaces }, reason.trim() === '' && { refused: 'reason missing' }, acceptItem(entry, items)],
    () => [{ type: 'item corrected', visit, replaces, entry }],
  );
};

const judgementKnown = (study: Study, visit: string, { text }: JudgementEntry): Refusal | undefined => {
  const asked = study.judgements.filter((item) => item.visits.includes(visit)).map((item) => item.text);
  return asked.includes(text) ? undefined : { refused: 'name unknown', kind: 'judgement', name: text, nearest: nearestName(text, asked) };
};

export const decideJudgements: Decide<'record judgements'> = ({ visit, answers }, participant, { study }) =>
  unless([visitHeld(participant, visit), ...answers.map((answer) => judgementKnown(study, visit, answer))], () => [
    { type: 'judgements recorded', visit, answers },
  ]);

const acceptHistory = (entry: HistoryEntry, { study, ...rest }: Setting): readonly (Refusal | undefined | false)[] => {
  const concept = study.lexicon.concepts.get(entry.concept);
  const known = [...study.lexicon.concepts.values()].filter((each) => each.source === entry.source).map((each) => each.id);
  const setting = { study, ...rest };
  return [
    !known.includes(entry.concept) && { refused: 'name unknown', kind: 'concept', name: entry.concept, nearest: nearestName(entry.concept, known) },
    ...Object.keys(entry.attributes ?? {}).map(
      (name) =>
        concept !== undefined && !concept.attributes.includes(name) && ({ refused: 'name unknown', kind: 'attribute', name, nearest: nearestName(name, concept.attributes) } as const),
    ),
    pastDate(entry.start, setting),
    entry.end === undefined || entry.end === 'ongoing' ? undefined : pastDate(entry.end, setting),
  ];
};

export const decideHistory: Decide<'record history'> = ({ records }, participant, setting) =>
  unless([participant.consentedOn === undefined && { refused: 'consent missing' }, ...records.flatMap((entry) => acceptHistory(entry, setting))], () => [
    { type: 'history recorded', records },
  ]);

export const decideCompletion: Decide<'complete history'> = ({ source, through }, participant, setting) =>
  unless([participant.consentedOn === undefined && { refused: 'consent missing' }, pastDay(through, setting)], () => [{ type: 'history completed', source, through }]);

export const decideAssessment: Decide<'assess eligibility'> = ({ on }, participant, setting) =>
  unless(
    [participant.consentedOn === undefined && { refused: 'consent missing' }, participant.enrolledOn !== undefined && { refused: 'done already', what: 'enrolment' }, pastDay(on, setting)],
    () => {
      const { verdict, results } = assessEligibility(setting.study, chartOf(setting.study, participant, on));
      return [{ type: 'eligibility assessed', on, verdict, found: results.map(foundOf) }];
    },
  );

export const decideEnrolment: Decide<'enrol'> = ({ on }, participant, setting) => {
  const found = participant.assessed?.found ?? [];
  const of = (result: 'not met' | 'not known') => found.filter((each) => each.result === result).map((each) => each.criterion);
  return unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      participant.enrolledOn !== undefined && { refused: 'done already', what: 'enrolment' },
      participant.assessed === undefined && { refused: 'not assessed' },
      participant.assessed?.verdict === 'not eligible' && { refused: 'not eligible', criteria: of('not met') },
      participant.assessed?.verdict === 'needs information' && { refused: 'information missing', criteria: of('not known') },
      pastDay(on, setting),
    ],
    () => [{ type: 'participant enrolled', on }],
  );
};
