import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

/** The last visit that an endpoint asks in its analysis. */
const lastAsked = (endpoint: Endpoint): string | undefined => {
  if (endpoint.kind !== 'time') return visitsAsked(endpoint.of)[0];
  const { to } = endpoint.time;
  return to.kind === 'named' ? to.name : undefined;
};

/** Every visit of the plan through the last one at which a primary endpoint is asked. */
export const visitsThroughPrimary = ({ definition, endpoints }: Study): readonly string[] => {
  const order = definition.visits.map(({ id }) => id);
  const asked = endpoints.filter(({ of }) => of.role === 'primary').map(lastAsked);
  const last = Math.max(...asked.map((visit) => (visit === undefined ? -1 : order.indexOf(visit))));
  return order.slice(0, last + 1);
};
