import type { Participant } from '#core/conduct/participant.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Study } from '#core/study/study.ts';
import { findAdverseEventDeviations } from './adverse-event-deviations.ts';
import { findAllocationDeviations } from './allocation-deviations.ts';
import { findBedsideDeviations } from './bedside-deviations.ts';
import { findConcomitantDeviations } from './concomitant-deviations.ts';
import { findConsentDeviations } from './consent-deviations.ts';
import { findCorrectionDeviations } from './correction-deviations.ts';
import type { Deviation } from './deviation.ts';
import { deviationKinds } from './deviation-kinds.ts';
import { type DeviationLimits, usualLimits } from './deviation-limits.ts';
import { findDoseAmountDeviations } from './dose-amount-deviations.ts';
import { findDoseDeviations } from './dose-deviations.ts';
import { type FindDeviations, openDossier } from './dossier.ts';
import { findEligibilityDeviations } from './eligibility-deviations.ts';
import { findEntryDeviations } from './entry-deviations.ts';
import { findFollowUpDeviations } from './follow-up-deviations.ts';
import { findFormDeviations } from './form-deviations.ts';
import { findHomeMedicineDeviations } from './home-medicine-deviations.ts';
import { findPregnancyDeviations } from './pregnancy-deviations.ts';
import { findPreparationDeviations } from './preparation-deviations.ts';
import { findEndpointGaps } from './primary-endpoint-gaps.ts';
import { findSafetyClockDeviations } from './safety-clock-deviations.ts';
import { findSafetyRuleDeviations } from './safety-rule-deviations.ts';
import { findVisitDeviations } from './visit-deviations.ts';

const families: readonly FindDeviations[] = [
  findConsentDeviations,
  findEligibilityDeviations,
  findAllocationDeviations,
  findVisitDeviations,
  findFormDeviations,
  findEndpointGaps,
  findPregnancyDeviations,
  findDoseDeviations,
  findDoseAmountDeviations,
  findBedsideDeviations,
  findPreparationDeviations,
  findSafetyRuleDeviations,
  findHomeMedicineDeviations,
  findConcomitantDeviations,
  findAdverseEventDeviations,
  findSafetyClockDeviations,
  findFollowUpDeviations,
  findEntryDeviations,
  findCorrectionDeviations,
];

/**
 * Every deviation of one participant from the protocol, in the order of the days and, on one day, of the rules. Nothing
 * is stored: asked again after a correction or a late entry, the answer is that of the data as they then stand.
 *
 * `participant` is folded from the whole stream, `envelopes` are the same stream, for when things were entered, and
 * `asOf` is the day on which it is asked: nothing is wanting before its time is over. Who sees only the public stream of a
 * masked trial finds only what it shows. What is not known is no deviation, except where it should have been recorded.
 */
export const findDeviations = (
  study: Study,
  participant: Participant,
  envelopes: readonly Envelope<TrialEvent>[],
  asOf: string,
  limits: DeviationLimits = usualLimits,
): readonly Deviation[] => {
  const dossier = openDossier(study, participant, envelopes, asOf, limits);
  return families
    .flatMap((find) => find(dossier))
    .map((found) => ({
      ...found,
      importance: deviationKinds[found.kind].importance,
      participant: participant.id ?? '',
    }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
