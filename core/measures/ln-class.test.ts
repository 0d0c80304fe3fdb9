import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith } from './given.ts';
import { notEvaluable } from './laboratory.ts';
import { lnClass } from './ln-class.ts';
import type { MeasuredSet } from './measured.ts';

const reported = (written: string | undefined): MeasuredSet => {
  const answer = written === undefined ? undefined : { written, unit: undefined, date: '2026-04-02', record: 'biopsy' };
  const measured = lnClass.compute(sittingWith({}, { answer: (item) => (item === 'LN-class' ? answer : undefined) }));
  assert.ok(measured.kind === 'set');
  return measured;
};
const all = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** The classes of bajema2018; the founding trials ask III, IV, V, III + V and IV + V, and exclude I and VI. */
test('the classes that were reported, and no other', () => {
  const rows = [
    ['III', ['III']],
    ['III, V', ['III', 'V']],
    ['III+V', ['III', 'V']],
    ['V + IV', ['IV', 'V']],
    ['VI', ['VI']],
  ] as const;
  for (const [written, expected] of rows) {
    const measured = reported(written);
    assert.deepEqual(measured.certain, expected, written);
    assert.deepEqual(measured.possible, expected, written);
    assert.equal(measured.status, 'ok', written);
    assert.deepEqual(measured.missing, [], written);
    assert.deepEqual(measured.evidence, [{ record: 'biopsy', what: 'LN-class', written, date: '2026-04-02' }]);
  }
});

test('without a readable report no class is certain and each is possible', () => {
  const rows = [
    [undefined, 'item', 'not recorded'],
    ['not done', 'item', 'not done'],
    ['3', 'unreadable', '"3" is not one or several of I, II, III, IV, V, VI, written "I, II" or "I+II"'],
    [
      'III (A/C)',
      'unreadable',
      '"III (A/C)" is not one or several of I, II, III, IV, V, VI, written "I, II" or "I+II"',
    ],
  ] as const;
  for (const [written, kind, why] of rows) {
    const measured = reported(written);
    assert.deepEqual([measured.certain, measured.possible], [[], all], written);
    assert.deepEqual(
      measured.missing.map((each) => [each.kind, 'why' in each ? each.why : '']),
      [[kind, why]],
    );
    assert.equal(measured.status, 'not evaluable', written);
  }
});

test('one item takes them all, and the sentence names them', () => {
  assert.deepEqual(
    lnClass.instrument?.items.map(({ id, answer }) => [id, answer]),
    [['LN-class', { type: 'levels', levels: all }]],
  );
  assert.equal(lnClass.explain(reported('III, V')), 'lupus nephritis class III + V');
  assert.equal(lnClass.explain(reported(undefined)), 'class of lupus nephritis not known');
  assert.equal(lnClass.explain({ ...notEvaluable([]), status: 'ok' }), 'class of lupus nephritis not known');
});
