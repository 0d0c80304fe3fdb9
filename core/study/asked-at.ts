import type { Condition, Formula, Point } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import type { EndpointDefinition, StudyDefinition } from './schema.ts';

/** A sentence, and the visits that its open points stand for. */
export interface AskedAt {
  readonly formula: Formula;
  readonly here: readonly string[];
}

type Definitions = ReadonlyMap<string, Condition>;

/** The visits that a point names, or those that an open point stands for. */
export const visitsOf = (point: Point, here: readonly string[]): readonly string[] =>
  point.kind === 'named' ? [point.name] : here;

/**
 * A sentence and every definition that it reaches, each at the visits at which it is asked: once, however often it is
 * referred to there, so that circles end.
 */
export const askedAt = (
  formula: Formula,
  here: readonly string[],
  definitions: Definitions,
  reached: Set<string> = new Set(),
): readonly AskedAt[] => {
  const deeper = everyFormula(formula).flatMap((each) => {
    const defined = each.kind === 'reference' ? definitions.get(each.definition) : undefined;
    if (each.kind !== 'reference' || defined === undefined) return [];
    const there = visitsOf(each.point, here);
    const key = [each.definition, ...there].join('\n');
    if (reached.has(key)) return [];
    reached.add(key);
    return askedAt(defined, there, definitions, reached);
  });
  return [{ formula, here }, ...deeper];
};

/** A sentence and every definition that it asks where it is asked itself: by references that leave their point open. */
export const askedHere = (
  formula: Formula,
  definitions: Definitions,
  reached: Set<string> = new Set(),
): readonly Formula[] => {
  const deeper = everyFormula(formula).flatMap((each) => {
    if (each.kind !== 'reference' || each.point.kind === 'named' || reached.has(each.definition)) return [];
    reached.add(each.definition);
    const defined = definitions.get(each.definition);
    return defined === undefined ? [] : askedHere(defined, definitions, reached);
  });
  return [formula, ...deeper];
};

const visitsBetween = (study: StudyDefinition, formula: Formula | undefined): readonly string[] => {
  if (formula?.kind !== 'first-point' || formula.from.kind !== 'named' || formula.to.kind !== 'named') return [];
  const order = study.visits.map((visit) => visit.id);
  return order.slice(order.indexOf(formula.from.name), order.indexOf(formula.to.name) + 1);
};

/** What an endpoint asks, and where: its own sentence, or those of the levels of its response. */
export const sentencesOfEndpoint = (
  endpoint: EndpointDefinition,
  study: StudyDefinition,
  sentences: ReadonlyMap<string, Formula>,
  definitions: Definitions,
): readonly AskedAt[] => {
  const own = sentences.get(endpoint.id);
  const here = endpoint.kind === 'time' ? visitsBetween(study, own) : [endpoint.at];
  const response = study.responses.find((each) => endpoint.kind === 'response' && each.id === endpoint.response);
  return [own, ...(response?.levels ?? []).map((level) => definitions.get(level))].flatMap((formula) =>
    formula === undefined ? [] : [{ formula, here }],
  );
};
