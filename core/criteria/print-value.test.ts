import assert from 'node:assert/strict';
import test from 'node:test';
import { formulaOf } from './given.ts';
import { atText, printValue } from './print-value.ts';
import type { Value } from './syntax.ts';

const leftValue = (text: string): Value => {
  const read = formulaOf(`${text} > 0`);
  assert(read.kind === 'comparison', text);
  return read.left;
};

/** Text that prints as itself: every kind of value. */
const rows = [
  '1.20 mg/dL',
  'UPCR at week 24',
  '50% of (PGA * 2)',
  'PGA - (1 - 2)',
  '(PGA + 1) * 2',
  'PGA / (1 * 2)',
  'change of UPCR at week 4 from baseline',
  'number of new A grades of BILAG-2004 from baseline',
  'highest creatinine from baseline to week 24',
  'latest UPCR within 4 weeks before randomisation',
  'integral of prednisone-equivalent from baseline to week 24',
  'number of infection where (severe) ever',
  '3 x ULN of ALT at screening',
];
for (const text of rows) test(text, () => assert.equal(printValue(leftValue(text)), text));

test('a limit names its measure only where it is not the one on the left', () => {
  const limit = leftValue('3 x ULN of ALT at screening');
  assert.equal(printValue(limit, leftValue('ALT at screening')), '3 x ULN');
  assert.equal(printValue(limit, leftValue('ALT at week 4')), '3 x ULN of ALT at screening');
});

test('the point that is left open is not said', () => assert.equal(atText({ kind: 'here' }), ''));
