import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyColumn } from '#core/criteria/columns/column.ts';
import { hasBit } from '#core/criteria/columns/plane.ts';
import type { ElmParameter } from '#core/criteria/translate/elm-parameter.ts';
import { smallStudy } from '../given.ts';
import { type Filler, fillersOf, putNumber, putTruth } from './fillers.ts';
import { isNotAsked } from './trial-question.ts';

const study = smallStudy(['rule: age at consent >= 1 years', 'rule: judged "fit for it" at screening']);
const span = { start: 0, end: 0 };
const named = (name: string) => ({ kind: 'named', name, span }) as const;

/** "creatinine at week 1" in so many places of a unit. */
const number = (measure: string, places: number, unit?: string): ElmParameter => ({
  name: `${measure} at week 1`,
  type: 'Integer',
  asked: { kind: 'measure', measure, point: named('week 1'), span },
  places,
  unit,
  most: 1_000_000n,
});

const fillerOf = (parameter: ElmParameter): Filler | string => {
  const found = fillersOf([parameter], study);
  return isNotAsked(found) ? found.why : (found[0] ?? assert.fail());
};

/** The parts of the parameter that one of the reported unit has, the places of the laboratory, and what a result goes with. */
const numbers: readonly (readonly [ElmParameter, parts: number, rounding: number, chain: string])[] = [
  [number('UPCR', 4, 'g/g'), 10_000, 100, 'UPCR'],
  [number('UPCR', 0, 'g/g'), 1, 100, 'UPCR'],
  // 1 g/g is 1000 mg/g.
  [number('UPCR', 4, 'mg/g'), 10_000_000, 100, 'UPCR'],
  // Creatinine is reported in whole umol/L; by 113.12 g/mol one of them is 0.011312 mg/dL.
  [number('creatinine', 4, 'umol/L'), 10_000, 1, 'creatinine'],
  [number('creatinine', 4, 'mg/dL'), 113.12, 1, 'creatinine'],
  [number('protein-24h', 4, 'mg/d'), 10_000_000, 100, 'protein-24h,UPCR'],
  [number('haemoglobin', 4, 'g/dL'), 1000, 1, 'haemoglobin'],
  // A ratio of a ratio: nitrogen of urea, urea of creatinine.
  [number('BUN', 1, 'mg/dL'), 10, 10, 'BUN,urea,creatinine'],
  [number('neutrophils', 2, '10^9/L'), 100, 10, 'neutrophils,leucocytes'],
];

for (const [parameter, parts, rounding, chain] of numbers)
  test(`${parameter.name} in ${JSON.stringify(parameter.type === 'Integer' && parameter.unit)}: ${parts} parts`, () => {
    const filler = fillerOf(parameter);
    assert.ok(typeof filler !== 'string' && filler.kind === 'result');
    assert.ok(Math.abs(filler.parts / parts - 1) < 1e-4, String(filler.parts));
    assert.deepEqual([filler.rounding, filler.chain.join(), filler.visit], [rounding, chain, 'week 1']);
    assert.equal(filler.parameter, parameter.name);
  });

test('filtration is computed of creatinine in mg/dL, 0.011312 of a umol/L', () => {
  const filler = fillerOf(number('eGFR', 4, 'mL/min/1.73m2'));
  assert.ok(typeof filler !== 'string' && filler.kind === 'result' && filler.equation !== undefined);
  assert.deepEqual([filler.measure, filler.rounding, filler.parts], ['creatinine', 1, 10_000]);
  assert.ok(Math.abs(filler.equation.times - 0.011312) < 1e-6);
  assert.equal(fillerOf(number('eGFR', 4, 'mg/dL')), 'virtual people have no quick eGFR');
});

test('casts go with the red cells of their visit', () => {
  const asked = { kind: 'measure', measure: 'RBC-casts', point: named('week 1'), span } as const;
  const filler = fillerOf({ name: 'L', type: 'String', asked, levels: ['present', 'absent'] });
  assert.ok(typeof filler !== 'string' && filler.kind === 'casts');
  const { measure, visit, rounding } = filler.cells;
  assert.deepEqual([measure, visit, rounding], ['urine-RBC', 'week 1', 1]);
});

