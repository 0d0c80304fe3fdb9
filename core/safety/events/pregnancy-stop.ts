import { plannedDoses } from '#core/conduct/dose-plan.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { measuresAsked } from '#core/criteria/walk.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { SafetyRule, Study } from '#core/study/study.ts';

const signs: readonly string[] = ['urine-hCG', 'serum-hCG', 'pregnant'];

/** The rule of safety that ends treatment in pregnancy: its sentence asks a test of it. Undefined where the study has none. */
export const pregnancyStop = ({ safetyRules }: Study): SafetyRule | undefined =>
  safetyRules.find(
    ({ of, condition }) =>
      of.action === 'stop treatment' && measuresAsked(condition).some(({ measure }) => signs.includes(measure)),
  );

/** Whether any treatment is planned after a day; what was handed out for the home lasts past it. */
export const hasTreatmentAfter = ({ definition }: Study, participant: Participant, day: string): boolean => {
  const [zero, from] = [readDay(participant.allocated?.on ?? ''), readDay(day)];
  if (zero === undefined || from === undefined) return false;
  return dosesFor(definition, participant).some(({ dose }) =>
    plannedDoses(dose).some((planned) => zero + planned.day > from),
  );
};
