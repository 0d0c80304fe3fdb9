import { formulaKind } from '#core/criteria/formula-kind.ts';
import { printCondition } from '#core/criteria/print.ts';
import type { Formula } from '#core/criteria/syntax.ts';
import { everyFormula, measuresAsked } from '#core/criteria/walk.ts';
import { askedAt, visitsOf } from '#core/study/asked-at.ts';
import type { Study } from '#core/study/study.ts';

/** Something that a sentence asks for, and the points at which it does. */
interface AskedFor {
  readonly name: string;
  readonly at: readonly string[];
}

export interface SentenceAsks {
  readonly kind: 'condition' | 'value' | 'time' | 'class';
  readonly measures: readonly AskedFor[];
  readonly judgements: readonly AskedFor[];
  readonly definitions: readonly AskedFor[];
  /** Each in its canonical text, window included. */
  readonly records: readonly string[];
  readonly moments: readonly string[];
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const gather = (asked: readonly AskedFor[]): readonly AskedFor[] =>
  [...Map.groupBy(asked, ({ name }) => name)].map(([name, places]) => ({
    name,
    at: unique(places.flatMap(({ at }) => at)),
  }));

/** What an open point stands for, in words. */
const hereOf = (formula: Formula): string =>
  formula.kind === 'first-point' && formula.from.kind === 'named' && formula.to.kind === 'named'
    ? `each visit from ${formula.from.name} to ${formula.to.name}`
    : 'the visit at which it is asked';

/** Everything that a sentence asks for, through the definitions that it refers to. */
export const asksOf = (formula: Formula, { definitions }: Study): SentenceAsks => {
  const reached = askedAt(formula, [hereOf(formula)], definitions);
  const parts = reached.flatMap(({ formula: sentence, here }) =>
    everyFormula(sentence).map((part) => ({ part, here })),
  );
  return {
    kind: formulaKind(formula),
    measures: gather(
      reached.flatMap(({ formula: sentence, here }) =>
        measuresAsked(sentence).map(({ measure, point }) => ({ name: measure, at: visitsOf(point, here) })),
      ),
    ),
    judgements: gather(
      parts.flatMap(({ part, here }) =>
        part.kind === 'judgement' ? [{ name: part.text, at: visitsOf(part.point, here) }] : [],
      ),
    ),
    definitions: gather(
      parts.flatMap(({ part, here }) =>
        part.kind === 'reference' ? [{ name: part.definition, at: visitsOf(part.point, here) }] : [],
      ),
    ),
    records: unique(parts.flatMap(({ part }) => (part.kind === 'records' ? [printCondition(part)] : []))),
    moments: unique(parts.flatMap(({ part, here }) => (part.kind === 'reached' ? visitsOf(part.point, here) : []))),
  };
};
