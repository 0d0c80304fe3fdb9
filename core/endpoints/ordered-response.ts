import type { Chart } from '#core/criteria/chart.ts';
import type { Proof } from '#core/criteria/proof.ts';
import type { OrderedResponse } from '#core/study/study.ts';

/** The level reached, best first; with something missing, the worst and the best that it can be. */
export interface ReachedLevel {
  readonly worst: string;
  readonly best: string;
  readonly proofs: readonly { readonly level: string; readonly proof: Proof }[];
}

/** What stands below the last level. */
export const noResponse = 'none';

/**
 * The ordered response at a point. A level is reached when its own condition holds; a better level hides a worse one.
 * With CR unknown and PR true the response is at least PR: it is CR or PR, and certainly a response.
 */
export const deriveResponse = (response: OrderedResponse, chart: Chart, point: string): ReachedLevel => {
  const proofs = response.levels.map(({ id, ask }) => ({ level: id, proof: ask(chart, point) }));
  return {
    worst: proofs.find(({ proof }) => proof.truth === 'true')?.level ?? noResponse,
    best: proofs.find(({ proof }) => proof.truth !== 'false')?.level ?? noResponse,
    proofs,
  };
};
