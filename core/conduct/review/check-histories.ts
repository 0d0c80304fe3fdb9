import type { StandingRecord } from '#core/conduct/participant.ts';
import { isSealedRecord } from '#core/conduct/trial-event.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { CheckedData, EditCheck, ProposedQuery } from './checked-data.ts';
import type { QueryRule } from './review-event.ts';

const ask = (rule: QueryRule, { record }: StandingRecord, text: string): ProposedQuery => ({
  rule,
  about: { kind: 'history', record },
  text,
});

const publicHistory = ({ dossier: { participant } }: CheckedData): readonly StandingRecord[] =>
  participant.enrolledOn === undefined ? [] : participant.history.filter(({ record }) => !isSealedRecord(record));

const endOf = ({ end }: StandingRecord): PartialDate | undefined =>
  end === undefined || end === 'ongoing' ? undefined : readDate(end);

/** Ends that may lie before the start, of dates that leave it open: what certainly does is refused on entry. */
export const checkOrder: EditCheck = (data) =>
  publicHistory(data).flatMap((entry): readonly ProposedQuery[] => {
    const [start, end] = [readDate(entry.start), endOf(entry)];
    if (start === undefined || end === undefined || end.first >= start.first) return [];
    return [
      ask(
        'end before start',
        entry,
        `${entry.concept} from ${entry.start} ended in ${entry.end ?? ''}, which may be before it began. Please complete the dates.`,
      ),
    ];
  });

const isPartial = (date: PartialDate | undefined): boolean => date !== undefined && date.first < date.last;

/** Adverse events, and whatever else was begun or ended in the trial, are counted in days. */
const needsDay = (data: CheckedData, { source }: StandingRecord, date: PartialDate | undefined): boolean => {
  const consent = readDay(data.dossier.participant.consentedOn ?? '');
  return (
    isPartial(date) && (source === 'adverse event' || (consent !== undefined && (date?.last ?? consent) >= consent))
  );
};

/** Dates without the day, where the trial counts days. */
export const checkDays: EditCheck = (data) =>
  publicHistory(data).flatMap((entry): readonly ProposedQuery[] => {
    const isAsked = [readDate(entry.start), endOf(entry)].some((date) => needsDay(data, entry, date));
    const dates = entry.end === undefined ? entry.start : `${entry.start} to ${entry.end}`;
    return isAsked
      ? [ask('day not known', entry, `${entry.concept}, ${dates}: the day is needed. Please complete the date.`)]
      : [];
  });

/** Adverse events that go on though the participation is over, and the time to enter an end too. */
export const checkEnds: EditCheck = (data) => {
  const { asOf, endedOn } = data.dossier;
  if (endedOn === undefined || asOf <= endedOn + data.limits.daysToEnter) return [];
  return publicHistory(data)
    .filter(({ source, end }) => source === 'adverse event' && end === 'ongoing')
    .map((entry) =>
      ask(
        'event without end',
        entry,
        `${entry.concept} from ${entry.start} was going on when the participation ended. Please enter its end, or that it is not known.`,
      ),
    );
};
