import { writeDay } from '#core/quantities/civil-date.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, type FindDeviations, isDue, mustBeDay } from './dossier.ts';
import { type HomeSupply, homeSupplies } from './home-supplies.ts';
import { inDays } from './in-days.ts';
import { rulesMet } from './safety-rule-deviations.ts';

const isInterruptedAt = (dossier: Dossier, visit: string): boolean =>
  [...rulesMet(dossier, 'interrupt treatment'), ...rulesMet(dossier, 'stop treatment')].some(
    (met) => met.visit.plan.id === visit,
  );

const notDispensed = (dossier: Dossier, { dose, visit, units, dispensed }: HomeSupply): readonly FoundDeviation[] => {
  const { discontinuedOn, endedOn } = dossier;
  const end = Math.min(discontinuedOn ?? Number.POSITIVE_INFINITY, endedOn ?? Number.POSITIVE_INFINITY);
  if (dispensed !== undefined || units === 0 || visit.on >= end || !isDue(dossier, visit.on)) return [];
  // What a safety rule keeps back is not missing.
  if (isInterruptedAt(dossier, visit.plan.id)) return [];
  return [
    {
      kind: 'medicine not dispensed',
      visit: visit.plan.id,
      dose,
      on: writeDay(visit.on),
      record: visit.record,
      says: `At visit ${visit.plan.id} on ${writeDay(visit.on)} none of the ${units} units of ${dose} were dispensed.`,
    },
  ];
};

/** What is handed out in kits is a whole number of them: the kit that is begun is no unit too many. */
const inWholeKits = (most: number, { units, kits = 0 }: NonNullable<HomeSupply['dispensed']>): number =>
  kits === 0 || units === 0 ? most : Math.ceil((most * kits) / units) * (units / kits);

const otherUnits = ({ dose, visit, units, most: planned, dispensed }: HomeSupply): readonly FoundDeviation[] => {
  if (dispensed === undefined) return [];
  const most = inWholeKits(planned, dispensed);
  if (dispensed.units >= units && dispensed.units <= most) return [];
  return [
    {
      kind: dispensed.units < units ? 'too few units dispensed' : 'too many units dispensed',
      visit: visit.plan.id,
      dose,
      on: dispensed.on,
      record: dispensed.record,
      says: `At visit ${visit.plan.id} ${dispensed.units} units of ${dose} were dispensed, where the plan has ${units} until the next visit and ${most} to the end of its window.`,
    },
  ];
};

const notReturned = (dossier: Dossier, { dose, dispensed, next, returned }: HomeSupply): readonly FoundDeviation[] => {
  if (dispensed === undefined || next === undefined || returned !== undefined || !isDue(dossier, next.on)) return [];
  return [
    {
      kind: 'medicine not returned',
      visit: next.plan.id,
      dose,
      on: writeDay(next.on),
      record: dispensed.record,
      says: `What was over of ${dispensed.units} units of ${dose} from visit ${dispensed.visit} was not returned at visit ${next.plan.id} on ${writeDay(next.on)}.`,
    },
  ];
};

/**
 * What was taken is what was dispensed and did not come back. It is held against the planned units from that day to the
 * return, at least against those that were dispensed: what somebody did not have is no fault of theirs.
 */
const taken = (dossier: Dossier, supply: HomeSupply): readonly FoundDeviation[] => {
  const { dose, dispensed, returned, plannedBetween } = supply;
  if (dispensed === undefined || returned === undefined || returned.units > dispensed.units) return [];
  const until = Math.min(returned.day, dossier.discontinuedOn ?? returned.day);
  const planned = plannedBetween(dispensed.day, until);
  const units = dispensed.units - returned.units;
  const { leastTaken, mostTaken } = dossier.limits;
  const isLittle = 100 * units < leastTaken * Math.min(planned, dispensed.units);
  if (planned === 0 || !(isLittle || 100 * units > mostTaken * planned)) return [];
  return [
    {
      kind: isLittle ? 'taken too little' : 'taken too much',
      visit: returned.visit,
      dose,
      on: returned.on,
      record: returned.record,
      says: `From ${dispensed.on} to ${returned.on} ${units} units of ${dose} were taken, where the plan has ${planned} and ${dispensed.units} were dispensed: ${Math.round((100 * units) / planned)} % of the plan, with ${leastTaken} to ${mostTaken} % asked.`,
    },
  ];
};

const afterDiscontinuation = ({ participant, discontinuedOn }: Dossier): readonly FoundDeviation[] =>
  discontinuedOn === undefined
    ? []
    : participant.dispensed
        .filter(({ on }) => mustBeDay(on) > discontinuedOn)
        .map(({ dose, visit, on, units, record }) => ({
          kind: 'medicine after discontinuation',
          visit,
          dose,
          on,
          record,
          says: `${units} units of ${dose} were dispensed on ${on}, ${inDays(mustBeDay(on) - discontinuedOn)} after the treatment was discontinued.`,
        }));

export const findHomeMedicineDeviations: FindDeviations = (dossier) => [
  ...homeSupplies(dossier).flatMap((supply) => [
    ...notDispensed(dossier, supply),
    ...otherUnits(supply),
    ...notReturned(dossier, supply),
    ...taken(dossier, supply),
  ]),
  ...afterDiscontinuation(dossier),
];
