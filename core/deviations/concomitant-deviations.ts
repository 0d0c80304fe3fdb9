import type { StandingRecord } from '#core/conduct/participant.ts';
import { countsAs, type Source } from '#core/criteria/lexicon.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { FoundDeviation } from './deviation.ts';
import type { DeviationKind } from './deviation-kinds.ts';
import type { Dossier, FindDeviations } from './dossier.ts';

/** The prohibited concept that a record counts as; rescue is foreseen, and what it names is not prohibited. */
const prohibitedBy = ({ study }: Dossier, { concept }: StandingRecord): string | undefined => {
  const { prohibited = [], rescue = [] } = study.definition.treatments ?? {};
  const isRescue = rescue.some((wanted) => countsAs(study.lexicon, concept, wanted));
  return isRescue ? undefined : prohibited.find((wanted) => countsAs(study.lexicon, concept, wanted));
};

/** The last day on which a record may at the earliest have ended; without end it is one day, or goes on. */
const certainEnd = ({ start, end }: StandingRecord): Day | undefined =>
  end === 'ongoing' ? Number.POSITIVE_INFINITY : readDate(end ?? start)?.first;

const kindOf = (source: Source, isBegun: boolean): DeviationKind | undefined => {
  switch (source) {
    case 'medication':
      return isBegun ? 'prohibited medicine begun' : 'prohibited medicine continued';
    case 'procedure':
      return 'prohibited procedure';
    case 'vaccination':
      return 'prohibited vaccine';
    case 'condition':
    case 'adverse event':
      return undefined;
    default:
      return source satisfies never;
  }
};

const isBefore = (day: Day, end: Day | undefined): boolean => end === undefined || day <= end;

const found = (dossier: Dossier, dayZero: Day, entry: StandingRecord): readonly FoundDeviation[] => {
  const wanted = prohibitedBy(dossier, entry);
  const [start, end] = [readDate(entry.start), certainEnd(entry)];
  if (wanted === undefined || start === undefined || end === undefined) return [];
  const isBegun = start.first >= dayZero;
  const kind = kindOf(entry.source, isBegun);
  const isCertain = isBegun ? isBefore(start.first, dossier.endedOn) : end > dayZero;
  if (kind === undefined || !isCertain) return [];
  const on = isBegun ? start.first : dayZero;
  const until = entry.end === undefined ? '' : entry.end === 'ongoing' ? ', and goes on' : `, until ${entry.end}`;
  const as = wanted === entry.concept ? '' : ` (${wanted})`;
  const says = `The protocol prohibits ${entry.concept}${as}: it is recorded from ${entry.start}${until}; allocation was on ${writeDay(dayZero)}.`;
  return [{ kind, on: writeDay(on), record: entry.record, says }];
};

/**
 * What the protocol prohibits beside the treatment, on or after the day of allocation. With partial dates only what is
 * certain counts. Rescue medicine is an intercurrent event of the estimand and no deviation.
 */
export const findConcomitantDeviations: FindDeviations = (dossier) => {
  const { dayZero, participant } = dossier;
  return dayZero === undefined ? [] : participant.history.flatMap((entry) => found(dossier, dayZero, entry));
};
