/**
 * Writes core/quantities/ucum-atoms.ts from the definitions that @lhncbc/ucum-lhc ships. Run: node tools/ucum.ts
 *
 * The package computes with binary floats, but its definitions (`wk = 7 d`) are text. They are resolved here to exact
 * fractions of base units. Only what a clinical laboratory, a ward or a pharmacy uses is taken.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { combine, dimensionless, type Exponents, writeDimension } from '#core/quantities/dimension.ts';
import { multiply, one, power, type Rational, rational } from '#core/quantities/rational.ts';
import { isSyntaxProblem, readUnitSyntax, type UnitTerm } from '#core/quantities/unit-syntax.ts';

const wanted = [
  ...['10* 10^ % [ppth] [ppm] [ppb] [pptr]', 'm s g K C mol', 'Hz N Pa J W A V F Ohm S Bq Gy Sv T bar Torr atm'],
  ...['l L min h d wk mo a a_j a_g mo_j mo_g t', 'cal cal_th [Cal] [MET] [g] gf [lbf_av] [psi] dyn Ao Ci'],
  ...['[in_i] [ft_i] [yd_i] [gr] [lb_av] [oz_av] [stone_av]', '[gal_us] [qt_us] [pt_us] [gil_us] [foz_us] [cup_us]'],
  ...['[tbs_us] [tsp_us] [foz_m] [cup_m] [tsp_m] [tbs_m] [drp]', "m[Hg] m[H2O] [wood'U] [PRU] [Ch] [HPF] [LPF]"],
  ...['eq osm g% kat U', "[IU] [iU] [arb'U] [USP'U] [GPL'U] [MPL'U] [APL'U] [beth'U] [anti'Xa'U] [todd'U] [dye'U]"],
  ...["[CCID_50] [TCID_50] [EID_50] [PFU] [FFU] [CFU] [BAU] [AU] [PNU] [Lf] [D'ag'U] [FEU] [ELU] [EU]", 'Cel'],
].flatMap((codes) => codes.split(' '));

interface Meaning {
  readonly factor: Rational;
  readonly dimension: Exponents;
}

const base = (name: string, factor = one): Meaning => ({ factor, dimension: new Map([[name, 1]]) });

/**
 * Where the table is stricter than UCUM. UCUM makes the mole 6.02e23, so that mmol/mL compares with 10*9/L of cells;
 * takes equivalents and osmoles for moles, whatever the valence; and microscope fields for plain numbers.
 */
const keptApart: ReadonlyMap<string, Meaning> = new Map([
  ['m', base('length')],
  ['s', base('time')],
  ['g', base('mass')],
  ['K', base('temperature')],
  ['C', base('charge')],
  ['mol', base('amount')],
  ['eq', base('equivalents')],
  ['osm', base('osmoles')],
  ['[HPF]', base('microscope field')],
  ['[LPF]', base('microscope field', rational(100))],
  ['Cel', base('Celsius temperature')],
  ['[iU]', base('[IU]')],
]);

