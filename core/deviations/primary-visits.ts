import { visitsAsked } from '#core/study/asked-at.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

/** The primary endpoints that are asked at one visit, with that visit; a time is asked at none. */
export const primaryAt = (study: Study): readonly { readonly endpoint: Endpoint; readonly visit: string }[] =>
  study.endpoints.flatMap((endpoint) => {
    const [visit] = visitsAsked(endpoint.of);
    return endpoint.of.role === 'primary' && visit !== undefined ? [{ endpoint, visit }] : [];
  });

export const isPrimaryVisit = (study: Study, visit: string): boolean =>
  primaryAt(study).some((each) => each.visit === visit);
