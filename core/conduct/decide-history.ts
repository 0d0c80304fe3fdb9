import { nearestName } from '#core/criteria/nearest-name.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare, zero } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { Setting } from './command.ts';
import { pastDate, pastDay, sinceStart } from './dates.ts';
import type { Decide } from './decision.ts';
import { type Objection, unless } from './first-refusal.ts';
import type { HistoryEntry } from './trial-event.ts';

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

const isAmount = (written: string): boolean => {
  const decimal = readDecimal(written);
  return decimal !== undefined && compare(rationalOf(decimal), zero) > 0;
};

/** A dose that could not be computed with is refused on entry, and does not break an assessment later. */
const acceptDose = ({ concept, dose }: HistoryEntry): readonly Objection[] => {
  if (dose === undefined) return [];
  const item = `dose of ${concept}`;
  const { amount, unit, everyDays, timesADay } = dose;
  return [
    !isAmount(amount) && { refused: 'value not accepted', item, value: amount, accepted: 'a number above 0' },
    !isUnit(readUnit(unit)) && { refused: 'unit not accepted', item, unit, accepted: ['mg', 'g', 'ug'] },
    !(isCount(everyDays) && isCount(timesADay)) && {
      refused: 'value not accepted',
      item,
      value: `every ${everyDays} days, ${timesADay} a day`,
      accepted: 'whole numbers from 1',
    },
  ];
};

const acceptConcept = (entry: HistoryEntry, { study }: Setting): readonly Objection[] => {
  const { concepts } = study.lexicon;
  const known = [...concepts.values()].filter((each) => each.source === entry.source).map((each) => each.id);
  if (!known.includes(entry.concept)) {
    const nearest = nearestName(entry.concept, known);
    return [{ refused: 'name unknown', kind: 'concept', name: entry.concept, nearest }];
  }
  const attributes = concepts.get(entry.concept)?.attributes ?? [];
  return Object.keys(entry.attributes ?? {})
    .filter((name) => !attributes.includes(name))
    .map((name) => ({ refused: 'name unknown', kind: 'attribute', name, nearest: nearestName(name, attributes) }));
};

const acceptDates = ({ start, end }: HistoryEntry, setting: Setting): readonly Objection[] => [
  pastDate(start, setting),
  ...(end === undefined || end === 'ongoing' ? [] : [pastDate(end, setting), sinceStart(end, start)]),
];

const acceptEntry = (entry: HistoryEntry, setting: Setting): readonly Objection[] => [
  ...acceptConcept(entry, setting),
  ...acceptDates(entry, setting),
  ...acceptDose(entry),
];

export const decideHistory: Decide<'record history'> = ({ records }, participant, setting) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      ...records.flatMap((entry) => acceptEntry(entry, setting)),
    ],
    () => [{ type: 'history recorded', records }],
  );

/** Ends a course that was recorded as ongoing; what else is wrong with a record is corrected, with a reason. */
export const decideCourseEnd: Decide<'end course'> = ({ record, end }, participant, setting) => {
  const course = participant.history.find((entry) => entry.record === record);
  return unless(
    [
      course === undefined && { refused: 'value not found', record },
      course !== undefined && course.end !== 'ongoing' && { refused: 'done already', what: `end of ${course.concept}` },
      pastDate(end, setting),
      course !== undefined && sinceStart(end, course.start),
    ],
    () => [{ type: 'course ended', record, end }],
  );
};

/** Puts a record as it should have been in the place of one that stands: of the same source, and with a reason. */
export const decideHistoryCorrection: Decide<'correct history'> = (command, participant, setting) => {
  const { replaces, entry, reason } = command;
  const standing = participant.history.find(({ record }) => record === replaces);
  return unless(
    [
      standing === undefined && { refused: 'value not found', record: replaces },
      standing !== undefined &&
        standing.source !== entry.source && {
          refused: 'value not accepted',
          item: 'source',
          value: entry.source,
          accepted: standing.source,
        },
      reason.trim() === '' && { refused: 'reason missing' },
      ...acceptEntry(entry, setting),
    ],
    () => [{ type: 'history corrected', replaces, entry }],
  );
};

/** Takes a record out of what stands, as one that was entered by mistake; the log keeps it. */
export const decideStriking: Decide<'strike history'> = ({ record, reason }, participant) =>
  unless(
    [
      participant.history.every((entry) => entry.record !== record) && { refused: 'value not found', record },
      reason.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'history struck', record }],
  );

/** Signs a source as complete through a day: from then on its silence means that nothing happened. */
export const decideCompletion: Decide<'complete history'> = ({ source, through }, participant, setting) =>
  unless([participant.consentedOn === undefined && { refused: 'consent missing' }, pastDay(through, setting)], () => [
    { type: 'history completed', source, through },
  ]);
