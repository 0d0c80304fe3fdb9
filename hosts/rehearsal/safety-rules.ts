import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Study } from '#core/study/study.ts';

/** What the safety rules of the study say of a participant at a visit that was held. */
export const ruledAt = (study: Study, participant: Participant, visit: string): 'stop' | 'interrupt' | 'go on' => {
  const asked = study.safetyRules.filter(({ of }) => of.at?.includes(visit) === true);
  if (asked.length === 0) return 'go on';
  const chart = chartOf(study, participant);
  const actions = asked.filter(({ ask }) => ask(chart, visit).truth === 'true').map(({ of }) => of.action);
  if (actions.includes('stop treatment')) return 'stop';
  return actions.includes('interrupt treatment') ? 'interrupt' : 'go on';
};
