import { writeDay } from '#core/quantities/civil-date.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, entriesOf, type FindDeviations, type StreamEntry } from './dossier.ts';
import { inDays } from './in-days.ts';

type Correction = StreamEntry<Extract<StreamEntry['event'], { type: 'item corrected' }>>;

/** Days from the day on which an item was first entered; none where its section was not handed over. */
const daysSinceEntry = (dossier: Dossier, { event, enteredOn }: Correction): number => {
  const first = entriesOf(dossier, 'section recorded').find(
    ({ event: { visit, items } }) => visit === event.visit && items.some(({ item }) => item === event.entry.item),
  );
  return first === undefined ? 0 : enteredOn - first.enteredOn;
};

const found = (dossier: Dossier, correction: Correction, before: number): readonly FoundDeviation[] => {
  const { event, enteredOn, record } = correction;
  const { visit, entry } = event;
  const days = daysSinceEntry(dossier, correction);
  const fact = { visit, on: writeDay(enteredOn), record: record(entry.item) };
  const what = `The item ${entry.item} of visit ${visit} was corrected`;
  const isLate = days > dossier.limits.daysToCorrect;
  return [
    ...(isLate
      ? [{ ...fact, kind: 'item corrected late' as const, says: `${what} ${inDays(days)} after it was entered.` }]
      : []),
    ...(before > 0 ? [{ ...fact, kind: 'item corrected again' as const, says: `${what} ${before + 1} times.` }] : []),
  ];
};

/** Corrections that came long after the entry, or after another one of the same item at the same visit. */
export const findCorrectionDeviations: FindDeviations = (dossier) => {
  const corrections = entriesOf(dossier, 'item corrected');
  return corrections.flatMap((correction, index) => {
    const { visit, entry } = correction.event;
    const before = corrections
      .slice(0, index)
      .filter(({ event }) => event.visit === visit && event.entry.item === entry.item);
    return found(dossier, correction, before.length);
  });
};
