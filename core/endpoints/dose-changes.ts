import { doseAmount, plannedDoses } from '#core/conduct/dose-plan.ts';
import { type GivenDose, itemAt, type Participant } from '#core/conduct/participant.ts';
import { looksOf, realDose } from '#core/conduct/visible-doses.ts';
import { usualLimits } from '#core/deviations/deviation-limits.ts';
import { percentOff } from '#core/deviations/dose-amount-deviations.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { compare, rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { weightVisit } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Study } from '#core/study/study.ts';
import type { EndpointSpan } from './endpoint-point.ts';
import type { FoundEvent } from './event-occurrence.ts';
import { isWithin } from './within-span.ts';

const plannedAmount = (dose: DoseDefinition, number: number, participant: Participant, study: Study) => {
  const day = plannedDoses(dose).find((each) => each.number === number)?.day;
  const visit = day === undefined ? undefined : weightVisit(dose, day, study.definition.visits);
  return doseAmount(dose, visit === undefined ? undefined : itemAt(participant, visit, 'weight'));
};

/** Of a dose that looks like those of other arms the amount stands with its preparation. */
const givenAmount = (given: GivenDose, dose: DoseDefinition, { prepared }: Participant, { definition }: Study) =>
  looksOf(definition) === 'alike'
    ? prepared.find((each) => each.dose === dose.id && each.number === given.number)
    : given;

const isChanged = (given: GivenDose, participant: Participant, study: Study): Truth => {
  const dose = realDose(study.definition, participant.arm, given.dose);
  const planned = dose && plannedAmount(dose, given.number, participant, study);
  const amount = dose && givenAmount(given, dose, participant, study);
  const off = planned && amount && percentOff(amount, planned);
  if (off === undefined) return 'unknown';
  return compare(off, rational(usualLimits.percentOfAmount)) > 0 ? 'true' : 'false';
};

/**
 * Doses given in the span that were not what plan and weight say, by more than the usual percent of amounts
 * (`usualLimits.percentOfAmount`). Without arm, weight or amount it is not known. Tablets taken at home are counted among
 * the deviations, not here.
 */
export const findDoseChanges = (participant: Participant, study: Study, span: EndpointSpan): readonly FoundEvent[] =>
  participant.doses.flatMap((given) => {
    const on = readDate(given.on);
    if (on === undefined || isWithin(on, span) === 'false') return [];
    const happened = isChanged(given, participant, study);
    const item = `the amount of ${given.dose} ${given.number}`;
    const missing = happened === 'unknown' ? [{ kind: 'item', item, point: '', why: 'not recorded' } as const] : [];
    return [{ what: `${given.dose} ${given.number} changed`, on, happened, records: [given.record], missing }];
  });
