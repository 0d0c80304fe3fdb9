import assert from 'node:assert/strict';
import test from 'node:test';
import { lessThan, moreThan } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { type Answers, assessment, wholeAssessment } from './given.ts';
import { systemInputs } from './inputs.ts';
import type { RenalDialect } from './options.ts';
import { functionFindings } from './renal-function.ts';

/** Limits of yee2010. Severity 3 is deteriorating renal function, a criterion of an A; 2 a rising creatinine, a B. */
const severities = (now: Answers, previous: Answers | undefined, dialect: RenalDialect = 'paper2009') =>
  functionFindings(
    systemInputs('renal', wholeAssessment(now), 'contributes nothing').input,
    previous && assessment(previous),
    dialect,
  ).map(({ severity }) => severity);

test('creatinine: above 130, above 130 % of the value before, or from 115 %', () => {
  const rows = [
    [131, undefined, 3],
    [130, undefined, 0],
    [131, {}, 0],
    [300, { 86: 'no' }, 0],
    [150, { 86: 0 }, 0],
    [131, { 86: 100 }, 3],
    [157, { 86: 120 }, 3],
    [156, { 86: 120 }, 2],
    [155, { 86: 120 }, 2],
    [138, { 86: 120 }, 2],
    [137.9, { 86: 120 }, 0],
    [130, { 86: 80 }, 0],
    [200, { 86: 190 }, 0],
  ] as const;
  for (const [now, previous, expected] of rows)
    assert.deepEqual(severities({ 86: now }, previous), [expected], `${now} after ${JSON.stringify(previous)}`);
});

test('the database program takes exactly 130 % for the criterion', () => {
  assert.deepEqual(severities({ 86: 156 }, { 86: 120 }, 'access-vba'), [3]);
  assert.deepEqual(severities({ 86: 155.9 }, { 86: 120 }, 'access-vba'), [2]);
});

test('filtration: below 80 and 67 % of the value before, or below 50 from above 50 or a blank', () => {
  const rows = [
    [79, undefined, 3],
    [80, undefined, 0],
    [79, {}, 0],
    [50, {}, 0],
    [49, {}, 3],
    [67, { 87: 100 }, 0],
    [66.9, { 87: 100 }, 3],
    [79.9, { 87: 120 }, 3],
    [80, { 87: 120 }, 0],
    [49, { 87: 50 }, 0],
    [49, { 87: 51 }, 3],
    [30, { 87: 40 }, 0],
    [26, { 87: 40 }, 3],
  ] as const;
  for (const [now, previous, expected] of rows)
    assert.deepEqual(severities({ 87: now }, previous), [expected], `${now} after ${JSON.stringify(previous)}`);
});

test('the worse of the two, and what a value that cannot be read leaves', () => {
  assert.deepEqual(severities({ 86: 140, 87: 45 }, { 86: 120, 87: 90 }), [3]);
  assert.deepEqual(severities({ 86: 140, 87: 85 }, { 86: 120, 87: 90 }), [2]);
  assert.deepEqual(severities({ 86: 'unreadable' }, { 86: 120 }), [3, 2, 0]);
  assert.deepEqual(severities({ 87: 'unreadable' }, { 87: 90 }), [3, 0]);
  assert.deepEqual(severities({ 86: 140 }, { 86: 'unreadable' }), [3, 2, 0]);
  assert.deepEqual(severities({ 87: 45 }, { 87: 'unreadable' }), [3, 0]);
  assert.deepEqual(severities({ 86: 120 }, { 86: 'unreadable' }), [0]);
  assert.deepEqual(severities({ 86: 'unreadable' }, undefined), [3, 0]);
  assert.deepEqual(severities({ 87: 'unreadable' }, undefined), [3, 0]);
  assert.deepEqual(severities({ 87: moreThan(rational(60)) }, { 87: 100 }), [3, 0]);
  assert.deepEqual(severities({ 87: 45 }, { 87: lessThan(rational(51)) }), [3, 0]);
  assert.deepEqual(severities({ 87: 45 }, { 87: lessThan(rational(50)) }), [0]);
});

test('branches are told', () => {
  const branches = (now: Answers) =>
    functionFindings(
      systemInputs('renal', wholeAssessment(now), 'contributes nothing').input,
      assessment({ 86: 120, 87: 100 }),
      'paper2009',
    ).flatMap((finding) => finding.branches.map(({ rule, items }) => `${items} ${rule}`));
  assert.deepEqual(branches({ 86: 170, 87: 40 }), [
    '86 deteriorating renal function',
    '87 deteriorating renal function',
  ]);
  assert.deepEqual(branches({ 86: 140 }), ['86 rising creatinine']);
});
