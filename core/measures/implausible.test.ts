import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith, type Written } from './given.ts';
import { implausibleResults } from './implausible.ts';
import { everyItem } from './measure-reads.ts';

const questioned = (written: Written): readonly string[] =>
  implausibleResults([...everyItem.values()], sittingWith(written)).map(
    ({ item, written: said, plausible }) => `${item} ${said}: ${plausible}`,
  );

/** The limits are those of the laboratory table; conversions those of ucum. */
const rows: readonly (readonly [written: Written, expected: readonly string[]])[] = [
  [{ creatinine: '88 mg/dL' }, ['creatinine 88 mg/dL: 0.1 to 20 mg/dL']],
  [{ creatinine: '88 umol/L' }, []],
  [{ creatinine: '20 mg/dL' }, []],
  [{ creatinine: '20.01 mg/dL' }, ['creatinine 20.01 mg/dL: 0.1 to 20 mg/dL']],
  [{ creatinine: '0.01 mg/dL' }, ['creatinine 0.01 mg/dL: 0.1 to 20 mg/dL']],
  [{ creatinine: '<0.5 mg/dL' }, []],
  [{ creatinine: '>15 mg/dL' }, []],
  [{ haemoglobin: '95 g/dL' }, ['haemoglobin 95 g/dL: 20 to 250 g/L']],
  [{ creatinine: 'not done' }, []],
  [{ creatinine: 'unreadable mg/dL' }, []],
  [{ PGA: '1.8', 'SLEDAI-2K.rash': 'present' }, []],
  [{}, []],
];

for (const [written, expected] of rows)
  test(`${JSON.stringify(written)}: ${expected.length} to be looked at`, () =>
    assert.deepEqual(questioned(written), expected));
