import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { visibleName } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, entriesOf, type FindDeviations, isDue, mustBeDay, type StreamEntry } from './dossier.ts';
import { inDays } from './in-days.ts';
import { siteDoses } from './site-doses.ts';

type PreparedEvent = Extract<ParticipantEvent, { type: 'dose prepared' }>;

/** A dose as it was made ready, under the name by which it is given. */
interface Preparation {
  readonly name: string;
  readonly number: number;
  readonly on: Day;
  readonly record: string;
}

/** Whether a preparation was discarded after it was entered: another one takes its place. */
const isDiscarded = ({ entries }: Dossier, prepared: StreamEntry<PreparedEvent>): boolean =>
  entries
    .slice(entries.indexOf(prepared))
    .some(
      ({ event }) =>
        event.type === 'dose discarded' && event.dose === prepared.event.dose && event.number === prepared.event.number,
    );

const preparationsOf = (dossier: Dossier): readonly Preparation[] => {
  const defined = dossier.study.definition.arms.flatMap(({ doses }) => doses);
  const standing = entriesOf(dossier, 'dose prepared').filter((entry) => !isDiscarded(dossier, entry));
  return standing.map(({ event, record }) => {
    const dose = defined.find(({ id }) => id === event.dose);
    return {
      name: dose === undefined ? event.dose : visibleName(dose),
      number: event.number,
      on: mustBeDay(event.on),
      record: record(`${event.dose}.${event.number}`),
    };
  });
};

const kindOf = (days: number, most: number): FoundDeviation['kind'] => {
  if (days < 0) return 'dose before its preparation';
  return days > most ? 'dose long after preparation' : 'prepared on another day';
};

const fromPreparation = (dossier: Dossier, { name, number, on, record }: Preparation): readonly FoundDeviation[] => {
  const given = dossier.participant.doses.find((each) => each.dose === name && each.number === number);
  const prepared = `Dose ${number} of ${name} was prepared on ${writeDay(on)}`;
  if (given === undefined)
    return isDue(dossier, on)
      ? [{ kind: 'prepared and not given', dose: name, on: writeDay(on), record, says: `${prepared} and not given.` }]
      : [];
  const days = mustBeDay(given.on) - on;
  if (days === 0) return [];
  const says = `${prepared} and given on ${given.on}, ${days < 0 ? `${inDays(-days)} before` : `${inDays(days)} later`}.`;
  return [
    {
      kind: kindOf(days, dossier.limits.daysFromPreparation),
      dose: name,
      on: given.on,
      record: given.record,
      says,
    },
  ];
};

/** Cells are not given as they are stored: where somebody knows the arm, each dose has a preparation. */
const unprepared = (dossier: Dossier): readonly FoundDeviation[] => {
  const { participant } = dossier;
  const isPrepared = (dose: string, number: number): boolean =>
    participant.prepared.some((each) => each.dose === dose && each.number === number);
  return siteDoses(dossier).flatMap(({ view, planned: { dose, number }, given }) => {
    if (view.isVeiled || given === undefined || !view.dose.amount.includes('{cells}') || isPrepared(dose, number))
      return [];
    const says = `Dose ${number} of ${dose} was given on ${given.on}, and its preparation is not recorded.`;
    return [{ kind: 'dose without preparation', dose, on: given.on, record: given.record, says }];
  });
};

/** Preparation against giving. For how long a product keeps the protocol does not say in data. */
export const findPreparationDeviations: FindDeviations = (dossier) => [
  ...preparationsOf(dossier).flatMap((each) => fromPreparation(dossier, each)),
  ...unprepared(dossier),
];
