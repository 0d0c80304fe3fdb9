import { sayMissing } from '#core/criteria/explain.ts';
import { deriveValue } from '#core/endpoints/derive-value.ts';
import { isOpen } from '#core/endpoints/outcome-kinds.ts';
import type { Missing } from '#core/measures/measured.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { type Dossier, type FindDeviations, type HeldVisit, isDue } from './dossier.ts';
import { primaryAt } from './primary-visits.ts';

/** A primary endpoint that cannot be told at its visit, though that was held, and what is missing for it. */
export interface EndpointGap {
  readonly endpoint: string;
  readonly visit: HeldVisit;
  readonly missing: readonly Missing[];
}

/** Missing because nobody recorded it: not where the protocol has no rule, and not what is sealed from the reader. */
const isWanting = ({ isVisible }: Dossier, missing: Missing): boolean =>
  missing.kind !== 'no rule' && (missing.kind !== 'item' || isVisible(missing.point, missing.item));

const gapsAt = (dossier: Dossier, visit: HeldVisit): readonly EndpointGap[] =>
  primaryAt(dossier.study)
    .filter((primary) => primary.visit === visit.plan.id)
    .flatMap(({ endpoint }) => {
      const value = deriveValue(endpoint, dossier.study, dossier.participant, dossier.chart);
      const missing = value.missing.filter((each) => isWanting(dossier, each));
      return isOpen(value.outcome) && missing.length > 0 ? [{ endpoint: endpoint.of.id, visit, missing }] : [];
    });

/** Asked of everybody who was allocated, once the time to enter the visit is over. */
export const primaryEndpointGaps = (dossier: Dossier): readonly EndpointGap[] =>
  dossier.dayZero === undefined
    ? []
    : dossier.held.filter(({ on }) => isDue(dossier, on)).flatMap((visit) => gapsAt(dossier, visit));

export const findEndpointGaps: FindDeviations = (dossier) =>
  primaryEndpointGaps(dossier).map(({ endpoint, visit: { plan, on, record }, missing }) => ({
    kind: 'primary endpoint not known',
    visit: plan.id,
    on: writeDay(on),
    record,
    says: `The primary endpoint ${endpoint} cannot be told at visit ${plan.id}: what is missing is ${[...new Set(missing.map(sayMissing))].join('; ')}.`,
  }));
