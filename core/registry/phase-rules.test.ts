import assert from 'node:assert/strict';
import test from 'node:test';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';
import { phaseRules } from './phase-rules.ts';

const phases = (...says: readonly string[]): RecordChanges => ({
  phase: says.map((each) => ({ says: each, where: 'x' })),
});

test('phases that disagree or promise too much', () =>
  expectRules(phaseRules, [
    [
      'phases-disagree',
      phases('Phase 1', 'Phase 1, Phase 2'),
      phases('Phase I/II', 'Phase 1, Phase 2', 'PHASE1 PHASE2'),
    ],
    [
      'phases-disagree',
      { copies: [{ where: 'a', kind: 'copy', phase: [{ says: 'Phase 3', where: 'x' }] }] },
      phases('Phase II'),
    ],
    ['sub-phase-in-text-only', phases('Phase 2', 'Phase 2b'), phases('Phase 2b', 'Phase IIb')],
    [
      'few-participants-for-phase-3',
      { ...phases('Phase 3'), enrolment: { participants: 99 } },
      { ...phases('Phase 3'), enrolment: { participants: 100 } },
    ],
    ['few-participants-for-phase-3', phases('Phase III'), phases('Phase 2/3')],
  ]));

test('the reading of phases is the longer statement', () => {
  const found = firstFinding(phases('Phase 1', 'Phase I/II'), 'phases-disagree');
  assert.equal(found.what, 'The phase is 1 in one place and 1/2 in another.');
  assert.equal(found.reading, 'phase 1/2');
});
