import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Chart } from '#core/criteria/chart.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { AnalysisValue, Outcome } from './analysis-value.ts';
import { applyStrategies } from './apply-strategies.ts';
import { deriveOutcome } from './derive-outcome.ts';
import { findOccurrences } from './find-occurrences.ts';
import { applyMissingPolicy } from './missing-policy.ts';

const reportedBy = (outcome: Outcome): Truth | undefined =>
  outcome.kind === 'number' || outcome.kind === 'class' ? undefined : outcome.reached;

/**
 * The analysis value of one endpoint for one participant, derived from the folded events, at the visit that analyses
 * use or at another: what was observed, then the strategies for intercurrent events, then the policy for what is missing,
 * each of which acts here and nowhere earlier. Which of them decided stays visible beside the value.
 */
export const deriveValue = (
  endpoint: Endpoint,
  study: Study,
  participant: Participant,
  chart: Chart = chartOf(study, participant),
  at: string | undefined = visitsAsked(endpoint.of)[0],
): AnalysisValue => {
  const asked = { endpoint, study, participant, chart, at };
  const observed = deriveOutcome(endpoint, study, participant, chart, at);
  const events = findOccurrences(study, participant, endpoint, chart, at);
  const settled = applyMissingPolicy(applyStrategies(observed, events, asked), asked);
  return {
    endpoint: endpoint.of.id,
    participant: participant.id ?? '',
    arm: participant.arm,
    at,
    outcome: observed.outcome,
    ...(settled.outcome === observed.outcome ? {} : { entered: settled.outcome }),
    reported: reportedBy(settled.outcome),
    policy: settled.policy,
    ...(settled.decidedBy === undefined ? {} : { decidedBy: settled.decidedBy }),
    ...(events.length === 0 ? {} : { events }),
    because: settled.because,
    records: settled.records,
    missing: settled.missing,
  };
};
