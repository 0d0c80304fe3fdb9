import assert from 'node:assert/strict';
import test from 'node:test';
import { type Answers, assessment, wholeAssessment } from './given.ts';
import { systemInputs } from './inputs.ts';
import { pressureFindings } from './renal-pressure.ts';

/** yee2010: above 140 and risen by 30, and above 90 and risen by 15 (mmHg). */
const severities = (now: Answers, previous: Answers | undefined) =>
  pressureFindings(
    systemInputs('renal', wholeAssessment(now), 'contributes nothing').input,
    previous && assessment(previous),
  ).map(({ severity }) => severity);

test('both pressures have to be high and to have risen', () => {
  const rows = [
    [145, 95, 115, 80, 1],
    [141, 91, 111, 76, 1],
    [140, 95, 100, 70, 0],
    [150, 90, 100, 70, 0],
    [145, 95, 116, 80, 0],
    [145, 95, 115, 81, 0],
    [145, 89, 115, 60, 0],
  ] as const;
  for (const [systolic, diastolic, systolicBefore, diastolicBefore, expected] of rows)
    assert.deepEqual(
      severities({ 78: systolic, 79: diastolic }, { 78: systolicBefore, 79: diastolicBefore }),
      [expected],
      `${systolic}/${diastolic} after ${systolicBefore}/${diastolicBefore}`,
    );
});

test('without a value to compare with nothing has risen', () => {
  const high = { 78: 200, 79: 120 };
  assert.deepEqual(severities(high, undefined), [0]);
  assert.deepEqual(severities(high, {}), [0]);
  assert.deepEqual(severities(high, { 78: 120 }), [0]);
  assert.deepEqual(severities({ 78: 200 }, { 78: 120, 79: 70 }), [0]);
  assert.deepEqual(severities({ 78: 200, 79: 'no' }, { 78: 120, 79: 70 }), [0]);
});

test('what cannot be read leaves both ways open, unless the other pressure decides', () => {
  const before = { 78: 120, 79: 70 };
  assert.deepEqual(severities({ 78: 'unreadable', 79: 95 }, before), [1, 0]);
  assert.deepEqual(severities({ 78: 'unreadable', 79: 85 }, before), [0]);
  assert.deepEqual(severities({ 78: 'unreadable', 79: 95 }, { 78: 100, 79: 70 }), [1, 0], '130 has risen, 141 is high');
  assert.deepEqual(severities({ 78: 160, 79: 95 }, { 78: 'unreadable', 79: 70 }), [1, 0]);
});

test('the branch is told with both items', () => {
  const { input } = systemInputs('renal', wholeAssessment({ 78: 160, 79: 100 }), 'contributes nothing');
  assert.deepEqual(pressureFindings(input, assessment({ 78: 120, 79: 70 })), [
    { severity: 1, branches: [{ rule: 'rising blood pressure', items: [78, 79] }] },
  ]);
});
