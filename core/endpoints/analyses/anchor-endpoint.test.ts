import assert from 'node:assert/strict';
import test from 'node:test';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { endpointOf, sixPeople } from '#core/endpoints/given.ts';
import { anchorOf } from './anchor-endpoint.ts';
import { studyWith } from './given.ts';
import { asDouble, knownNumber } from './known-number.ts';

const study = studyWith([]);
const rule = 'rule: change of SLEDAI-2K from baseline\n    at: week 24\n    also at: [week 12]\n';

test('of a change from a point the measure at that point, for which nothing is filled in', () => {
  const anchor = anchorOf(endpointOf(study, 'sledai-change'), study);
  assert.ok(anchor);
  assert.equal(anchor.isAdded, true);
  assert.deepEqual(
    [anchor.endpoint.of.at, anchor.endpoint.of.missing, anchor.endpoint.of['also at']],
    ['baseline', 'unknown', undefined],
  );
  assert.equal(
    study.endpoints.some(({ of }) => of.id === anchor.endpoint.of.id),
    false,
  );
});

/** P-001 had proteinuria (4), haematuria (4) and rash (2) at baseline: 10; P-002 proteinuria and haematuria: 8. */
test('its values are those of the baseline visit', () => {
  const anchor = anchorOf(endpointOf(study, 'sledai-change'), study) ?? assert.fail();
  const values = deriveValues(study, sixPeople(study))(anchor.endpoint);
  const numbers = values.map(knownNumber).map((known) => known && asDouble(known));
  assert.deepEqual(numbers, [10, 8, undefined, undefined, undefined, undefined]);
});

test('of a summary over visits the value at the first of them, which is not added', () => {
  const summarised = studyWith(
    [],
    [rule, 'rule: SLEDAI-2K\n    at: week 24\n    summarised: { as: percent change, since: baseline }\n'],
  );
  const anchor = anchorOf(endpointOf(summarised, 'sledai-change'), summarised);
  assert.deepEqual(
    [anchor?.isAdded, anchor?.endpoint.of.at, anchor?.endpoint.of.summarised],
    [false, 'baseline', undefined],
  );
});

test('a value without an anchor, and what is no value, have none', () => {
  const plain = studyWith([], [rule, 'rule: SLEDAI-2K\n    at: week 24\n']);
  assert.equal(anchorOf(endpointOf(plain, 'sledai-change'), plain), undefined);
  assert.equal(anchorOf(endpointOf(study, 'response'), study), undefined);
  assert.equal(anchorOf(endpointOf(study, 'time-to-response'), study), undefined);
});
