import { type Column, setAnswer } from '#core/criteria/columns/column.ts';
import { setBit } from '#core/criteria/columns/plane.ts';
import type { ElmParameter } from '#core/criteria/translate/elm-parameter.ts';
import type { Rational } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import type { Study } from '#core/study/study.ts';
import { laboratoryRatios, laboratoryValues } from '../candidates/assumed-numbers.ts';
import { judgementChance } from '../candidates/judgement-answer.ts';
import { reportedForm } from '../candidates/laboratory-results.ts';
import { type QuickEquation, quickEquations } from './quick-equations.ts';
import type { NotAsked } from './trial-question.ts';

/** How a number of a person at a visit comes about. */
export interface NumberSource {
  readonly kind: 'result';
  readonly parameter: string;
  readonly measure: string;
  readonly visit: string;
  /** The result itself, and those that it is a ratio of: each moves and varies. */
  readonly chain: readonly string[];
  /** Places to which the laboratory rounds, and what makes the parameter's whole parts of a number. */
  readonly rounding: number;
  readonly parts: number;
  /** What makes the parameter of the result, which is reported in `times` parts of the unit that the equation reads. */
  readonly equation?: { readonly times: number; readonly compute: QuickEquation['compute'] };
}

/** Red cell casts, which are only seen where red cells are: `cells` says how many. */
export interface CastSource {
  readonly kind: 'casts';
  readonly parameter: string;
  readonly visit: string;
  readonly cells: NumberSource;
}

export type Filler =
  | NumberSource
  | CastSource
  | { readonly kind: 'prednisone'; readonly parameter: string; readonly visit: string; readonly parts: number }
  | { readonly kind: 'judgement'; readonly parameter: string; readonly visit: string; readonly chance: number }
  | { readonly kind: 'always'; readonly parameter: string };

const ratioOf = new Map(laboratoryRatios.map(([id, , , of]) => [id, of]));
const values = new Set(laboratoryValues.map(([id]) => id));

const chainOf = (measure: string): readonly string[] => {
  const of = ratioOf.get(measure);
  return of === undefined ? [measure] : [measure, ...chainOf(of)];
};

/** How many of the parameter's unit are one of the unit in which it is reported; undefined where they do not convert. */
const factorTo = (from: string, to: string | undefined, molarMass: Rational | undefined): number | undefined => {
  const [own, asked] = [readUnit(from), readUnit(to ?? from)];
  const factor = isUnit(own) && isUnit(asked) ? conversionFactor(own, asked, molarMass) : undefined;
  return factor && Number(factor.numerator) / Number(factor.denominator);
};

type IntegerParameter = Extract<ElmParameter, { type: 'Integer' }>;

/** Why nothing fills one parameter: a measure that virtual people do not have, or what is no question of that kind. */
type NotFilled = { readonly noQuick: string } | { readonly no: string };

const isFilled = (found: Filler | NotFilled): found is Filler => 'kind' in found;

const massOf = (measure: string, study: Study): Rational | undefined => {
  const kind = study.lexicon.measures.get(measure)?.value;
  return kind?.kind === 'quantity' ? kind.molarMass : undefined;
};

const measuredAt = ({ asked }: ElmParameter): readonly [measure: string, visit: string] | undefined =>
  asked.kind === 'measure' && asked.point.kind === 'named' ? [asked.measure, asked.point.name] : undefined;

/** A result of the table, or what an equation makes of one. */
const resultFiller = (
  { name, places, unit }: Pick<IntegerParameter, 'name' | 'places' | 'unit'>,
  [asked, visit]: readonly [measure: string, visit: string],
  study: Study,
): NumberSource | NotFilled => {
  const equation = quickEquations.get(asked);
  const measure = equation?.reads ?? asked;
  const form = values.has(measure) || ratioOf.has(measure) ? reportedForm(measure) : undefined;
  const factor = form && factorTo(equation?.unit ?? form.unit, unit, massOf(measure, study));
  const times = equation && form && factorTo(form.unit, equation.readingUnit, massOf(measure, study));
  if (form === undefined || factor === undefined) return { noQuick: asked };
  const rounding = 10 ** form.places;
  const parts = 10 ** places * factor;
  const source = { kind: 'result', parameter: name, measure, visit, chain: chainOf(measure), rounding, parts } as const;
  if (equation === undefined) return source;
  return times === undefined ? { noQuick: asked } : { ...source, equation: { times, compute: equation.compute } };
};

const numberFiller = (parameter: IntegerParameter, study: Study): Filler | NotFilled => {
  const at = measuredAt(parameter);
  if (at === undefined) return { no: `${parameter.name} is no measure at a visit` };
  const [measure, visit] = at;
  if (measure === 'prednisone-equivalent')
    return { kind: 'prednisone', parameter: parameter.name, visit, parts: 10 ** parameter.places };
  return resultFiller(parameter, at, study);
};

const levelFiller = (parameter: ElmParameter, study: Study): Filler | NotFilled => {
  const [measure = parameter.name, visit = ''] = measuredAt(parameter) ?? [];
  if (measure !== 'RBC-casts' || visit === '') return { noQuick: measure };
  const cells = resultFiller({ name: parameter.name, places: 0, unit: undefined }, ['urine-RBC', visit], study);
  return isFilled(cells) ? { kind: 'casts', parameter: parameter.name, visit, cells } : cells;
};

const fillerOf = (parameter: ElmParameter, study: Study): Filler | NotFilled => {
  if (parameter.type === 'Integer') return numberFiller(parameter, study);
  if (parameter.type === 'String') return levelFiller(parameter, study);
  const { asked, name } = parameter;
  if (asked.kind === 'judgement' && asked.point.kind === 'named')
    return {
      kind: 'judgement',
      parameter: name,
      visit: asked.point.name,
      chance: judgementChance(study, asked.text).chance,
    };
  return asked.kind === 'reached' ? { kind: 'always', parameter: name } : { no: `${name} is a record of a history` };
};

/** All that is missing in one sentence, each measure once. */
const sayMissing = (missing: readonly NotFilled[]): string => {
  const measures = [...new Set(missing.flatMap((each) => ('noQuick' in each ? [each.noQuick] : [])))];
  const others = missing.flatMap((each) => ('no' in each ? [each.no] : []));
  return [...(measures.length === 0 ? [] : [`virtual people have no quick ${measures.join(', ')}`]), ...others].join(
    '; ',
  );
};

/** What fills each parameter; or everything that nothing fills. */
export const fillersOf = (parameters: readonly ElmParameter[], study: Study): readonly Filler[] | NotAsked => {
  const found = parameters.map((parameter) => fillerOf(parameter, study));
  const missing = found.flatMap((each) => (isFilled(each) ? [] : [each]));
  return missing.length === 0 ? found.filter(isFilled) : { why: sayMissing(missing) };
};

/** Writes a number of whole parts into a row that is still empty. */
export const putNumber = (column: Column | undefined, row: number, parts: number): void => {
  if (column?.type !== 'Integer') throw new Error('a number for a column of another kind');
  column.parts[row] = Math.min(parts, column.most);
  setBit(column.known, row);
};

export const putTruth = (column: Column | undefined, row: number, holds: boolean): void => {
  if (column?.type !== 'Boolean') throw new Error('a truth for a column of another kind');
  setBit(holds ? column.truth.holds : column.truth.fails, row);
};

export const putLevel = (column: Column | undefined, row: number, level: string): void => {
  if (column?.type !== 'String') throw new Error('a level for a column of another kind');
  setAnswer(column, row, level);
};
