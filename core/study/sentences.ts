import { checkFormula, referencesOf } from '#core/criteria/check.ts';
import type { Unreadable } from '#core/criteria/cursor.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { isUnreadable, readFormula, readRule } from '#core/criteria/read.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { measuresAsked } from '#core/criteria/walk.ts';
import type { Fault } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

/** A fault inside a sentence: the path of the sentence and the place in it. */
export interface SentenceFault extends Fault {
  readonly offset: number;
}

const faultOf = (unreadable: Unreadable, path: readonly PropertyKey[]): SentenceFault => ({
  path,
  offset: unreadable.span.start,
  what: unreadable.problem,
  expected: unreadable.expected,
  nearest: unreadable.nearest,
});

export interface Sentence<T extends Formula = Formula> {
  readonly path: readonly PropertyKey[];
  readonly formula: T;
}

/** All sentences of a study by the path at which they stand, and all that is wrong with them. */
export interface Sentences {
  readonly criteria: ReadonlyMap<string, Condition>;
  readonly definitions: ReadonlyMap<string, Condition>;
  readonly endpoints: ReadonlyMap<string, Formula>;
  readonly faults: readonly SentenceFault[];
}

interface Written {
  readonly id: string;
  readonly rule: string;
  readonly path: readonly PropertyKey[];
}

const written = (study: StudyDefinition) => ({
  criteria: (['include', 'exclude'] as const).flatMap((kind) =>
    study.eligibility[kind].map(
      (each, index): Written => ({ id: each.id, rule: each.rule, path: ['eligibility', kind, index, 'rule'] }),
    ),
  ),
  definitions: study.definitions.map(
    (each, index): Written => ({ id: each.id, rule: each.rule, path: ['definitions', index, 'rule'] }),
  ),
  endpoints: study.endpoints.flatMap((each, index): readonly Written[] =>
    each.kind === 'response' ? [] : [{ id: each.id, rule: each.rule, path: ['endpoints', index, 'rule'] }],
  ),
});

type ReadAll<T extends Formula> = {
  readonly read: ReadonlyMap<string, T>;
  readonly paths: ReadonlyMap<string, readonly PropertyKey[]>;
  readonly faults: readonly SentenceFault[];
};

const readAll = <T extends Formula>(
  list: readonly Written[],
  lexicon: Lexicon,
  read: (rule: string, lexicon: Lexicon) => T | Unreadable,
): ReadAll<T> => {
  const found = new Map<string, T>();
  const faults: SentenceFault[] = [];
  for (const { id, rule, path } of list) {
    const formula = read(rule, lexicon);
    if (isUnreadable(formula)) faults.push(faultOf(formula, path));
    else found.set(id, formula);
  }
  return { read: found, paths: new Map(list.map(({ id, path }) => [id, path])), faults };
};

/** Definitions that reach themselves. */
const cycles = (definitions: ReadonlyMap<string, Condition>): readonly string[] => {
  const reaches = (from: string, seen: Set<string>): Set<string> => {
    const condition = definitions.get(from);
    for (const next of condition === undefined ? [] : referencesOf(condition)) {
      if (seen.has(next)) continue;
      seen.add(next);
      reaches(next, seen);
    }
    return seen;
  };
  return [...definitions.keys()].filter((id) => reaches(id, new Set()).has(id));
};

const isScheduledIn =
  (study: StudyDefinition) =>
  (measure: string, visit: string): boolean => {
    // A total is measured where the instrument that it sums is.
    const carrier = measure === 'BILAG-2004-total' ? 'BILAG-2004' : measure;
    return study.activities.some((activity) => activity.measures.includes(carrier) && activity.visits.includes(visit));
  };

/** The measures that a formula asks for at the point where it stands, through its references. */
const askedHere = (
  formula: Formula,
  definitions: ReadonlyMap<string, Condition>,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const own = measuresAsked(formula).flatMap((asked) => (asked.point.kind === 'here' ? [asked.measure] : []));
  if (formula.kind === 'first-point') return [...own, ...askedHere(formula.where, definitions, seen)];
  const inner = isCondition(formula) ? referencesOf(formula) : [];
  const through = inner.flatMap((name) => {
    const defined = definitions.get(name);
    return defined === undefined || seen.has(name) ? [] : askedHere(defined, definitions, new Set([...seen, name]));
  });
  return [...own, ...through];
};

