import { compileValue } from '#core/criteria/compile-value.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

type ValueEndpoint = Extract<Endpoint, { readonly kind: 'value' }>;

/** What somebody had at the anchor of a change, as an endpoint of its own that the study does not list. */
export interface Anchor {
  readonly endpoint: ValueEndpoint;
  /** Whether the value at a visit is the anchor and the change; a percent change, an area or an average stays what it is. */
  readonly isAdded: boolean;
}

/** The same without its summary, estimand and further visits, at one visit; nothing between fills in what is missing. */
const measuredAt = ({ of }: ValueEndpoint, at: string): ValueEndpoint['of'] => ({
  kind: 'value',
  id: `${of.id} at ${at}`,
  title: `${of.title}, ${at}`,
  role: of.role,
  rule: of.rule,
  at,
  missing: 'unknown',
});

/**
 * The measure of a change at its anchor: of `change of X from P` X at P, of a summary over visits the value at the first of
 * them. Undefined for a sentence that has no anchor, and for an anchor that is the visit itself.
 */
export const anchorOf = (endpoint: Endpoint, study: Study): Anchor | undefined => {
  if (endpoint.kind !== 'value') return undefined;
  const { of, value } = endpoint;
  if (of.summarised !== undefined) {
    return { endpoint: { ...endpoint, of: measuredAt(endpoint, of.summarised.since) }, isAdded: false };
  }
  if (value.kind !== 'change' || value.from.kind !== 'named') return undefined;
  const measured = { ...value.of, point: value.from };
  const { ask } = compileValue(measured, study.lexicon);
  return {
    endpoint: { kind: 'value', of: measuredAt(endpoint, value.from.name), value: measured, ask },
    isAdded: true,
  };
};
