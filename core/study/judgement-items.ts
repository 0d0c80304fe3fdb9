import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import { type AskedAt, askedAt, sentencesOfEndpoint, visitsOf } from './asked-at.ts';
import type { StudyDefinition } from './schema.ts';
import type { JudgementItem } from './study.ts';

const judgementsIn = ({ formula, here }: AskedAt): readonly { readonly text: string; readonly visit: string }[] =>
  everyFormula(formula).flatMap((each) =>
    each.kind === 'judgement' ? visitsOf(each.point, here).map((visit) => ({ text: each.text, visit })) : [],
  );

/** The judgements that sentences ask for in quotes, as questions of the forms at the visits concerned. */
export const judgementItems = (
  study: StudyDefinition,
  criteria: ReadonlyMap<string, Condition>,
  definitions: ReadonlyMap<string, Condition>,
  endpoints: ReadonlyMap<string, Formula>,
): readonly JudgementItem[] => {
  const asked = [
    ...[...criteria.values()].map((formula): AskedAt => ({ formula, here: [] })),
    ...study.endpoints.flatMap((endpoint) => sentencesOfEndpoint(endpoint, study, endpoints, definitions)),
  ].flatMap(({ formula, here }) => askedAt(formula, here, definitions).flatMap(judgementsIn));
  const order = study.visits.map((visit) => visit.id);
  return [...Map.groupBy(asked, (each) => each.text)].map(([text, places]) => {
    const visits = new Set(places.map((each) => each.visit));
    return { text, visits: order.filter((visit) => visits.has(visit)) };
  });
};
