import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { everyFormula, pointsNamed } from '#core/criteria/walk.ts';
import type { SafetyRule, Study } from '#core/study/study.ts';

/** What the rules of safety ask of treatment. */
export type Ruled = 'stop' | 'interrupt' | 'go on';

/** A rule is asked at the visits that it is given; one without any at those that its sentence names. */
const isAskedAt = ({ of, condition }: SafetyRule, visit: string): boolean =>
  of.at?.includes(visit) ?? everyFormula(condition).flatMap(pointsNamed).includes(visit);

/** What the safety rules of the study say of a participant at a visit that was held. */
export const ruledAt = (study: Study, participant: Participant, visit: string): Ruled => {
  const asked = study.safetyRules.filter((rule) => isAskedAt(rule, visit));
  if (asked.length === 0) return 'go on';
  const chart = chartOf(study, participant);
  const actions = asked
    .filter(({ of, ask }) => ask(chart, of.at === undefined ? undefined : visit).truth === 'true')
    .map(({ of }) => of.action);
  if (actions.includes('stop treatment')) return 'stop';
  return actions.includes('interrupt treatment') ? 'interrupt' : 'go on';
};

/** What they say of treatment on a day: a stop at any visit until then lasts, an interruption is of the visit of that day. */
export const ruledOn = (study: Study, participant: Participant, on: string): Ruled => {
  if (study.safetyRules.length === 0) return 'go on';
  const held = [...participant.visits].flatMap(([visit, { on: heldOn }]) =>
    heldOn === undefined || heldOn > on ? [] : [{ isToday: heldOn === on, ruled: ruledAt(study, participant, visit) }],
  );
  if (held.some(({ ruled }) => ruled === 'stop')) return 'stop';
  return held.some(({ ruled, isToday }) => isToday && ruled === 'interrupt') ? 'interrupt' : 'go on';
};
