import { checkFormula } from '#core/criteria/check.ts';
import type { Unreadable } from '#core/criteria/cursor.ts';
import { formulaKind } from '#core/criteria/formula-kind.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { isUnreadable, readFormula, readRule } from '#core/criteria/read.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { checkSchedule, isScheduledIn } from './check-schedule.ts';
import { circles, overgrown } from './definition-references.ts';
import type { PlacedSentence, SentenceFault } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';

const faultOf = (unreadable: Unreadable, path: readonly PropertyKey[]): SentenceFault => ({
  path,
  offset: unreadable.span.start,
  what: unreadable.problem,
  expected: unreadable.expected,
  nearest: unreadable.nearest,
});

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
  readonly placed: readonly PlacedSentence<T>[];
  readonly faults: readonly SentenceFault[];
};

const readAll = <T extends Formula>(
  list: readonly Written[],
  lexicon: Lexicon,
  read: (rule: string, lexicon: Lexicon) => T | Unreadable,
): ReadAll<T> => {
  const placed: PlacedSentence<T>[] = [];
  const faults: SentenceFault[] = [];
  for (const { id, rule, path } of list) {
    const formula = read(rule, lexicon);
    if (isUnreadable(formula)) faults.push(faultOf(formula, path));
    else placed.push({ id, path, formula });
  }
  return { placed, faults };
};

const byId = <T extends Formula>({ placed }: ReadAll<T>): ReadonlyMap<string, T> =>
  new Map(placed.map(({ id, formula }) => [id, formula]));

const kindFaults = (study: StudyDefinition, endpoints: ReadonlyMap<string, Formula>): readonly SentenceFault[] =>
  study.endpoints.flatMap((endpoint, index) => {
    const formula = endpoints.get(endpoint.id);
    if (formula === undefined || endpoint.kind === 'response') return [];
    const found = formulaKind(formula);
    if (found === endpoint.kind) return [];
    return [{ path: ['endpoints', index, 'kind'], offset: 0, what: `the sentence is a ${found}`, expected: [found] }];
  });

/** Reads every sentence of a study and checks its names, types, units, points, references and schedule. */
export const readSentences = (study: StudyDefinition, lexicon: Lexicon): Sentences => {
  const lists = written(study);
  const criteria = readAll(lists.criteria, lexicon, readRule);
  const definitions = readAll(lists.definitions, lexicon, readRule);
  const endpoints = readAll(lists.endpoints, lexicon, readFormula);
  const isScheduled = isScheduledIn(study, lexicon);
  const check = ({ placed }: ReadAll<Formula>, pointsRequired: boolean): readonly SentenceFault[] =>
    placed.flatMap(({ formula, path }) =>
      checkFormula(formula, { lexicon, pointsRequired, isScheduled }).map((problem) => faultOf(problem, path)),
    );
  const read = { criteria: byId(criteria), definitions: byId(definitions), endpoints: byId(endpoints) };
  const placed = [...criteria.placed, ...definitions.placed, ...endpoints.placed];
  const endless = [...circles(definitions.placed, read.definitions), ...overgrown(placed, read.definitions)];
  return {
    ...read,
    faults: [
      ...[criteria, definitions, endpoints].flatMap(({ faults }) => faults),
      ...check(criteria, true),
      ...check(definitions, false),
      ...check(endpoints, false),
      ...endless,
      ...kindFaults(study, read.endpoints),
      // What such sentences ask in the end cannot be followed.
      ...(endless.length > 0 ? [] : checkSchedule(study, lexicon, placed, read)),
    ],
  };
};
