import { writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { datedAct, visitEntered } from './dated-act.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, entriesOf, type FindDeviations, type StreamEntry, signedAt } from './dossier.ts';
import { inDays } from './in-days.ts';

const enteredLate = (dossier: Dossier, entry: StreamEntry): readonly FoundDeviation[] => {
  const act = datedAct(dossier, entry.event);
  const { daysToEnter } = dossier.limits;
  if (act === undefined || entry.enteredOn - act.on <= daysToEnter) return [];
  const { kind, what, item, on, visit, dose } = act;
  return [
    {
      kind,
      ...(visit === undefined ? {} : { visit }),
      ...(dose === undefined ? {} : { dose }),
      on: writeDay(entry.enteredOn),
      record: entry.record(item),
      says: `${what}, due from ${writeDay(on)}, was entered on ${writeDay(entry.enteredOn)}, ${inDays(entry.enteredOn - on)} later; ${daysToEnter} are usual.`,
    },
  ];
};

/** For each source the first signature through a visit, where it came long after that. */
const signedLate = (dossier: Dossier): readonly FoundDeviation[] => {
  const signatures = entriesOf(dossier, 'history completed');
  return dossier.held.flatMap((held) =>
    signedAt(held).flatMap((source) => {
      const {
        plan: { id: visit },
        on,
      } = held;
      const first = signatures.find(
        ({ event }) => event.source === source && (readDate(event.through)?.last ?? Number.NEGATIVE_INFINITY) >= on,
      );
      const days = first === undefined ? 0 : first.enteredOn - (visitEntered(dossier, visit) ?? on);
      if (first === undefined || days <= dossier.limits.daysToEnter) return [];
      return [
        {
          kind: 'history signed late',
          visit,
          on: writeDay(first.enteredOn),
          record: first.record(source),
          says: `The ${source} history was signed through visit ${visit} of ${writeDay(on)} on ${writeDay(first.enteredOn)}, ${inDays(days)} after it was due.`,
        },
      ];
    }),
  );
};

/** What was entered or signed long after its day. */
export const findEntryDeviations: FindDeviations = (dossier) => [
  ...dossier.entries.flatMap((entry) => enteredLate(dossier, entry)),
  ...signedLate(dossier),
];
