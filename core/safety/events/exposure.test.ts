import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { exposureOf } from './exposure.ts';
import { everywhere, treatedOn } from './given.ts';

test('doses in the order of their days, and what was handed out for the home on that day', () => {
  const days = (person: ReturnType<typeof treatedOn>) => exposureOf(everywhere, person);
  assert.deepEqual(days(treatedOn()), []);
  assert.deepEqual(days(treatedOn('2026-06-03', '2026-06-01')), [readDay('2026-06-01'), readDay('2026-06-03')]);
  const handed = { dose: 'a', visit: 'baseline', on: '2026-06-02', units: 1, record: 'r' };
  assert.deepEqual(days({ ...treatedOn('2026-06-03'), dispensed: [handed] }), [
    readDay('2026-06-02'),
    readDay('2026-06-03'),
  ]);
});

test('where treatment tells the arm, nobody who does not know the arm knows the treatment', () => {
  const unlike = g.shipped('nct04318600');
  assert.equal(exposureOf(unlike, { ...treatedOn(), arm: undefined }), 'not known');
  assert.deepEqual(exposureOf(unlike, { ...treatedOn(), arm: 'control' }), []);
  assert.deepEqual(exposureOf(g.shipped('nct03673748'), { ...treatedOn(), arm: undefined }), []);
});
