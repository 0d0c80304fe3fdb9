import { combine, dimensionless, type Exponents, readDimension, writeDimension } from './dimension.ts';
import { nearestUnit } from './nearest-unit.ts';
import { divide, multiply, one, power, type Rational, rational } from './rational.ts';
import { findSymbol, isSpecialSymbol, type UnitSymbol } from './unit-symbol.ts';
import { isSyntaxProblem, readUnitSyntax, type UnitSyntax, type UnitTerm } from './unit-syntax.ts';

/** A unit of UCUM, with its exact factor to base units (metre, second, gram, mole …) and its dimension. */
export interface Unit {
  /** UCUM code, normalised: `mg/dl` becomes `mg/dL`, `g/24h` becomes `g/(24.h)`. */
  readonly code: string;
  /** As the author wrote it. */
  readonly written: string;
  readonly factor: Rational;
  /** Canonical key such as `mass·length^-3`, `1` for none; equal keys are comparable, others are not. */
  readonly dimension: string;
}

export interface UnitProblem {
  readonly problem: 'unknown unit' | 'malformed unit' | 'special unit';
  /** The part that is unknown or special, or the whole where it is malformed. */
  readonly text: string;
  /** Offset into the text that was read. */
  readonly at: number;
  /** A unit that may have been meant. */
  readonly nearest: string | undefined;
}

/**
 * Annotations mean nothing in UCUM, with two exceptions here, since comparing across them would be a mistake:
 * counted cells (a dose of cells/kg is not a plain 1/kg), and the indexing of a clearance to a body surface of 1.73 m².
 */
const annotationDimensions: ReadonlyMap<string, Exponents> = new Map([
  ['{cells}', new Map([['cells', 1]])],
  ['{cell}', new Map([['cells', 1]])],
  ['{1.73_m2}', new Map([['body surface', 1]])],
]);

/**
 * Reads UCUM (case-sensitive) and the clinical spellings. No blanks anywhere. Stricter than UCUM where UCUM would let
 * unlike things compare: the mole is a base unit and not 6.02e23 (or mmol/mL would compare with 10*9/L of cells),
 * equivalents, osmoles, microscope fields and each arbitrary unit such as [IU] are of their own dimension. Degrees
 * Celsius are too, without offset; the other special units (pH, decibel …) are refused.
 */
export const readUnit = (text: string): Unit | UnitProblem => {
  const read = understand(text);
  return isUnit(read) ? read : { ...read, nearest: nearestTo(text, read) };
};

export const isUnit = (u: Unit | Omit<UnitProblem, 'nearest'>): u is Unit => 'dimension' in u;

export const sameDimension = (a: Unit, b: Unit): boolean => a.dimension === b.dimension;

type Failure = Omit<UnitProblem, 'nearest'>;

const understand = (text: string): Unit | Failure => {
  const syntax = readUnitSyntax(text);
  if (isSyntaxProblem(syntax)) return { ...syntax, text };
  const terms = syntax.filter((part) => typeof part !== 'string');
  const failed = terms.find((term) => meaningOf(term) === undefined);
  if (failed === undefined) return unitOf(text, syntax);
  const problem = failed.kind === 'symbol' && isSpecialSymbol(failed.text) ? 'special unit' : 'unknown unit';
  return { problem, text: failed.text, at: failed.at };
};

const nearestTo = (text: string, failure: Failure): string | undefined => {
  const isKnown = (candidate: string): boolean => isUnit(understand(candidate));
  if (failure.problem === 'special unit') return undefined;
  const closed = text.replace(/\s/g, '');
  if (closed !== text && isKnown(closed)) return closed;
  const unknown = failure.problem === 'unknown unit' ? failure : { text: '', at: failure.at };
  return nearestUnit(text, unknown, isKnown);
};

/** What a term stands for before its exponent; `undefined` for a symbol that is not known and for the number zero. */
const meaningOf = (term: UnitTerm): UnitSymbol | undefined => {
  switch (term.kind) {
    case 'symbol':
      return findSymbol(term.text);
    case 'annotation':
      return { code: term.text, factor: one, dimension: annotationDimensions.get(term.text) ?? dimensionless };
    case 'number':
      return /^0+$/.test(term.text)
        ? undefined
        : { code: term.text, factor: rational(BigInt(term.text)), dimension: dimensionless };
    default:
      return term.kind satisfies never;
  }
};

const unitOf = (written: string, syntax: UnitSyntax): Unit => {
  let [code, factor, dimension] = ['', one, dimensionless];
  for (const part of syntax) {
    const meaning = typeof part === 'string' ? undefined : meaningOf(part);
    if (typeof part === 'string' || meaning === undefined) {
      code += part;
      continue;
    }
    code += meaning.code + part.suffix;
    factor = multiply(factor, power(meaning.factor, part.exponent));
    dimension = combine(dimension, meaning.dimension, part.exponent);
  }
  return { code, written, factor, dimension: writeDimension(dimension) };
};

/**
 * The number by which a value in `from` is multiplied to be in `to`, exact; `undefined` where they are not
 * commensurable. With a molar mass in g/mol, amount trades for mass, also below the line: umol/L to mg/dL multiplies
 * by it, mg/mmol to g/g divides.
 */
export const conversionFactor = (from: Unit, to: Unit, molarMass?: Rational): Rational | undefined => {
  if (from.dimension === to.dimension) return divide(from.factor, to.factor);
  if (molarMass === undefined) return undefined;
  const quotient = combine(readDimension(from.dimension), readDimension(to.dimension), -1);
  const moles = quotient.get('amount') ?? 0;
  const traded = combine(
    quotient,
    new Map([
      ['mass', moles],
      ['amount', -moles],
    ]),
  );
  return traded.size === 0 ? multiply(divide(from.factor, to.factor), power(molarMass, moles)) : undefined;
};
