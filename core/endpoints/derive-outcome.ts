import type { Participant } from '#core/conduct/participant.ts';
import type { Chart } from '#core/criteria/chart.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import { deriveClass } from './derive-class.ts';
import { deriveSummarised } from './derive-summarised.ts';
import { deriveTime } from './derive-time.ts';
import { type DerivedOutcome, outcomeBy, unique } from './derived-outcome.ts';
import { deriveResponse } from './ordered-response.ts';

type ResponseEndpoint = Extract<Endpoint, { kind: 'response' }>;

/** Levels that count as a response for an endpoint. */
const enoughFor = ({ response, of }: ResponseEndpoint): readonly string[] =>
  response.levels.slice(0, response.levels.findIndex((level) => level.id === of['at least']) + 1).map(({ id }) => id);

/** Whether levels between these bounds reach what the endpoint asks at least. */
export const levelReached = (endpoint: ResponseEndpoint, worst: string, best: string): Truth => {
  const enough = enoughFor(endpoint);
  if (enough.includes(worst)) return 'true';
  return enough.includes(best) ? 'unknown' : 'false';
};

const deriveLevel = (endpoint: ResponseEndpoint, chart: Chart, at: string): DerivedOutcome => {
  const { worst, best, proofs } = deriveResponse(endpoint.response, chart, at);
  // What decides: the level that was reached and all better ones, or, with none, those that would have sufficed.
  const place = proofs.findIndex(({ level }) => level === worst);
  const enough = enoughFor(endpoint);
  const deciding = place < 0 ? proofs.filter(({ level }) => enough.includes(level)) : proofs.slice(0, place + 1);
  return outcomeBy(
    { kind: 'level', worst, best, reached: levelReached(endpoint, worst, best) },
    deciding.map(({ proof }) => proof),
  );
};

const deriveNumber = (endpoint: Extract<Endpoint, { kind: 'value' }>, study: Study, chart: Chart, at: string) => {
  if (endpoint.of.summarised !== undefined) return deriveSummarised(endpoint, endpoint.of.summarised, study, chart, at);
  const worth = endpoint.ask(chart, at);
  return {
    outcome: { kind: 'number', range: worth.range },
    because: [],
    records: unique(worth.evidence.map((each) => each.record)),
    missing: worth.missing,
  } as const;
};

/** What an endpoint came to for one participant at a visit, as it was observed, and what that rests on. */
export const deriveOutcome = (
  endpoint: Endpoint,
  study: Study,
  participant: Participant,
  chart: Chart,
  at = visitsAsked(endpoint.of)[0] ?? '',
): DerivedOutcome => {
  switch (endpoint.kind) {
    case 'response':
      return deriveLevel(endpoint, chart, at);
    case 'condition': {
      const proof = endpoint.ask(chart, at);
      return outcomeBy({ kind: 'claim', reached: proof.truth }, [proof]);
    }
    case 'value':
      return deriveNumber(endpoint, study, chart, at);
    case 'class': {
      const { possible, proofs } = deriveClass(endpoint, chart, at);
      return outcomeBy({ kind: 'class', possible }, proofs);
    }
    case 'time':
      return deriveTime(endpoint, study, participant, chart);
    default:
      return endpoint satisfies never;
  }
};
