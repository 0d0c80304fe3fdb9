import type { Condition, Formula, Point } from '#core/criteria/syntax.ts';
import { everyFormula, measuresAsked } from '#core/criteria/walk.ts';
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

/** A sentence and every definition that it reaches, each at the visits at which it is asked. Circles are cut. */
export const askedAt = (
  formula: Formula,
  here: readonly string[],
  definitions: Definitions,
  above: ReadonlySet<string> = new Set(),
): readonly AskedAt[] => {
  const reached = everyFormula(formula).flatMap((each) => {
    const defined = each.kind === 'reference' && !above.has(each.definition) && definitions.get(each.definition);
    if (each.kind !== 'reference' || !defined) return [];
    return askedAt(defined, visitsOf(each.point, here), definitions, new Set([...above, each.definition]));
  });
  return [{ formula, here }, ...reached];
};

const visitsBetween = (study: StudyDefinition, formula: Formula | undefined): readonly string[] => {
  if (formula?.kind !== 'first-point' || formula.from.kind !== 'named' || formula.to.kind !== 'named') return [];
  const order = study.visits.map((visit) => visit.id);
  return order.slice(order.indexOf(formula.from.name), order.indexOf(formula.to.name) + 1);
};

/** What an endpoint asks, and where: its own sentence, or those of the levels of its response. */
export const askedByEndpoint = (
  endpoint: EndpointDefinition,
  study: StudyDefinition,
  sentences: ReadonlyMap<string, Formula>,
  definitions: Definitions,
): readonly AskedAt[] => {
  const own = sentences.get(endpoint.id);
  const here = endpoint.kind === 'time' ? visitsBetween(study, own) : [endpoint.at];
  const response = study.responses.find((each) => endpoint.kind === 'response' && each.id === endpoint.response);
  return [own, ...(response?.levels ?? []).map((level) => definitions.get(level))].flatMap((formula) =>
    formula === undefined ? [] : askedAt(formula, here, definitions),
  );
};

/** The measures that a sentence asks for at its open points, once for each visit. */
export const measuresHere = ({
  formula,
  here,
}: AskedAt): readonly { readonly measure: string; readonly visit: string }[] =>
  measuresAsked(formula)
    .filter((asked) => asked.point.kind === 'here')
    .flatMap(({ measure }) => here.map((visit) => ({ measure, visit })));
