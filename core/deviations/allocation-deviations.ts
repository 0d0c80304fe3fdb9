import { isRefusal } from '#core/conduct/refusal.ts';
import { levelsOf, stratumOf } from '#core/conduct/strata.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, entriesOf, type FindDeviations } from './dossier.ts';
import { inDays } from './in-days.ts';

const stratum = ({ study, participant, chart }: Dossier, dayZero: Day): readonly FoundDeviation[] => {
  const taken = participant.allocated?.slot?.stratum;
  const levels = levelsOf(study, participant, chart);
  // By minimisation nobody stands in a stratum, and the levels that were used are sealed.
  if (study.definition.allocation.method !== 'permuted blocks' || taken === undefined || isRefusal(levels)) return [];
  const now = stratumOf(levels);
  if (now === taken) return [];
  return [
    {
      kind: 'wrong stratum',
      on: writeDay(dayZero),
      record: participant.allocated?.record ?? '',
      says: `Allocation took a slot of the stratum "${taken}", and by what is recorded today it is "${now}".`,
    },
  ];
};

const backdated = ({ participant, enteredOn }: Dossier, dayZero: Day): readonly FoundDeviation[] => {
  const record = participant.allocated?.record ?? '';
  const entered = enteredOn(record) ?? dayZero;
  if (entered <= dayZero) return [];
  const says = `The allocation of ${writeDay(dayZero)} was entered ${inDays(entered - dayZero)} later, on ${writeDay(entered)}.`;
  return [{ kind: 'allocation backdated', on: writeDay(dayZero), record, says }];
};

/** Forms up to day 0 that were filled after it: in an open trial by somebody who knew the arm. */
const formsAfter = (dossier: Dossier, dayZero: Day): readonly FoundDeviation[] =>
  entriesOf(dossier, 'section recorded').flatMap(({ event: { visit, section }, enteredOn, record }) => {
    const plan = dossier.visits.find(({ id }) => id === visit);
    if (plan === undefined || plan.day > 0 || enteredOn <= dayZero) return [];
    return [
      {
        kind: plan.day < 0 ? 'screening form after allocation' : 'baseline form after allocation',
        visit,
        on: writeDay(enteredOn),
        record: record(section),
        says: `Section ${section} of visit ${visit} was filled on ${writeDay(enteredOn)}, ${inDays(enteredOn - dayZero)} after allocation.`,
      },
    ];
  });

/** Somebody of whom the treatment or participation ended before anything was given; without doses there is nothing to begin. */
const neverTreated = ({ study, participant, discontinuedOn, endedOn }: Dossier): readonly FoundDeviation[] => {
  const { doses, dispensed, allocated } = participant;
  const end = Math.min(discontinuedOn ?? Number.POSITIVE_INFINITY, endedOn ?? Number.POSITIVE_INFINITY);
  const isTreated = doses.length + dispensed.length > 0;
  if (isTreated || !Number.isFinite(end) || dosesFor(study.definition, participant).length === 0) return [];
  const why = participant.discontinued?.why ?? participant.ended?.how ?? '';
  const says = `Nothing of the treatment was given from allocation on ${allocated?.on} to ${writeDay(end)} (${why}).`;
  return [{ kind: 'treatment never begun', on: writeDay(end), record: allocated?.record ?? '', says }];
};

export const findAllocationDeviations: FindDeviations = (dossier) => {
  const { dayZero } = dossier;
  if (dayZero === undefined) return [];
  return [
    ...stratum(dossier, dayZero),
    ...backdated(dossier, dayZero),
    ...formsAfter(dossier, dayZero),
    ...neverTreated(dossier),
  ];
};