const valueKinds: ReadonlySet<string> = new Set([
  'number',
  'measure',
  'percent-of',
  'sum',
  'product',
  'change',
  'new-grades',
  'first-point',
]);
export const isCondition = (formula: Formula): formula is Condition => !valueKinds.has(formula.kind);

const unscheduledAt = (
  study: StudyDefinition,
  lexicon: Lexicon,
  endpoints: ReadonlyMap<string, Formula>,
  definitions: ReadonlyMap<string, Condition>,
): readonly SentenceFault[] => {
  const isScheduled = isScheduledIn(study);
  return study.endpoints.flatMap((endpoint, index) => {
    if (endpoint.kind === 'time') return [];
    const levels =
      study.responses.find((each) => endpoint.kind === 'response' && each.id === endpoint.response)?.levels ?? [];
    const formulas = [endpoints.get(endpoint.id), ...levels.map((level) => definitions.get(level))];
    const asked = formulas.flatMap((formula) => (formula === undefined ? [] : askedHere(formula, definitions)));
    const forms = asked.filter((measure) => lexicon.measures.get(measure)?.instrument !== undefined);
    return [...new Set(forms)]
      .filter((measure) => !isScheduled(measure, endpoint.at))
      .map((measure) => ({
        path: ['endpoints', index, 'at'],
        offset: 0,
        what: `${measure} is not scheduled at ${endpoint.at}, where ${endpoint.id} asks for it`,
        expected: [`an activity with ${measure} at ${endpoint.at}`],
      }));
  });
};

const kindFaults = (study: StudyDefinition, endpoints: ReadonlyMap<string, Formula>): readonly SentenceFault[] =>
  study.endpoints.flatMap((endpoint, index) => {
    const formula = endpoints.get(endpoint.id);
    if (formula === undefined || endpoint.kind === 'response') return [];
    const found = formula.kind === 'first-point' ? 'time' : isCondition(formula) ? 'condition' : 'value';
    if (found === endpoint.kind) return [];
    return [{ path: ['endpoints', index, 'kind'], offset: 0, what: `the sentence is a ${found}`, expected: [found] }];
  });

/** Reads every sentence of a study and checks its names, types, units, points and schedule. */
export const readSentences = (study: StudyDefinition, lexicon: Lexicon): Sentences => {
  const lists = written(study);
  const criteria = readAll(lists.criteria, lexicon, readRule);
  const definitions = readAll(lists.definitions, lexicon, readRule);
  const endpoints = readAll(lists.endpoints, lexicon, readFormula);
  const isScheduled = isScheduledIn(study);
  const check = (list: ReadAll<Formula>, pointsRequired: boolean): readonly SentenceFault[] =>
    [...list.read].flatMap(([id, formula]) =>
      checkFormula(formula, { lexicon, pointsRequired, isScheduled }).map((problem) =>
        faultOf(problem, list.paths.get(id) ?? []),
      ),
    );
  const circular = cycles(definitions.read).map((id) => ({
    path: definitions.paths.get(id) ?? [],
    offset: 0,
    what: `"${id}" refers to itself`,
    expected: ['definitions that do not go in a circle'],
  }));
  const read = [...criteria.faults, ...definitions.faults, ...endpoints.faults];
  const checked = [
    ...check(criteria, true),
    ...check(definitions, false),
    ...check(endpoints, false),
    ...circular,
    ...kindFaults(study, endpoints.read),
  ];
  const scheduled = circular.length > 0 ? [] : unscheduledAt(study, lexicon, endpoints.read, definitions.read);
  return {
    criteria: criteria.read,
    definitions: definitions.read,
    endpoints: endpoints.read,
    faults: [...read, ...checked, ...scheduled],
  };
};
