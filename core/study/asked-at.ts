import type { Condition, Formula, Point } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import type { StudyDefinition } from './schema.ts';
import type { EndpointDefinition } from './schema-endpoints.ts';
import { intercurrentId } from './written-sentences.ts';

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

/** The visit that the analyses of an endpoint use, then those at which it is also described; none for a time. */
export const visitsAsked = (endpoint: EndpointDefinition): readonly string[] =>
  endpoint.kind === 'time' ? [] : [endpoint.at, ...(endpoint['also at'] ?? [])];

/** What an endpoint asks, and where: its own sentence, or those of the levels of its response, and those of its estimand. */
export const sentencesOfEndpoint = (
  endpoint: EndpointDefinition,
  study: StudyDefinition,
  sentences: ReadonlyMap<string, Formula>,
  definitions: Definitions,
): readonly AskedAt[] => {
  const own = sentences.get(endpoint.id);
  const since = endpoint.kind === 'value' && endpoint.summarised ? [endpoint.summarised.since] : [];
  const here = endpoint.kind === 'time' ? visitsBetween(study, own) : [...visitsAsked(endpoint), ...since];
  const response = study.responses.find((each) => endpoint.kind === 'response' && each.id === endpoint.response);
  const events = (endpoint.estimand?.['intercurrent events'] ?? []).map((_, index) =>
    sentences.get(intercurrentId(endpoint.id, index)),
  );
  return [own, ...events, ...(response?.levels ?? []).map((level) => definitions.get(level))].flatMap((formula) =>
    formula === undefined ? [] : [{ formula, here }],
  );
};

/** What is asked about safety, by whom it is asked and where that is said; a rule without visits names its points. */
export interface SafetyAsked extends AskedAt {
  readonly id: string;
  readonly path: readonly PropertyKey[];
}

/** The sentences of the rules for participants and for the trial. */
export const sentencesOfSafety = (
  { safety }: StudyDefinition,
  rules: Definitions,
  stopping: Definitions,
): readonly SafetyAsked[] => {
  const asked = (formula: Condition | undefined, id: string, here: readonly string[], path: readonly PropertyKey[]) =>
    formula === undefined ? [] : [{ id, formula, here, path: ['safety', ...path, 'at'] }];
  return [
    ...(safety?.rules ?? []).flatMap(({ id, at = [] }, index) => asked(rules.get(id), id, at, ['rules', index])),
    ...(safety?.stopping ?? []).flatMap(({ id, at }, index) =>
      asked(stopping.get(id), id, at === undefined ? [] : [at], ['stopping', index]),
    ),
  ];
};
