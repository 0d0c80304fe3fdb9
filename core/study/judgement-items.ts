import type { Condition, Formula, Point } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import type { StudyDefinition } from './schema.ts';
import type { JudgementItem } from './study.ts';

interface Asked {
  readonly text: string;
  readonly visit: string;
}

const named = (point: Point, here: readonly string[]): readonly string[] =>
  point.kind === 'named' ? [point.name] : here;

const askedBy = (
  formula: Formula,
  here: readonly string[],
  definitions: ReadonlyMap<string, Condition>,
): readonly Asked[] =>
  everyFormula(formula).flatMap((each) => {
    if (each.kind === 'judgement') return named(each.point, here).map((visit) => ({ text: each.text, visit }));
    const defined = each.kind === 'reference' ? definitions.get(each.definition) : undefined;
    return each.kind === 'reference' && defined !== undefined
      ? askedBy(defined, named(each.point, here), definitions)
      : [];
  });

const visitsBetween = (study: StudyDefinition, formula: Formula): readonly string[] => {
  if (formula.kind !== 'first-point' || formula.from.kind !== 'named' || formula.to.kind !== 'named') return [];
  const order = study.visits.map((visit) => visit.id);
  return order.slice(order.indexOf(formula.from.name), order.indexOf(formula.to.name) + 1);
};

/** The judgements that sentences ask for in quotes, as questions of the forms at the visits concerned. */
export const judgementItems = (
  study: StudyDefinition,
  criteria: ReadonlyMap<string, Condition>,
  definitions: ReadonlyMap<string, Condition>,
  endpoints: ReadonlyMap<string, Formula>,
): readonly JudgementItem[] => {
  const asked = [...criteria.values()].flatMap((condition) => askedBy(condition, [], definitions));
  const atEndpoints = study.endpoints.flatMap((endpoint) => {
    const formula = endpoints.get(endpoint.id);
    if (endpoint.kind === 'time')
      return formula === undefined ? [] : askedBy(formula, visitsBetween(study, formula), definitions);
    const levels =
      study.responses.find((each) => endpoint.kind === 'response' && each.id === endpoint.response)?.levels ?? [];
    const formulas = [formula, ...levels.map((level) => definitions.get(level))];
    return formulas.flatMap((each) => (each === undefined ? [] : askedBy(each, [endpoint.at], definitions)));
  });
  const order = study.visits.map((visit) => visit.id);
  return [...Map.groupBy([...asked, ...atEndpoints], (each) => each.text)].map(([text, places]) => {
    const visits = new Set(places.map((each) => each.visit));
    return { text, visits: order.filter((visit) => visits.has(visit)) };
  });
};
