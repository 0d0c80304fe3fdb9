import { everyFormula } from '#core/criteria/walk.ts';
import { type AskedAt, askedAt, sentencesOfEndpoint, sentencesOfSafety, visitsOf } from './asked-at.ts';
import type { ReadSentences } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';

import type { JudgementItem } from './study.ts';

const judgementsIn = ({ formula, here }: AskedAt): readonly { readonly text: string; readonly visit: string }[] =>
  everyFormula(formula).flatMap((each) =>
    each.kind === 'judgement' ? visitsOf(each.point, here).map((visit) => ({ text: each.text, visit })) : [],
  );

/** The judgements that sentences ask for in quotes, as questions of the forms at the visits concerned. */
export const judgementItems = (
  study: StudyDefinition,
  { criteria, definitions, endpoints, strata, safetyRules, stoppingRules }: ReadSentences,
): readonly JudgementItem[] => {
  const asked = [
    ...[...criteria.values(), ...strata.values()].map((formula): AskedAt => ({ formula, here: [] })),
    ...study.endpoints.flatMap((endpoint) => sentencesOfEndpoint(endpoint, study, endpoints, definitions)),
    ...sentencesOfSafety(study, safetyRules, stoppingRules),
  ].flatMap(({ formula, here }) => askedAt(formula, here, definitions).flatMap(judgementsIn));
  const order = study.visits.map((visit) => visit.id);
  return [...Map.groupBy(asked, (each) => each.text)].map(([text, places]) => {
    const visits = new Set(places.map((each) => each.visit));
    return { text, visits: order.filter((visit) => visits.has(visit)) };
  });
};
