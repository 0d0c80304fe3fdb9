import assert from 'node:assert/strict';
import test from 'node:test';
import { rangeText, sittingWith } from './given.ts';
import { pga, pgaMillimetres, pgaTen } from './pga.ts';

/** The scale of furie2009: 0 none to 3 severe. */
test('the number as it was written, from 0 to 3; anything else is not evaluable', () => {
  const rows = [
    ['0', '[0', 'ok'],
    ['0.4', '[0.4', 'ok'],
    ['1.80', '[1.8', 'ok'],
    ['3', '[3', 'ok'],
    ['3.1', '..', 'not evaluable'],
    ['-0.1', '..', 'not evaluable'],
    ['30', '..', 'not evaluable'],
    ['mild', '..', 'not evaluable'],
    ['0,4', '..', 'not evaluable'],
    ['not done', '..', 'not evaluable'],
  ] as const;
  for (const [written, range, status] of rows) {
    const measured = pga.compute(sittingWith({ PGA: written }));
    assert.equal(rangeText(measured), range, written);
    assert.equal(measured.status, status, written);
  }
});

test('what is missing is named', () => {
  assert.deepEqual(pga.compute(sittingWith({ PGA: '30' })).missing, [
    { kind: 'unreadable', item: 'PGA', point: 'screening', why: 'no number from 0 to 3' },
  ]);
  assert.deepEqual(pga.compute(sittingWith({ PGA: 'not done' })).missing, [
    { kind: 'item', item: 'PGA', point: 'screening', why: 'not done' },
  ]);
  const { evidence, missing } = pga.compute(sittingWith({ PGA: '0.4' }));
  assert.deepEqual(evidence, [{ record: 'record of PGA', what: 'PGA', written: '0.4', date: '2026-05-18' }]);
  assert.deepEqual(missing, []);
  assert.equal(pga.explain(pga.compute(sittingWith({ PGA: '0.4' }))), 'PGA 0.4');
});

/** Scale, what was marked, from 0 to 3: 30 mm are 0.9 in the facts, the others by the rule of three. */
const scales = [
  [pgaMillimetres, '30', '[0.9'],
  [pgaMillimetres, '10', '[0.3'],
  [pgaMillimetres, '100', '[3'],
  [pgaMillimetres, '100.1', '..'],
  [pgaMillimetres, '-1', '..'],
  [pgaTen, '3', '[0.9'],
  [pgaTen, '1.5', '[0.45'],
  [pgaTen, '11', '..'],
] as const;
for (const [measure, written, expected] of scales)
  test(`${measure.id} ${written} is ${expected}`, () => {
    const measured = measure.compute(sittingWith({ [measure.id]: written }));
    assert.equal(rangeText(measured), expected);
    assert.equal(measured.status, expected === '..' ? 'not evaluable' : 'ok');
  });
