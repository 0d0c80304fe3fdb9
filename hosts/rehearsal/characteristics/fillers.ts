import type { Column } from '#core/criteria/columns/column.ts';
import { setBit } from '#core/criteria/columns/plane.ts';
import type { ElmParameter } from '#core/criteria/translate/elm-parameter.ts';
import type { Rational } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import type { Study } from '#core/study/study.ts';
import { laboratoryRatios, laboratoryValues } from '../candidates/assumed-numbers.ts';
import { judgementChance } from '../candidates/judgement-answer.ts';
import { reportedForm } from '../candidates/laboratory-results.ts';
import { isNotAsked, type NotAsked } from './trial-question.ts';

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
}

export type Filler =
  | NumberSource
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

const numberFiller = (parameter: IntegerParameter, study: Study): Filler | NotAsked => {
  const { asked, name, places, unit } = parameter;
  if (asked.kind !== 'measure' || asked.point.kind !== 'named') return { why: `${name} is no measure at a visit` };
  const { measure } = asked;
  const visit = asked.point.name;
  const scale = 10 ** places;
  if (measure === 'prednisone-equivalent') return { kind: 'prednisone', parameter: name, visit, parts: scale };
  const form = values.has(measure) || ratioOf.has(measure) ? reportedForm(measure) : undefined;
  const kind = study.lexicon.measures.get(measure)?.value;
  const factor = form && factorTo(form.unit, unit, kind?.kind === 'quantity' ? kind.molarMass : undefined);
  if (form === undefined || factor === undefined) return { why: `virtual people have no quick ${measure}` };
  const rounding = 10 ** form.places;
  return { kind: 'result', parameter: name, measure, visit, chain: chainOf(measure), rounding, parts: scale * factor };
};

const fillerOf = (parameter: ElmParameter, study: Study): Filler | NotAsked => {
  if (parameter.type === 'Integer') return numberFiller(parameter, study);
  if (parameter.type === 'String') return { why: `virtual people have no quick ${parameter.name}` };
  const { asked, name } = parameter;
  if (asked.kind === 'judgement' && asked.point.kind === 'named')
    return {
      kind: 'judgement',
      parameter: name,
      visit: asked.point.name,
      chance: judgementChance(study, asked.text).chance,
    };
  return asked.kind === 'reached' ? { kind: 'always', parameter: name } : { why: `${name} is a record of a history` };
};

/** What fills each parameter; or the first that nothing fills. */
export const fillersOf = (parameters: readonly ElmParameter[], study: Study): readonly Filler[] | NotAsked => {
  const fillers: Filler[] = [];
  for (const parameter of parameters) {
    const found = fillerOf(parameter, study);
    if (isNotAsked(found)) return found;
    fillers.push(found);
  }
  return fillers;
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
