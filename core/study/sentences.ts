import { checkFormula, referencesOf } from '#core/criteria/check.ts';
import type { Unreadable } from '#core/criteria/cursor.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { isUnreadable, readFormula, readRule } from '#core/criteria/read.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { type AskedAt, askedAt, askedByEndpoint, measuresHere } from './asked-at.ts';
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

const circles = (
  definitions: ReadonlyMap<string, Condition>,
  paths: ReadonlyMap<string, readonly PropertyKey[]>,
): readonly SentenceFault[] =>
  cycles(definitions).map((id) => ({
    path: paths.get(id) ?? [],
    offset: 0,
    what: `"${id}" refers to itself`,
    expected: ['definitions that do not go in a circle'],
  }));

/** A total is measured where the instrument that it sums is: what counts is the form, not the name. */
const isScheduledIn = (study: StudyDefinition, lexicon: Lexicon) => {
  const formOf = (measure: string): string | undefined => lexicon.measures.get(measure)?.instrument?.id;
  return (measure: string, visit: string): boolean =>
    study.activities.some(
      (activity) =>
        activity.visits.includes(visit) && activity.measures.some((each) => formOf(each) === formOf(measure)),
    );
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

const expected = ['an activity with it there'];

/** Measures with a form that a sentence asks for, through its references, at visits where they are not scheduled. */
const notScheduled = (asked: readonly AskedAt[], study: StudyDefinition, lexicon: Lexicon): readonly string[] => {
  const isScheduled = isScheduledIn(study, lexicon);
  const missing = asked
    .flatMap(measuresHere)
    .filter(({ measure, visit }) => lexicon.visits.has(visit) && !isScheduled(measure, visit))
    .filter(({ measure }) => lexicon.measures.get(measure)?.instrument !== undefined);
  return [...new Set(missing.map(({ measure, visit }) => `${measure} is not scheduled at ${visit}`))];
};

type Read = Omit<Sentences, 'faults'>;

/** A criterion that leads to a definition asks it at a visit: there its measures must be scheduled too. */
const unscheduledForCriteria = (study: StudyDefinition, lexicon: Lexicon, read: Read): readonly SentenceFault[] =>
  (['include', 'exclude'] as const).flatMap((kind) =>
    study.eligibility[kind].flatMap(({ id }, index) => {
      const condition = read.criteria.get(id);
      const asked = condition === undefined ? [] : askedAt(condition, [], read.definitions);
      const path = ['eligibility', kind, index, 'rule'];
      return notScheduled(asked, study, lexicon).map((what) => ({ path, offset: 0, what, expected }));
    }),
  );

const unscheduledForEndpoints = (study: StudyDefinition, lexicon: Lexicon, read: Read): readonly SentenceFault[] =>
  study.endpoints.flatMap((endpoint, index) => {
    // A time is asked visit after visit: one without the measure leaves it open and does not make it wrong.
    const isTime = endpoint.kind === 'time';
    const path = ['endpoints', index, isTime ? 'rule' : 'at'];
    const severity = isTime ? ('warning' as const) : ('error' as const);
    const asked = askedByEndpoint(endpoint, study, read.endpoints, read.definitions);
    return notScheduled(asked, study, lexicon).map((missing) => {
      const what = `${missing}, where ${endpoint.id} asks for it`;
      return { path, offset: 0, what, expected, severity };
    });
  });

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
  const isScheduled = isScheduledIn(study, lexicon);
  const check = (list: ReadAll<Formula>, pointsRequired: boolean): readonly SentenceFault[] =>
    [...list.read].flatMap(([id, formula]) =>
      checkFormula(formula, { lexicon, pointsRequired, isScheduled }).map((problem) =>
        faultOf(problem, list.paths.get(id) ?? []),
      ),
    );
  const read: Read = { criteria: criteria.read, definitions: definitions.read, endpoints: endpoints.read };
  const circular = circles(read.definitions, definitions.paths);
  const checked = [...check(criteria, true), ...check(definitions, false), ...check(endpoints, false)];
  const unreadable = [...criteria.faults, ...definitions.faults, ...endpoints.faults];
  return {
    ...read,
    faults: [
      ...unreadable,
      ...checked,
      ...circular,
      ...kindFaults(study, read.endpoints),
      ...unscheduledForCriteria(study, lexicon, read),
      ...unscheduledForEndpoints(study, lexicon, read),
    ],
  };
};
