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
    [{ ...common, kind: 'value', rule, at: 'week 24', summarised: { as: 'area', since: 'baseline', most: 105 } }, true],
    [{ ...common, kind: 'value', rule, at: 'week 24', summarised: { as: 'sum', since: 'baseline' } }, false],
    [{ ...common, kind: 'class', rule, at: 'week 24', summarised: { as: 'area', since: 'baseline' } }, false],
    [{ ...common, kind: 'value', rule, at: 'week 24', missing: 'worst observed', worse: 'lower' }, true],
    [{ ...common, kind: 'value', rule, at: 'week 24', missing: 'zero' }, false],
  ] as const;
  for (const [value, expected] of rows)
    assert.equal(endpoint.safeParse(value).success, expected, JSON.stringify(value));
});

test('an intercurrent event has words and a strategy; what finds it and what it counts as are closed lists', () => {
  const estimand = { population: 'a', treatment: 'b', variable: 'c', summary: 'd' };
  const rows = [
    [{ event: 'e', strategy: 'composite' }, true],
    [{ event: 'e', kinds: ['death'], strategy: 'composite', 'counts as': 'none', assumes: ['A-01'] }, true],
    [{ event: 'e', rule: 'r', strategy: 'hypothetical' }, true],
    [{ event: 'e', kinds: ['rescue medicine'], medicines: ['rituximab'], strategy: 'while on treatment' }, true],
    [{ event: 'e', kinds: ['deaths'], strategy: 'composite' }, false],
    [{ event: 'e', kinds: [], strategy: 'composite' }, false],
    [{ kinds: ['death'], strategy: 'composite' }, false],
    [{ event: 'e', strategy: 'as treated' }, false],
  ] as const;
  for (const [event, expected] of rows) {
    const asked = {
      ...common,
      kind: 'value',
      rule,
      at: 'week 24',
      estimand: { ...estimand, 'intercurrent events': [event] },
    };
    assert.equal(endpoint.safeParse(asked).success, expected, JSON.stringify(event));
  }
});
