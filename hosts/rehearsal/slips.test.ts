import assert from 'node:assert/strict';
import test from 'node:test';
import { itemAt } from '#core/conduct/participant.ts';
import { after, dayZero, followedIn, smallStudy } from './given.ts';
import { correctSlip } from './slips.ts';

const study = smallStudy();
const day = dayZero + 10;

/** What was written, and what it is corrected to: a tenth more, to as many places. Whole numbers are left as they are. */
const rows: readonly (readonly [item: string, value: string, unit: string | undefined, expected: string])[] = [
  ['UPCR', '2.00', 'g/g', '2.20'],
  ['UPCR', '1.6', 'g/g', '1.8'],
  ['UPCR', '12.34', 'g/g', '13.57'],
  ['UPCR', '3', 'g/g', '3'],
  ['UPCR', '0.04', 'g/g', '0.04'],
  ['UPCR', 'not done', undefined, 'not done'],
  ['creatinine', '80.0', 'umol/L', '88.0'],
];

const seen = (slip: number, item: string, value: string, unit?: string) => {
  const one = followedIn(study, 'drip', { numbers: { slip } });
  one.clerk.act({ type: 'hold visit', visit: 'week 1', on: after(7) }, dayZero + 7);
  const entry = unit === undefined ? { item, value } : { item, value, unit };
  one.clerk.fill('week 1', { id: 'kidney', items: [entry] }, dayZero + 7);
  return one;
};

for (const [item, value, unit, expected] of rows)
  test(`${item} ${value}: ${expected}`, () => {
    const one = seen(1, item, value, unit);
    correctSlip(one, 'week 1', day);
    const standing = itemAt(one.clerk.state(), 'week 1', item);
    assert.deepEqual([standing?.value, standing?.unit], [expected, unit]);
    const corrected = one.events().filter(({ type }) => type === 'item corrected').length;
    assert.equal(corrected, value === expected ? 0 : 1);
  });

/** Creatinine is 80 at baseline: 8000.0 is out of the usual, 88.0 is not. */
for (const [value, rule, role] of [
  ['80.0', undefined, 'monitor'],
  ['8000.0', 'value not plausible', 'edit check'],
] as const)
  test(`creatinine ${value} is asked about by ${role}, corrected and answered, in this order`, () => {
    const one = seen(1, 'creatinine', value, 'umol/L');
    correctSlip(one, 'week 1', day);
    const record = itemAt(one.clerk.state(), 'week 1', 'creatinine')?.record;
    const acts = one.log.read(`participant/${one.person.id}`).slice(-3);
    assert.deepEqual(
      acts.map(({ event: { type }, actor }) => `${type} ${actor.role}`),
      [`query raised ${role}`, 'item corrected investigator', 'query answered coordinator'],
    );
    const [query = assert.fail()] = one.clerk.masked().review.queries;
    assert.deepEqual([query.rule, query.status, query.answer], [rule, 'answered', 'corrected']);
    assert.ok(query.about.kind === 'item' && query.about.item === 'creatinine' && query.about.record !== record);
  });

test('a correction names the record that it replaces, and is one for each section', () => {
  const one = seen(1, 'UPCR', '2.00', 'g/g');
  one.clerk.fill('week 1', { id: 'body', items: [{ item: 'weight', value: '60.0', unit: 'kg' }] }, dayZero + 7);
  const before = ['weight', 'UPCR'].map((item) => itemAt(one.clerk.state(), 'week 1', item)?.record);
  correctSlip(one, 'week 1', day);
  const corrections = one.events().flatMap((event) => (event.type === 'item corrected' ? [event] : []));
  assert.deepEqual(
    corrections.map(({ replaces }) => replaces),
    before,
  );
  assert.equal(itemAt(one.clerk.state(), 'week 1', 'weight')?.value, '66.0');
});

test('nothing is corrected where there was no slip, no form or no such visit', () => {
  const one = seen(0, 'UPCR', '2.00', 'g/g');
  const count = one.events().length;
  correctSlip(one, 'week 1', day);
  const slipping = seen(1, 'UPCR', '2.00', 'g/g');
  correctSlip(slipping, 'week 2', day);
  correctSlip(slipping, 'month 12', day);
  assert.deepEqual([one.events().length, slipping.events().length], [count, count]);
});
