import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Chart } from '#core/criteria/chart.ts';
import { explain } from '#core/criteria/explain.ts';
import type { Proof } from '#core/criteria/proof.ts';
import type { Missing } from '#core/measures/measured.ts';
import { or, type Truth } from '#core/quantities/truth.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { AnalysisValue, Outcome } from './analysis-value.ts';
import { deriveClass } from './derive-class.ts';
import { deriveResponse } from './ordered-response.ts';

interface Found {
  readonly outcome: Outcome;
  readonly because: readonly string[];
  readonly records: readonly string[];
  readonly missing: readonly Missing[];
}

const recordsIn = (proof: Proof): readonly string[] => [
  ...proof.evidence.map((each) => each.record),
  ...proof.parts.flatMap(recordsIn),
];

/** What is missing where it matters: below a part that is decided nothing is asked for. */
const missingIn = (proof: Proof): readonly Missing[] =>
  proof.truth === 'unknown' ? [...proof.missing, ...proof.parts.flatMap(missingIn)] : [];

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

const foundBy = (outcome: Outcome, proofs: readonly Proof[]): Found => ({
  outcome,
  because: unique(proofs.flatMap(explain)),
  records: unique(proofs.flatMap(recordsIn)),
  missing: proofs.flatMap(missingIn),
});

const deriveLevel = (endpoint: Extract<Endpoint, { kind: 'response' }>, chart: Chart, at: string): Found => {
  const { response, of } = endpoint;
  const { worst, best, proofs } = deriveResponse(response, chart, at);
  const enough = response.levels
    .slice(0, response.levels.findIndex((level) => level.id === of['at least']) + 1)
    .map((level) => level.id);
  const reached: Truth = enough.includes(worst) ? 'true' : enough.includes(best) ? 'unknown' : 'false';
  // What decides: the level that was reached and all better ones, or, with none, those that would have sufficed.
  const place = proofs.findIndex(({ level }) => level === worst);
  const deciding = place < 0 ? proofs.filter(({ level }) => enough.includes(level)) : proofs.slice(0, place + 1);
  return foundBy(
    { kind: 'level', worst, best, reached },
    deciding.map(({ proof }) => proof),
  );
};

const visitsBetween = (endpoint: Extract<Endpoint, { kind: 'time' }>, study: Study): readonly string[] => {
  const { from, to } = endpoint.time;
  const order = study.definition.visits.map((visit) => visit.id);
  const [first, last] = [from, to].map((point) => (point.kind === 'named' ? order.indexOf(point.name) : -1));
  return order.slice(first, (last ?? 0) + 1);
};

/** Reached as soon as it holds at one visit; when it was first reached is known only if no earlier visit is open. */
const deriveTime = (
  endpoint: Extract<Endpoint, { kind: 'time' }>,
  study: Study,
  participant: Participant,
  chart: Chart,
): Found => {
  const proofs = visitsBetween(endpoint, study).map((visit) => ({ visit, proof: endpoint.ask(chart, visit) }));
  const place = proofs.findIndex(({ proof }) => proof.truth === 'true');
  const asked = place < 0 ? proofs : proofs.slice(0, place + 1);
  const reached = or(asked.map(({ proof }) => proof.truth));
  const by = proofs[place]?.visit;
  const isFirst = asked.every(({ proof }) => proof.truth !== 'unknown');
  const visit = isFirst ? by : undefined;
  const day = visit === undefined ? undefined : daysSince(participant, chart, visit);
  const deciding = place < 0 || !isFirst ? asked : asked.slice(-1);
  return foundBy(
    { kind: 'time', reached, visit, day, by },
    deciding.map(({ proof }) => proof),
  );
};

const daysSince = (participant: Participant, chart: Chart, visit: string): number | undefined => {
  const [zero, day] = [participant.allocated && chart.dateOf('randomisation'), chart.dateOf(visit)];
  return zero === undefined || day === undefined ? undefined : day.last - zero.last;
};

const derive = (
  endpoint: Endpoint,
  study: Study,
  participant: Participant,
  chart: Chart,
  at: string | undefined,
): Found => {
  switch (endpoint.kind) {
    case 'response':
      return deriveLevel(endpoint, chart, at ?? endpoint.of.at);
    case 'condition': {
      const proof = endpoint.ask(chart, at ?? endpoint.of.at);
      return foundBy({ kind: 'claim', reached: proof.truth }, [proof]);
    }
    case 'value': {
      const worth = endpoint.ask(chart, at ?? endpoint.of.at);
      return {
        outcome: { kind: 'number', range: worth.range },
        because: [],
        records: unique(worth.evidence.map((each) => each.record)),
        missing: worth.missing,
      };
    }
    case 'class': {
      const { possible, proofs } = deriveClass(endpoint, chart, at ?? endpoint.of.at);
      return foundBy({ kind: 'class', possible }, proofs);
    }
    case 'time':
      return deriveTime(endpoint, study, participant, chart);
    default:
      return endpoint satisfies never;
  }
};

/** An unknown is reported as the endpoint's policy says; the policy that was used stays visible beside the value. */
const report = (outcome: Outcome, missing: 'non-responder' | 'unknown'): Pick<AnalysisValue, 'reported' | 'policy'> => {
  if (outcome.kind === 'number' || outcome.kind === 'class') return { reported: undefined, policy: 'observed' };
  if (outcome.reached !== 'unknown' || missing === 'unknown') return { reported: outcome.reached, policy: 'observed' };
  return { reported: 'false', policy: 'non-responder' };
};

/**
 * The analysis value of one endpoint for one participant, derived from the folded events, at the visit that analyses
 * use or at another. The missing-data policy acts here and nowhere earlier.
 */
export const deriveValue = (
  endpoint: Endpoint,
  study: Study,
  participant: Participant,
  chart = chartOf(study, participant),
  at = visitsAsked(endpoint.of)[0],
): AnalysisValue => {
  const found = derive(endpoint, study, participant, chart, at);
  return {
    endpoint: endpoint.of.id,
    participant: participant.id ?? '',
    arm: participant.arm,
    at,
    ...found,
    ...report(found.outcome, endpoint.of.missing),
  };
};
