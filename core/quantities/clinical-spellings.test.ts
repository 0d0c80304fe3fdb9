import assert from 'node:assert/strict';
import test from 'node:test';
import { clinicalSpellings } from './clinical-spellings.ts';
import { isUnit, readUnit, type Unit } from './unit.ts';
import { findSymbol } from './unit-symbol.ts';

const unitOf = (text: string): Unit => {
  const unit = readUnit(text);
  assert.ok(isUnit(unit), text);
  return unit;
};

test('each spelling reads to the unit of its code, alone and below a line', () => {
  for (const [spelling, code] of clinicalSpellings) {
    for (const unit of ['', 'mg/'].map((above) => [`${above}${spelling}`, `${above}${code}`] as const)) {
      const [clinical, ucum] = unit.map(unitOf);
      assert.deepEqual({ ...clinical, written: '' }, { ...ucum, written: '' }, spelling);
    }
  }
});

test('no spelling is a code of UCUM, nor differs from another only where a reader would not see it', () => {
  const seen = new Map<string, string>();
  for (const [spelling, code] of clinicalSpellings) {
    assert.equal(findSymbol(spelling), undefined, `${spelling} is a code already`);
    const alike = spelling.normalize('NFKC').toLowerCase();
    assert.equal(seen.get(alike) ?? code, code, `${spelling} clashes`);
    seen.set(alike, code);
  }
});

// What laboratories mean by these, in the codes and dimensions of UCUM (key ucum).
test('spellings of each kind are what a laboratory means by them', () => {
  const rows = [
    ['IU/L', '[IU]/L', 'length^-3·[IU]'],
    ['mcg/kg', 'ug/kg', '1'],
    ['mmHg', 'mm[Hg]', 'mass·length^-1·time^-2'],
    ['g/24h', 'g/(24.h)', 'mass·time^-1'],
    ['°C', 'Cel', 'Celsius temperature'],
    ['cells/mm³', '{cells}/mm3', 'length^-3·cells'],
    ['beats/minute', '{beats}/min', 'time^-1'],
    ['mg/month', 'mg/mo', 'mass·time^-1'],
  ] as const;
  for (const [written, code, dimension] of rows) {
    const unit = unitOf(written);
    assert.deepEqual([unit.code, unit.dimension], [code, dimension], written);
  }
});
