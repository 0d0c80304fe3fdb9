import type { Day } from '#core/quantities/civil-date.ts';
import type { Proof } from './proof.ts';

const latest = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.length === 0 || days.includes(undefined) ? undefined : Math.max(...days.map((day) => day ?? 0));

const earliest = (days: readonly (Day | undefined)[]): Day | undefined => {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

/**
 * The first day on which the anchor of a windowed rule could stand for its answer to change, all records staying as
 * they are. Undefined when no window decides, or when something that goes on decides.
 */
export const flipsOn = (proof: Proof): Day | undefined => {
  if (proof.parts.length === 0) return proof.changesOn;
  const same = proof.parts.filter((part) => part.truth === proof.truth);
  switch (proof.condition.kind) {
    case 'or':
    case 'any-point':
      return proof.truth === 'true' ? latest(same.map(flipsOn)) : earliest(same.map(flipsOn));
    case 'and':
    case 'every-point':
      return proof.truth === 'true' ? earliest(same.map(flipsOn)) : latest(same.map(flipsOn));
    case 'not':
    case 'reference':
      return earliest(proof.parts.map(flipsOn));
    default:
      return undefined;
  }
};
