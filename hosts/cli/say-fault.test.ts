import assert from 'node:assert/strict';
import test from 'node:test';
import type { WrittenFault } from '#core/measures/written-fault.ts';
import { sayFault } from './say-fault.ts';
import { sayProblem } from './trial-files.ts';

const path = ['items', 'creatinine'];

const rows: readonly (readonly [fault: WrittenFault, said: string])[] = [
  [{ fault: 'item unknown', path, name: 'pyuri', nearest: 'pyuria' }, '"pyuri" is no item; did you mean pyuria?'],
  [{ fault: 'item unknown', path, name: 'x\u001by', nearest: undefined }, '"x\\u001by" is no item'],
  [{ fault: 'item twice', path, item: 'PGA' }, 'PGA is answered twice'],
  [
    { fault: 'value not accepted', path, of: 'PGA', value: '30', accepted: 'a number from 0 to 3' },
    '"30" is not accepted for PGA; expected a number from 0 to 3',
  ],
  [
    { fault: 'unit not accepted', path, of: 'creatinine', unit: undefined, accepted: ['mg/dL', 'umol/L'] },
    'no unit for creatinine; expected mg/dL, umol/L',
  ],
  [
    { fault: 'unit not accepted', path, of: 'creatinine', unit: 'g', accepted: ['mg/dL'] },
    'the unit "g" is not accepted for creatinine; expected mg/dL',
  ],
  [
    { fault: 'date impossible', path, written: '2026-13', why: 'no date' },
    '"2026-13" is no date; expected a date such as 2026-03-02, 2026-03 or 2026',
  ],
  [{ fault: 'date impossible', path, written: '2027', why: 'in the future' }, '"2027" lies in the future'],
  [{ fault: 'date impossible', path, written: '1991', why: 'before birth' }, '"1991" lies before birth'],
  [
    { fault: 'medicine unknown', path, name: 'prednison', nearest: 'prednisone' },
    '"prednison" is no medicine of the lexicon; did you mean prednisone?',
  ],
];

for (const [fault, said] of rows)
  test(said, () => {
    const { what, expected, nearest } = sayFault(fault);
    assert.equal(sayProblem(what, expected, nearest), said);
  });

test('a long value is cut', () => {
  const { what } = sayFault({ fault: 'value not accepted', path, of: 'PGA', value: 'x'.repeat(1e7), accepted: '' });
  assert.ok(what.length < 120);
});
