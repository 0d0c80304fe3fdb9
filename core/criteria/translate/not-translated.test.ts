import assert from 'node:assert/strict';
import test from 'node:test';
import { NotTranslated } from './not-translated.ts';

test('it carries the construct and the place, and may be without a place until a sentence is known', () => {
  const placed = new NotTranslated('division by zero', { start: 3, end: 7 });
  assert.deepEqual(
    [placed.construct, placed.span, placed.message],
    ['division by zero', { start: 3, end: 7 }, 'division by zero'],
  );
  assert.equal(new NotTranslated('value', { start: 0, end: 1 }, 'CR').within, 'CR');
  assert.equal(placed.within, undefined);
  assert.equal(new NotTranslated('value').span, undefined);
  assert(placed instanceof Error);
});