const folder = new URL('../node_modules/@lhncbc/ucum-lhc/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const table = z.object({ config: z.array(z.unknown()), data: z.array(z.array(z.unknown())) });
const definitions = z.object({ prefixes: table, units: table }).parse(readJson('data/ucumDefs.min.json'));
const { version } = z.object({ version: z.string() }).parse(readJson('package.json'));

/** The rows of a packed table, each value under its name. */
const rowsOf = ({ config, data }: z.infer<typeof table>): readonly ReadonlyMap<string, unknown>[] =>
  data.map((row) => new Map(config.map((name, index) => [String(name), row[index]])));

const units = new Map(
  rowsOf(definitions.units)
    .filter((row) => row.get('source_') === 'UCUM')
    .map((row) => [String(row.get('csCode_')), row]),
);

const prefixes = new Map(
  rowsOf(definitions.prefixes)
    .filter((row) => row.get('exp_') !== null)
    .map((row) => [String(row.get('code_')), power(rational(10), Number(row.get('exp_')))]),
);

/** `254e-2`, `6.0221367`, `1e-3` as fractions. */
const readNumber = (text: string): Rational => {
  const [, whole = '', fraction = '', exponent = '0'] = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  return multiply(rational(BigInt(whole + fraction)), power(rational(10), Number(exponent) - fraction.length));
};

const resolveAtom = (code: string): Meaning => {
  const [apart, row] = [keptApart.get(code), units.get(code)];
  if (apart !== undefined) return apart;
  if (row === undefined) throw new Error(`ucum: "${code}" is not a unit of UCUM`);
  if (row.get('isArbitrary_') === true) return base(code);
  const factor = readNumber(String(row.get('baseFactorStr_')));
  const definition = String(row.get('csUnitString_'));
  if (definition === '1') return { factor, dimension: dimensionless };
  const { factor: times, dimension } = resolveUnit(definition);
  return { factor: multiply(factor, times), dimension };
};

const resolveUnit = (definition: string): Meaning => {
  const syntax = readUnitSyntax(definition);
  if (isSyntaxProblem(syntax)) throw new Error(`ucum: "${definition}" is malformed at ${syntax.at}`);
  return syntax.filter((part) => typeof part !== 'string').reduce(timesTerm, { factor: one, dimension: dimensionless });
};

const timesTerm = (product: Meaning, term: UnitTerm): Meaning => {
  const { factor, dimension } = resolveTerm(term);
  return {
    factor: multiply(product.factor, power(factor, term.exponent)),
    dimension: combine(product.dimension, dimension, term.exponent),
  };
};

const resolveTerm = ({ kind, text }: UnitTerm): Meaning => {
  if (kind === 'number') return { factor: rational(BigInt(text)), dimension: dimensionless };
  if (units.has(text)) return resolveAtom(text);
  const code = [...prefixes.keys()].find((prefix) => text.startsWith(prefix) && units.has(text.slice(prefix.length)));
  const prefix = code === undefined ? undefined : prefixes.get(code);
  if (code === undefined || prefix === undefined) throw new Error(`ucum: "${text}" has no definition`);
  const { factor, dimension } = resolveAtom(text.slice(code.length));
  return { factor: multiply(prefix, factor), dimension };
};

const writeFactor = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;

const writeAtom = (code: string): string => {
  const { factor, dimension } = resolveAtom(code);
  const row = units.get(code);
  // The package marks no base unit as metric, though g and m take every prefix.
  const metric = (row?.get('isMetric_') === true || row?.get('isBase_') === true) && code !== 'Cel';
  return `  [${JSON.stringify(code)}, '${writeFactor(factor)}', ${JSON.stringify(writeDimension(dimension))}, ${metric}],`;
};

const special = [...units]
  .filter(([code, row]) => row.get('isSpecial_') === true && code !== 'Cel')
  .map(([code]) => `  ${JSON.stringify(code)},`);

const text = `/**
 * Generated by tools/ucum.ts from @lhncbc/ucum-lhc ${version} (data/ucumDefs.min.json, made from ucum-essence.xml; the
 * package does not state its revision). Do not edit: run \`node tools/ucum.ts\`.
 *
 * This product includes all or a portion of the UCUM table, UCUM codes, and UCUM definitions or is derived from it,
 * subject to a license from Regenstrief Institute, Inc. and The UCUM Organization. Your use of the UCUM table, UCUM
 * codes, UCUM definitions also is subject to this license, a copy of which is available at https://ucum.org/license.
 * The current complete UCUM table, UCUM Specification are available for download at https://ucum.org. The UCUM table
 * and UCUM codes are copyright © 1995-2009, Regenstrief Institute, Inc. and the Unified Codes for Units of Measures
 * (UCUM) Organization. All rights reserved.
 *
 * THE UCUM TABLE (IN ALL FORMATS), UCUM DEFINITIONS, AND SPECIFICATION ARE PROVIDED "AS IS." ANY EXPRESS OR IMPLIED
 * WARRANTIES ARE DISCLAIMED, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR
 * A PARTICULAR PURPOSE.
 *
 * The UCUM LHC software was developed by the Lister Hill National Center for Biomedical Communications (LHNCBC), a
 * research and development division of the U.S. National Library of Medicine (NLM), with the permission and based on
 * the copyrighted content of the Regenstrief Institute.
 */

/** Code, exact factor to base units (m, s, g, K, C, mol …), dimension, and whether it takes prefixes. */
export type UcumAtom = readonly [code: string, factor: string, dimension: string, metric: boolean];

export const ucumAtoms: readonly UcumAtom[] = [
${wanted.map(writeAtom).join('\n')}
];

export const ucumPrefixes: readonly (readonly [code: string, factor: string])[] = [
${[...prefixes].map(([code, factor]) => `  ['${code}', '${writeFactor(factor)}'],`).join('\n')}
];

/** Units on scales that are not proportional. */
export const ucumSpecialUnits: readonly string[] = [
${special.join('\n')}
];
`;

writeFileSync(new URL('../core/quantities/ucum-atoms.ts', import.meta.url), text);
console.log(`core/quantities/ucum-atoms.ts: ${wanted.length} atoms, ${prefixes.size} prefixes`);
