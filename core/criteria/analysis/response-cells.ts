import { writeRational } from '#core/quantities/decimal.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { compileCondition } from '../compile.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Condition } from '../syntax.ts';
import { type Case, chartOfCase } from './case.ts';
import { casesOf } from './cases.ts';
import { plainCondition } from './claims.ts';

/** One combination of answers of an ordered response's levels, how many of the cases give it, and one that does. */
export interface ResponseCell {
  readonly truths: readonly Truth[];
  readonly verdict: 'one level' | 'several levels' | 'none' | 'no rule';
  readonly cases: number;
  readonly example: readonly string[];
}

export interface ResponseTable {
  readonly levels: readonly string[];
  readonly cells: readonly ResponseCell[];
  readonly complete: boolean;
}

const verdictOf = (truths: readonly Truth[]): ResponseCell['verdict'] => {
  const held = truths.filter((truth) => truth === 'true').length;
  if (held > 1) return 'several levels';
  if (held === 1) return 'one level';
  return truths.includes('unknown') ? 'no rule' : 'none';
};

const describe = (person: Case): readonly string[] => [
  ...[...person.numbers].map(([key, value]) => `${key} ${writeRational(value, 4)}`),
  ...[...person.levels].map(([key, level]) => `${key} ${level}`),
  ...[...(person.sets ?? [])].map(([key, set]) => `${key} ${set.join('+')}`),
  ...[...person.claims].filter(([, claimed]) => claimed).map(([key]) => key),
];

/**
 * The truth table of an ordered response, over cases in which everything is known: which levels hold together, and where
 * there is no level and no rule either. With everything known, `unknown` can only come from `undefined`.
 */
export const tabulateResponse = (
  levels: readonly string[],
  point: string,
  definitions: ReadonlyMap<string, Condition>,
  lexicon: Lexicon,
): ResponseTable => {
  const plain = levels.map((level) => {
    const defined = definitions.get(level);
    if (defined === undefined) throw new Error(`${level} is not defined`);
    return plainCondition(defined, { definitions, here: point });
  });
  const asks = plain.map((condition) => compileCondition(condition, { lexicon, definitions: new Map() }));
  const { cases, complete } = casesOf(plain, lexicon);
  const found = Map.groupBy(
    cases.map((person) => ({ person, truths: asks.map((ask) => ask(chartOfCase(person), undefined).truth) })),
    ({ truths }) => truths.join(' '),
  );
  const cells = [...found.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            truths: first.truths,
            verdict: verdictOf(first.truths),
            cases: others.length + 1,
            example: describe(first.person),
          },
        ],
  );
  return { levels, complete, cells: cells.toSorted((a, b) => b.cases - a.cases) };
};
