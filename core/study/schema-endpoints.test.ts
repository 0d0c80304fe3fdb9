import assert from 'node:assert/strict';
import test from 'node:test';
import { endpoint } from './schema-endpoints.ts';

const common = { id: 'e', title: 'E', role: 'secondary', missing: 'unknown' };
const rule = 'change of SLEDAI-2K from baseline';

test('each kind of endpoint has its own fields; a time is asked at no visit of its own', () => {
  const rows = [
    [{ ...common, kind: 'value', rule, at: 'week 24' }, true],
    [{ ...common, kind: 'value', rule, at: 'week 24', 'also at': ['week 4', 'week 8'] }, true],
    [{ ...common, kind: 'value', rule, at: 'week 24', 'also at': [] }, false],
    [{ ...common, kind: 'condition', rule }, false],
    [{ ...common, kind: 'response', response: 'r', 'at least': 'PR', at: 'week 24', 'also at': ['week 4'] }, true],
    [{ ...common, kind: 'time', rule }, true],
    [{ ...common, kind: 'time', rule, 'also at': ['week 4'] }, false],
    [{ ...common, kind: 'value', rule, at: 'week 24', estimand: { population: 'all' } }, false],
  ] as const;
  for (const [value, expected] of rows)
    assert.equal(endpoint.safeParse(value).success, expected, JSON.stringify(value));
});
