import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { FlowArm, FlowCounts } from './flow-counts.ts';
import { checkFlow, flowSums } from './flow-sums.ts';
import { publishedFlow, wholeArm, wholeFlow } from './given.ts';

test('published counts without any participant close: 1,038 = 975 + 63, and 63 = 3 + 40 + 20', () => {
  assert.equal(checkFlow(publishedFlow), undefined);
  const [screened, randomised] = flowSums(publishedFlow).filter(({ holds }) => holds === 'sums');
  assert.deepEqual([screened?.people, screened?.parts.map(({ people }) => people)], [1038, [975, 63]]);
  assert.deepEqual([randomised?.people, randomised?.parts.map(({ people }) => people)], [63, [3, 40, 20]]);
});

test('a flow of which everything is known closes, with one arm or four', () => {
  for (const arms of [1, 2, 3, 4]) assert.equal(checkFlow(wholeFlow(arms)), undefined);
});

const inArm = (change: Partial<FlowArm>): FlowCounts => ({
  ...wholeFlow(2),
  arms: [wholeArm('A1', 10), { ...wholeArm('A2', 10), ...change }],
});
const reasons = (...people: readonly number[]) =>
  people.map((each, index) => ({ reason: `R${index + 1}`, people: each }));

/** What is wrong, the flow, and the sum that fails in words. */
const wrong: readonly (readonly [what: string, flow: FlowCounts, says: string])[] = [
  [
    'one screened too few',
    { ...publishedFlow, screened: 1037 },
    '1037 screened are not 975 not enrolled + 63 randomised = 1038',
  ],
  [
    'one not enrolled too many',
    { ...publishedFlow, notAllocated: [{ place: 'not enrolled', people: 976 }] },
    '1038 screened are not 976 not enrolled + 63 randomised = 1039',
  ],
  ['the three forgotten', { ...publishedFlow, outsideArms: [] }, '63 randomised are not 40 cells + 20 placebo = 60'],
  [
    'reasons that do not sum',
    { ...publishedFlow, outsideArms: [{ place: 'not treated', people: 3, reasons: reasons(1, 1) }] },
    '3 not treated are not 1 R1 + 1 R2 = 2',
  ],
  [
    'a criterion that excludes more than were excluded',
    {
      ...publishedFlow,
      notAllocated: [{ place: 'not enrolled', people: 975, reasons: reasons(900, 976), mayOverlap: true }],
    },
    '975 not enrolled are fewer than 976 R2',
  ],
  ['treated and not', inArm({ received: 10 }), '10 allocated, A2 are not 10 received + 1 not treated = 11'],
  [
    'more stopped than were there',
    inArm({ discontinued: { place: 'discontinued treatment', people: 11 } }),
    '10 allocated, A2 are fewer than 11 discontinued treatment',
  ],
  [
    'somebody without an end',
    inArm({ ended: [{ place: 'completed the study', people: 9 }] }),
    '10 allocated, A2 are not 9 completed the study = 9',
  ],
  ['analysed and not', inArm({ analysed: 10 }), '10 allocated, A2 are not 10 analysed + 1 not analysed = 11'],
  [
    'why they stopped',
    inArm({ discontinued: { place: 'discontinued treatment', people: 2, reasons: reasons(1) } }),
    '2 discontinued treatment, A2 are not 1 R1 = 1',
  ],
];

for (const [what, flow, says] of wrong)
  test(`refused: ${what}`, () => {
    const fault = checkFlow(flow);
    assert.equal(fault?.refused === 'does not close' ? fault.says : fault?.refused, says);
  });

test('more analysed than were there, without those who were not', () => {
  const { notAnalysed: _, ...arm } = wholeArm('A2', 10);
  const fault = checkFlow({ ...wholeFlow(2), arms: [wholeArm('A1', 10), { ...arm, analysed: 12 }] });
  assert.deepEqual(fault, {
    refused: 'does not close',
    sum: 'allocated, A2',
    says: '10 allocated, A2 are fewer than 12 analysed',
  });
});

test('what is no number of people, and an arm of which none is known', () => {
  for (const found of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.deepEqual(checkFlow({ ...publishedFlow, screened: found }), {
      refused: 'not a count',
      what: 'screened',
      found,
    });
  assert.deepEqual(checkFlow({ ...publishedFlow, arms: [{ arm: 'A', title: 'A' }] }), {
    refused: 'arm without people',
    arm: 'A',
  });
});

test('any number of a whole flow that is changed by itself is noticed, unless it is one that may be anything up to a limit', () => {
  const flow = wholeFlow(3);
  const at = fc.constantFrom(...flow.arms.map((_, index) => index));
  const field = fc.constantFrom('allocated', 'received', 'analysed');
  fc.assert(
    fc.property(at, field, fc.integer({ min: 1, max: 5 }), (index, name, more) => {
      const arms = flow.arms.map((arm, place) => (place === index ? { ...arm, [name]: (arm[name] ?? 0) + more } : arm));
      assert.equal(checkFlow({ ...flow, arms })?.refused, 'does not close');
    }),
    { seed: 20260518 },
  );
});
