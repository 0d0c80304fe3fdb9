import { type Exponents, readDimension } from './dimension.ts';
import { multiply, type Rational, rational } from './rational.ts';
import { ucumAtoms, ucumPrefixes, ucumSpecialUnits } from './ucum-atoms.ts';

/** What a symbol, prefix and atom together, stands for. `code` is the preferred one of several UCUM codes. */
export interface UnitSymbol {
  readonly code: string;
  readonly factor: Rational;
  readonly dimension: Exponents;
}

interface Atom extends UnitSymbol {
  readonly metric: boolean;
}

/** UCUM has two codes for some units; one of them is used, so that equal units have equal codes. */
const preferred: ReadonlyMap<string, string> = new Map([
  ['l', 'L'],
  ['[iU]', '[IU]'],
  ['10^', '10*'],
]);

const readFactor = (text: string): Rational => {
  const [numerator = '', denominator = '1'] = text.split('/');
  return rational(BigInt(numerator), BigInt(denominator));
};

const atoms: ReadonlyMap<string, Atom> = new Map(
  ucumAtoms.map(([code, factor, dimension, metric]) => [
    code,
    { code: preferred.get(code) ?? code, factor: readFactor(factor), dimension: readDimension(dimension), metric },
  ]),
);

const prefixes: ReadonlyMap<string, Rational> = new Map(
  ucumPrefixes.map(([code, factor]) => [code, readFactor(factor)]),
);

/** An atom, or a prefix and a metric atom: `mo` is the month and `mmol` is m + mol. Case matters, as in UCUM. */
export const findSymbol = (text: string): UnitSymbol | undefined =>
  atoms.get(text) ?? prefixed(text, 1) ?? prefixed(text, 2);

const prefixed = (text: string, length: 1 | 2): UnitSymbol | undefined => {
  const prefix = prefixes.get(text.slice(0, length));
  const atom = atoms.get(text.slice(length));
  if (prefix === undefined || atom === undefined || !atom.metric) return undefined;
  const code = text.slice(0, length) + atom.code;
  return { code, factor: multiply(prefix, atom.factor), dimension: atom.dimension };
};

/** Units on a scale that is not proportional (pH, decibel, degree Fahrenheit): a factor cannot convert them. */
export const isSpecialSymbol = (text: string): boolean =>
  ucumSpecialUnits.some((code) => text === code || (text.endsWith(code) && prefixes.has(text.slice(0, -code.length))));
