import type { Chart } from '#core/criteria/chart.ts';
import type { Proof } from '#core/criteria/proof.ts';
import type { Endpoint } from '#core/study/study.ts';

type ClassEndpoint = Extract<Endpoint, { kind: 'class' }>;

/** What a participant is when no class holds and none is left over for the others. */
export const unclassified = 'unclassified';

export interface DerivedClass {
  readonly possible: readonly string[];
  readonly proofs: readonly Proof[];
}

/**
 * The first class of which the condition holds. A class that is not known stays possible, and what comes after it too;
 * with none that holds it is the class for the others, or none.
 */
export const deriveClass = ({ classes, classification }: ClassEndpoint, chart: Chart, at: string): DerivedClass => {
  const asked = classes.map(({ label, ask }) => ({ label, proof: ask(chart, at) }));
  const place = asked.findIndex(({ proof }) => proof.truth === 'true');
  const reached = place < 0 ? asked : asked.slice(0, place + 1);
  const open = reached.filter(({ proof }) => proof.truth !== 'false').map(({ label }) => label);
  const rest = place < 0 ? [classification.otherwise ?? unclassified] : [];
  return { possible: [...open, ...rest], proofs: reached.map(({ proof }) => proof) };
};
