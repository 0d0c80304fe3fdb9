import type { Formula, RecordQuery, Value } from '#core/criteria/syntax.ts';
import { everyFormula, measuresAsked, readingsAsked } from '#core/criteria/walk.ts';
import { askedAt } from '#core/study/asked-at.ts';
import type { Criterion, Study } from '#core/study/study.ts';

/** What a criterion asks for by name, with every definition that it reaches. */
export interface AskedNames {
  readonly measures: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly judgements: ReadonlySet<string>;
}

/** Records that are counted inside a value: `number of infection within 1 year before screening >= 2`. */
const countedIn = (value: Value): readonly RecordQuery[] => {
  switch (value.kind) {
    case 'record-count':
      return [value.of];
    case 'sum':
    case 'product':
      return [value.left, value.right].flatMap(countedIn);
    case 'percent-of':
      return countedIn(value.of);
    default:
      return [];
  }
};

const queriesIn = (formula: Formula): readonly RecordQuery[] =>
  everyFormula(formula).flatMap((each) => {
    if (each.kind === 'records') return [each];
    if (each.kind === 'comparison') return [each.left, each.right].flatMap(countedIn);
    return each.kind === 'between' ? countedIn(each.value) : [];
  });

/** The names in one criterion; visits that it names are among its points. */
export const askedNames = (criterion: Criterion, study: Study): AskedNames => {
  const formulas = askedAt(criterion.condition, [], study.definitions).map(({ formula }) => formula);
  const measures = formulas.flatMap(measuresAsked);
  const readings = formulas.flatMap(readingsAsked);
  const judged = formulas.flatMap(everyFormula).filter((each) => each.kind === 'judgement');
  const named = [...measures, ...judged].flatMap(({ point }) => (point.kind === 'named' ? [point.name] : []));
  return {
    measures: new Set([...measures, ...readings].map(({ measure }) => measure)),
    points: new Set(named),
    concepts: new Set(formulas.flatMap(queriesIn).flatMap(({ concepts }) => concepts)),
    judgements: new Set(judged.map(({ text }) => text)),
  };
};
