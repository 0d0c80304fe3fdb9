import assert from 'node:assert/strict';
import test from 'node:test';
import { healthyNumbers, lettersOf, resting, visit, type WrittenAnswers } from './given.ts';
import { gradeSitting } from './grade-sitting.ts';
import { defaultBilagOptions } from './options.ts';

const renalOf = (now: WrittenAnswers, ...earlier: readonly WrittenAnswers[]) => {
  const found = gradeSitting(visit(now, ...earlier), defaultBilagOptions).find(({ system }) => system === 'renal');
  return found ?? assert.fail('no renal system');
};
const whole = (more: WrittenAnswers) => resting({ ...healthyNumbers, ...more });
const records = ({ evidence, historyEvidence }: ReturnType<typeof renalOf>) =>
  [...evidence, ...historyEvidence].map(({ record }) => record);

/** yee2010: 140 mg/mmol after 180 has not fallen by a quarter, 90 after 140 has. */
test('the latest earlier assessment is what a value is compared with', () => {
  const [high, middle] = [{ 'BILAG.83': '180 mg/mmol' }, { 'BILAG.83': '140 mg/mmol' }];
  const b2 = renalOf(whole(middle), whole(high));
  assert.equal(lettersOf(b2.grade), 'B');
  assert.deepEqual(records(b2), ['now BILAG.83', 'earlier 1 BILAG.83']);
  const b3 = renalOf(whole({ 'BILAG.83': '90 mg/mmol' }), { 'BILAG.83': 'not done' }, whole(middle), whole(high));
  assert.equal(lettersOf(b3.grade), 'C');
  assert.deepEqual(records(b3), ['now BILAG.83', 'earlier 2 BILAG.83']);
  const falling = renalOf(whole(middle), whole(high), whole({ 'BILAG.83': '300 mg/mmol' }));
  assert.equal(lettersOf(falling.grade), 'B', 'fallen from 300, but not from the 180 in between');
});

test('what is not compared is evidence of this visit alone', () => {
  assert.deepEqual(records(renalOf(whole({ 'BILAG.88': 'yes' }), whole({ 'BILAG.88': 'yes' }))), ['now BILAG.88']);
});

test('an inactive system that was active at an earlier visit is a D, with that visit as evidence', () => {
  const later = renalOf(whole({}), whole({ 'BILAG.88': 'yes' }));
  assert.equal(lettersOf(later.grade), 'D');
  assert.deepEqual(records(later), ['earlier 1 BILAG.88']);
  const never = renalOf(whole({}), whole({}));
  assert.equal(lettersOf(never.grade), 'E');
  assert.deepEqual(records(never), ['now BILAG.before.renal']);
});

test('the history is asked for only where D or E is possible', () => {
  const { 'BILAG.before.renal': _, ...without } = whole({});
  const resting = renalOf(without);
  assert.equal(lettersOf(resting.grade), 'D/E');
  assert.deepEqual(resting.missing, []);
  assert.deepEqual(resting.missingHistory, [
    { kind: 'item', item: 'BILAG.before.renal', point: 'now', why: 'not recorded' },
  ]);
  assert.deepEqual(renalOf({ ...without, 'BILAG.88': 'yes' }).missingHistory, []);
  const { 'BILAG.88': _sediment, ...open } = without;
  assert.equal(lettersOf(renalOf(open).grade), 'B/D/E');
  assert.deepEqual(renalOf(open).missingHistory, resting.missingHistory);
});

test('nine systems, in the order of the form', () => {
  const systems = gradeSitting(visit({}), defaultBilagOptions).map(({ system }) => system);
  assert.equal(systems.length, 9);
  assert.deepEqual([systems[0], systems[7], systems[8]], ['constitutional', 'renal', 'haematological']);
});
