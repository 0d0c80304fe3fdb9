import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { anchorOf } from './anchor.ts';

test('a name as the id of a place', () => {
  assert.equal(anchorOf('figure', 'value/response/0001/week 24'), 'figure-value/response/0001/week_20_24');
  assert.equal(anchorOf('record', 'participant/0001#7/UPCR'), 'record-participant/0001_23_7/UPCR');
});

test('no id holds what an address would read otherwise, and two names never share one', () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      assert.match(anchorOf('table', one), /^[A-Za-z0-9/._-]+$/);
      assert.equal(anchorOf('table', one) === anchorOf('table', other), one === other);
    }),
  ));
