import assert from 'node:assert/strict';
import test from 'node:test';
import { sentence } from './sentence.ts';

const rows: readonly (readonly [string, string])[] = [
  ['UPCR < 0.5 g/g', 'UPCR < 0.5 g/g'],
  ['\n      UPCR < 0.5 g/g\n      and not pregnant\n    ', 'UPCR < 0.5 g/g and not pregnant'],
];
for (const [written, expected] of rows) test(JSON.stringify(written), () => assert.equal(sentence(written), expected));
