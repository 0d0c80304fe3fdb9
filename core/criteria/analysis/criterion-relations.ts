import { compileCondition } from '../compile.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Condition } from '../syntax.ts';
import { measuresAsked } from '../walk.ts';
import { chartOfCase } from './case.ts';
import { casesOf } from './cases.ts';
import { plainCondition } from './claims.ts';

export interface NamedCriterion {
  readonly id: string;
  readonly kind: 'include' | 'exclude';
  readonly condition: Condition;
}

/** What a set of criteria cannot mean. */
export type Relation =
  | { readonly relation: 'nobody passes'; readonly criteria: readonly [string] | readonly [string, string] }
  | { readonly relation: 'excludes nobody'; readonly criteria: readonly [string] }
  | { readonly relation: 'implied by'; readonly criteria: readonly [string, string] }
  /** Too many combinations to look at all of them: nothing is said. */
  | { readonly relation: 'not analysed'; readonly criteria: readonly [string] | readonly [string, string] };

const passes = (criterion: NamedCriterion, holds: boolean): boolean => holds === (criterion.kind === 'include');

/** Who passes each criterion, for cases that all of them can be asked of; undefined when there are too many to be sure. */
const passed = (criteria: readonly NamedCriterion[], lexicon: Lexicon): readonly (readonly boolean[])[] | undefined => {
  const plain = criteria.map(({ condition }) => plainCondition(condition, { definitions: new Map(), here: undefined }));
  const { cases, complete } = casesOf(plain, lexicon);
  if (!complete) return undefined;
  const asks = plain.map((condition) => compileCondition(condition, { lexicon, definitions: new Map() }));
  return cases.map((person) =>
    asks.map((ask, index) => {
      const criterion = criteria[index];
      return criterion !== undefined && passes(criterion, ask(chartOfCase(person), undefined).truth === 'true');
    }),
  );
};

const alone = (criterion: NamedCriterion, lexicon: Lexicon): readonly Relation[] => {
  const table = passed([criterion], lexicon);
  if (table === undefined) return [{ relation: 'not analysed', criteria: [criterion.id] }];
  if (table.every(([pass]) => pass === false)) return [{ relation: 'nobody passes', criteria: [criterion.id] }];
  return table.every(([pass]) => pass === true) ? [{ relation: 'excludes nobody', criteria: [criterion.id] }] : [];
};

const terms = ({ condition }: NamedCriterion): ReadonlySet<string> =>
  new Set(measuresAsked(condition).map((asked) => asked.measure));

const related = (a: NamedCriterion, b: NamedCriterion): boolean => {
  const mine = terms(a);
  return [...terms(b)].some((term) => mine.has(term));
};

const pair = (a: NamedCriterion, b: NamedCriterion, lexicon: Lexicon): readonly Relation[] => {
  const table = passed([a, b], lexicon);
  if (table === undefined) return [{ relation: 'not analysed', criteria: [a.id, b.id] }];
  if (!table.some(([first, second]) => first === true && second === true))
    return [{ relation: 'nobody passes', criteria: [a.id, b.id] }];
  const implies = (from: number, to: number): boolean => table.every((row) => row[from] === false || row[to] === true);
  if (implies(0, 1)) return [{ relation: 'implied by', criteria: [b.id, a.id] }];
  return implies(1, 0) ? [{ relation: 'implied by', criteria: [a.id, b.id] }] : [];
};

/**
 * Criteria that cannot mean what they say: nobody passes, nobody is kept out, or another criterion already says it. Pairs
 * are compared when they ask for a measure in common; windows of records are not compared with one another.
 */
export const relateCriteria = (criteria: readonly NamedCriterion[], lexicon: Lexicon): readonly Relation[] => {
  const single = criteria.flatMap((criterion) => alone(criterion, lexicon));
  const broken = new Set(single.map(({ criteria: [id] }) => id));
  const sound = criteria.filter(({ id }) => !broken.has(id));
  const pairs = sound.flatMap((a, index) =>
    sound.slice(index + 1).flatMap((b) => (related(a, b) ? pair(a, b, lexicon) : [])),
  );
  return [...single, ...pairs];
};
