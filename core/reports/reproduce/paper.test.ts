import assert from 'node:assert/strict';
import test from 'node:test';
import { paperSchema } from './paper.ts';

const paper = (more: object) => paperSchema.safeParse({ paper: 'a', title: 'A', ...more }).success;
const share = (more: object) => paper({ proportions: [{ id: 'x', ...more }] });
const compared = (more: object) => paper({ comparisons: [{ id: 'x', first: '9 of 12', second: '5 of 6', ...more }] });

test('counts are read, and numbers stay as they were printed', () => {
  const read = paperSchema.parse({
    paper: 'a',
    title: 'A',
    proportions: [{ id: 'x', count: '9 of 12', percent: '75.0' }],
  });
  assert.deepEqual(read.proportions, [{ id: 'x', count: { events: 9, of: 12 }, percent: '75.0' }]);
});

test('what a paper may hold', () => {
  const rows = [
    [share({ count: '9 of 12' }), true],
    [share({ count: '9/12' }), false],
    [share({ count: '-1 of 12' }), false],
    [share({ of: 135, percent: '46.4' }), true],
    [share({ of: 0, percent: '46.4' }), false],
    [share({ percent: 46.4 }), false],
    [share({ interval: '35.9 to 99.6' }), true],
    [share({ interval: '35.9-99.6' }), false],
    [compared({ p: '0.03' }), true],
    [compared({ p: '<0.0001' }), true],
    [compared({ p: '1.000' }), true],
    [compared({ p: '3' }), false],
    [compared({ 'difference interval': '-6.7 to 12.1' }), true],
    [compared({ strata: [{ first: '1 of 2', second: '1 of 2' }] }), true],
    [compared({ strata: [] }), false],
    [compared({ hazard: '0.5' }), false],
    [paper({ year: 2020 }), false],
  ] as const;
  for (const [index, [found, expected]] of rows.entries()) assert.equal(found, expected, `row ${index}`);
});
