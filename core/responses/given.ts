import assert from 'node:assert/strict';
import { compileCondition } from '#core/criteria/compile.ts';
import { type ChartFacts, chartFrom, lexicon } from '#core/criteria/given.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { isUnreadable, readRule } from '#core/criteria/read.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { notEvaluable } from '#core/measures/laboratory.ts';
import type { Measure, Sitting } from '#core/measures/measure.ts';
import type { Measured } from '#core/measures/measured.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { exactly } from '#core/quantities/range.ts';
import { library } from './library.ts';

const points = ['consent', 'pre-flare', 'screening', 'reference', 'response', 'baseline', 'week 4', 'week 24'];

/** A measure whose number is given as it is: how it is computed is tested where it is. */
const asGiven = (id: string): readonly [string, Measure] => {
  const measure = lexicon.measures.get(id);
  assert(measure !== undefined, id);
  const compute = (sitting: Sitting): Measured => {
    const decimal = readDecimal(sitting.answer(id)?.written ?? '');
    return decimal === undefined
      ? notEvaluable([{ kind: 'item', item: id, point: sitting.point, why: 'not recorded' }])
      : { kind: 'number', status: 'ok', range: exactly(rationalOf(decimal)), evidence: [], missing: [] };
  };
  return [id, { ...measure, compute }];
};

/** A schedule with every point that the library names. */
export const names: Lexicon = {
  ...lexicon,
  measures: new Map([...lexicon.measures, asGiven('eGFR'), asGiven('SLEDAI-2K')]),
  points,
  visits: new Set(points.slice(1)),
  definitions: new Set(library.map(({ id }) => id)),
};

export const read = (rule: string): Condition => {
  const condition = readRule(rule, names);
  assert(!isUnreadable(condition), `${rule}: ${JSON.stringify(condition)}`);
  return condition;
};

export const definitions: ReadonlyMap<string, Condition> = new Map(library.map(({ id, rule }) => [id, read(rule)]));

/** Values by `measure at point`; a medication history that is signed to the end unless it says otherwise. */
export const holds = (id: string, items: Readonly<Record<string, string>>, more: ChartFacts = {}): string => {
  const condition = definitions.get(id);
  assert(condition !== undefined, `the library has no ${id}`);
  const dates = { baseline: '2026-01-05', reference: '2025-12-01', screening: '2025-12-01', 'week 24': '2026-06-22' };
  const chart = chartFrom({ dates, complete: { medication: '2026-12-31' }, ...more, items }, names);
  return compileCondition(condition, { lexicon: names, definitions })(chart, 'week 24').truth;
};
