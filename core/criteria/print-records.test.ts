import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from './given.ts';
import { pointText, printQuery, printWindow } from './print-records.ts';

/** What is asked of the records, as it is written and as it is printed. */
const rows: readonly (readonly [string, string])[] = [
  ['rituximab,belimumab ever', 'rituximab, belimumab ever'],
  ['infection other than pneumonia where ((severe)) ever', 'infection other than pneumonia where (severe) ever'],
  ['infection where (not (severe or active)) ever', 'infection where (not (severe or active)) ever'],
  ['infection where (severe and (active or treated)) ever', 'infection where (severe and (active or treated)) ever'],
  ['prednisone where (dose≥20 mg/d) ever', 'prednisone where (dose >= 20 mg/d) ever'],
  ['prednisone where (lasting at least 1 months) ever', 'prednisone where (lasting at least 1 month) ever'],
  ['infection within 02 to 6 months before consent', 'infection within 2 to 6 months before consent'],
  ['infection at least 7 days after consent', 'infection at least 7 days after consent'],
  ['infection from consent to this visit', 'infection since consent'],
  ['infection within 7 days before this visit', 'infection within 7 days before this visit'],
  ['infection at screening', 'infection at screening'],
];
for (const [written, printed] of rows)
  test(`${written} → ${printed}`, () => {
    const read = conditionOf(`had ${written}`);
    assert(read.kind === 'records');
    assert.equal(printQuery(read), printed);
    assert(printQuery(read).endsWith(printWindow(read.window)));
  });

test('a point that is left open is this visit', () => {
  assert.equal(pointText({ kind: 'here' }), 'this visit');
  assert.equal(pointText({ kind: 'named', name: 'week 4' }), 'week 4');
});