const visit = { name: 'J', type: 'Boolean' } as const;

/** Everything else that is filled, and what is not. */
// biome-ignore format: one row a line
const others: readonly (readonly [ElmParameter, Filler | string])[] = [
  [number('prednisone-equivalent', 4, 'mg/d'), { kind: 'prednisone', parameter: 'prednisone-equivalent at week 1', visit: 'week 1', parts: 10_000 }],
  [{ ...visit, asked: { kind: 'judgement', text: 'fit for it', point: named('week 1'), span } }, { kind: 'judgement', parameter: 'J', visit: 'week 1', chance: 0.9 }],
  [{ ...visit, asked: { kind: 'judgement', text: 'able and willing', point: named('week 1'), span } }, { kind: 'judgement', parameter: 'J', visit: 'week 1', chance: 0.97 }],
  [{ ...visit, asked: { kind: 'judgement', text: 'something else', point: named('week 1'), span } }, { kind: 'judgement', parameter: 'J', visit: 'week 1', chance: 0.03 }],
  [{ ...visit, asked: { kind: 'reached', point: named('baseline'), span } }, { kind: 'always', parameter: 'J' }],
  [number('SLEDAI-2K', 0), 'virtual people have no quick SLEDAI-2K'],
  [number('creatinine', 4, 'kg'), 'virtual people have no quick creatinine'],
  [{ name: 'LN-class', type: 'String', asked: { kind: 'measure', measure: 'LN-class', point: named('week 1'), span }, levels: ['V'] }, 'virtual people have no quick LN-class'],
];

for (const [parameter, expected] of others)
  test(`${parameter.name}: ${typeof expected === 'string' ? expected : JSON.stringify(expected)}`, () =>
    assert.deepEqual(fillerOf(parameter), expected));

test('everything that nothing fills is told, each once, and with it none is filled', () => {
  const known = { kind: 'measure', measure: 'UPCR', point: named('week 1'), span } as const;
  const record: ElmParameter = { ...visit, name: 'R', asked: { kind: 'known', value: known, span } };
  const missing = [number('PGA', 0), number('SLEDAI-2K', 0), number('PGA', 0), record];
  const found = fillersOf([number('UPCR', 4, 'g/g'), ...missing], study);
  assert.deepEqual(found, { why: 'virtual people have no quick PGA, SLEDAI-2K; R is a record of a history' });
  const both = fillersOf([number('UPCR', 4, 'g/g'), number('creatinine', 4, 'umol/L')], study);
  assert.ok(!isNotAsked(both) && both.length === 2);
});

test('a number is written where it belongs, at most the largest that the column holds; a truth on either side', () => {
  const column = emptyColumn(number('UPCR', 4, 'g/g'), 40);
  assert.ok(column.type === 'Integer');
  putNumber(column, 0, 12);
  putNumber(column, 33, 2_000_000);
  assert.deepEqual([column.parts[0], column.parts[33], column.parts[1]], [12, 1_000_000, 0]);
  assert.deepEqual(
    [0, 1, 33].map((row) => hasBit(column.known, row)),
    [true, false, true],
  );
  const truth = emptyColumn({ ...visit, asked: { kind: 'reached', point: named('baseline'), span } }, 40);
  assert.ok(truth.type === 'Boolean');
  putTruth(truth, 0, true);
  putTruth(truth, 33, false);
  const { holds, fails } = truth.truth;
  assert.deepEqual(
    [0, 1, 33].map((row) => [hasBit(holds, row), hasBit(fails, row)]),
    [
      [true, false],
      [false, false],
      [false, true],
    ],
  );
  assert.throws(() => putNumber(truth, 0, 1), /another kind/);
  assert.throws(() => putTruth(column, 0, true), /another kind/);
  assert.throws(() => putNumber(undefined, 0, 1), /another kind/);
});
