import assert from 'node:assert/strict';
import test from 'node:test';
import { clinicalSpellings } from './clinical-spellings.ts';
import { isSyntaxProblem, readUnitSyntax } from './unit-syntax.ts';

/** Terms as `symbol^exponent@offset`. */
const outline = (text: string): string => {
  const read = readUnitSyntax(text);
  if (isSyntaxProblem(read)) return `malformed at ${read.at}`;
  return read
    .filter((part) => typeof part !== 'string')
    .map(({ text: symbol, exponent, at }) => `${symbol}^${exponent}@${at}`)
    .join(' ');
};

// UCUM § 2.1: left to right, parentheses, exponents, annotations.
const read: readonly (readonly [string, string])[] = [
  ['mg/dL', 'mg^1@0 dL^-1@3'],
  ['kg.m/s2', 'kg^1@0 m^1@3 s^-2@5'],
  ['kg.m.s-2', 'kg^1@0 m^1@3 s^-2@5'],
  ['a/b.c', 'a^1@0 b^-1@2 c^1@4'],
  ['a/(b.c/d)', 'a^1@0 b^-1@3 c^-1@5 d^1@7'],
  ['a/(b/(c/d))', 'a^1@0 b^-1@3 c^1@6 d^-1@8'],
  ['/min', 'min^-1@1'],
  ['/a.b', 'a^-1@1 b^1@3'],
  ['10*9/L', '10*^9@0 L^-1@5'],
  ['10^9/L', '10^^9@0 L^-1@5'],
  ['10*-3', '10*^-3@0'],
  ['24', '24^1@0'],
  ['m[H2O]', 'm[H2O]^1@0'],
  ['[in_i]2', '[in_i]^2@0'],
  ['B[10.nV]', 'B[10.nV]^1@0'],
  ['mg/g{creat}', 'mg^1@0 g^-1@3 {creat}^-1@4'],
  ['{cells}/kg', '{cells}^1@0 kg^-1@8'],
  ['mL.min-1{x}', 'mL^1@0 min^-1@3 {x}^-1@8'],
  ['g/24h', 'g^1@0 24^-1@2 h^-1@2'],
  ['mL/min/1.73m2', 'mL^1@0 min^-1@3 {1.73_m2}^-1@7'],
  ['µg/day', 'ug^1@0 d^-1@3'],
];

for (const [text, expected] of read) test(`${text} reads as ${expected}`, () => assert.equal(outline(text), expected));

const malformed: readonly (readonly [string, number])[] = [
  // An exponent or a factor that would not end to be computed.
  ['10*100/L', 0],
  [`10^${'9'.repeat(309)}/L`, 0],
  [`mg/m${'9'.repeat(40)}`, 3],
  [`mg/${'9'.repeat(31)}`, 3],
  ['', 0],
  ['mg/dl ', 5],
  [' mg', 0],
  ['10^6 IU', 4],
  ['mg//dL', 3],
  ['mg/', 3],
  ['mg.', 3],
  ['(mg', 3],
  ['mg)', 2],
  ['()', 1],
  ['mg{a}{b}', 5],
  ['{a}b', 3],
  ['m[IU', 1],
  ['mg{creat', 2],
  ['mg/{body surface}', 3],
  ['-2', 0],
  ['a./b', 2],
];

for (const [text, at] of malformed) {
  test(`"${text}" is malformed at ${at}`, () => assert.equal(outline(text), `malformed at ${at}`));
}

test('every clinical spelling stands for well-formed UCUM and is replaced as a whole component', () => {
  assert.ok(clinicalSpellings.size > 40);
  for (const [spelling, ucum] of clinicalSpellings) {
    assert.ok(!outline(ucum).startsWith('malformed'), ucum);
    assert.ok(!clinicalSpellings.has(ucum), `${ucum} would be replaced again`);
    assert.equal(outline(`g/${spelling}`).replace(/@\d+/g, ''), outline(`g/${ucum}`).replace(/@\d+/g, ''), spelling);
  }
});

test('a spelling inside a longer word stays as it is', () => {
  assert.equal(outline('daysy'), 'daysy^1@0');
  assert.equal(outline('mIUx/L'), 'mIUx^1@0 L^-1@5');
});
