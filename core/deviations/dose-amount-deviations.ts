import { doseAmount } from '#core/conduct/dose-plan.ts';
import { itemAt } from '#core/conduct/participant.ts';
import { realDose } from '#core/conduct/visible-doses.ts';
import { rationalOf, readDecimal, writeRational } from '#core/quantities/decimal.ts';
import {
  absolute,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '#core/quantities/rational.ts';
import { weightVisit } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { FoundDeviation } from './deviation.ts';
import type { DeviationKind } from './deviation-kinds.ts';
import { type Dossier, type FindDeviations, mustBeDay } from './dossier.ts';
import { inDays } from './in-days.ts';
import { type SiteDose, siteDoses } from './site-doses.ts';

interface Amount {
  readonly amount: string;
  readonly unit: string;
}

const numberOf = ({ amount }: Amount): Rational | undefined => {
  const decimal = readDecimal(amount);
  return decimal && rationalOf(decimal);
};

/** By how many percent an amount differs from another in the same unit; undefined where that cannot be said. */
export const percentOff = (amount: Amount, planned: Amount): Rational | undefined => {
  const [given, asked] = [numberOf(amount), numberOf(planned)];
  if (given === undefined || asked === undefined || compare(asked, zero) <= 0) return undefined;
  return amount.unit === planned.unit
    ? multiply(absolute(divide(subtract(given, asked), asked)), rational(100))
    : undefined;
};

/** What an administration should amount to by the weight as it stands today. */
const plannedAmount = ({ participant, study }: Dossier, dose: DoseDefinition, day: number): Amount | undefined => {
  const visit = weightVisit(dose, day, study.definition.visits);
  return doseAmount(dose, visit === undefined ? undefined : itemAt(participant, visit, 'weight'));
};

const compared = (
  dossier: Dossier,
  kind: DeviationKind,
  act: Amount & { readonly dose: string; readonly number: number; readonly record: string },
  plan: { readonly dose: DoseDefinition; readonly day: number; readonly on: string },
): readonly FoundDeviation[] => {
  const planned = plannedAmount(dossier, plan.dose, plan.day);
  const off = planned && percentOff(act, planned);
  if (planned === undefined || off === undefined || compare(off, rational(dossier.limits.percentOfAmount)) <= 0)
    return [];
  const says = `Dose ${act.number} of ${act.dose} was ${act.amount} ${act.unit}; plan and weight say ${planned.amount} ${planned.unit}, a difference of ${writeRational(off, 1)} %.`;
  return [{ kind, dose: act.dose, on: plan.on, record: act.record, says }];
};

/** What participants are really given under the name that is seen; undefined for those who do not know the arm. */
const realOf = ({ study: { definition }, participant }: Dossier, { view }: SiteDose): DoseDefinition | undefined =>
  view.isVeiled ? realDose(definition, participant.arm, view.dose.id) : view.dose;

/** Of a veiled dose the amount stands with its preparation; of an open one with its giving, or else its preparation. */
const amounts = (dossier: Dossier, each: SiteDose): readonly FoundDeviation[] => {
  const real = realOf(dossier, each);
  const { given, planned, view } = each;
  if (real === undefined) return [];
  const plan = { dose: real, day: planned.day };
  if (given !== undefined && !view.isVeiled)
    return compared(dossier, 'dose of a wrong amount', given, { ...plan, on: given.on });
  const prepared = dossier.participant.prepared.find(
    ({ dose, number }) => dose === real.id && number === planned.number,
  );
  const on = given?.on ?? dossier.participant.allocated?.on ?? '';
  return prepared === undefined ? [] : compared(dossier, 'dose prepared in a wrong amount', prepared, { ...plan, on });
};

const byOldWeight = (dossier: Dossier, each: SiteDose): readonly FoundDeviation[] => {
  const real = realOf(dossier, each);
  const id = real && weightVisit(real, each.planned.day, dossier.study.definition.visits);
  const weighed = dossier.participant.visits.get(id ?? '')?.on;
  const { given, planned } = each;
  if (given === undefined || weighed === undefined) return [];
  const days = given.day - mustBeDay(weighed);
  if (days <= dossier.limits.daysOfWeight) return [];
  const says = `Dose ${planned.number} of ${planned.dose} was given on ${given.on} by the weight of visit ${id}, ${inDays(days)} before; at most ${dossier.limits.daysOfWeight} are usual.`;
  return [{ kind: 'dose by an old weight', dose: planned.dose, on: given.on, record: given.record, says }];
};

/**
 * Amounts against the plan and the weight as it stands today: one that was right by a weight that was corrected since is
 * found too. Where the weight is missing nothing is said.
 */
export const findDoseAmountDeviations: FindDeviations = (dossier) =>
  siteDoses(dossier).flatMap((each) => [...amounts(dossier, each), ...byOldWeight(dossier, each)]);
