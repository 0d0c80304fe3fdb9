/** Many callers at once, each deciding on what it read, appending only if nobody did in between, and asking again. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { armsOf, drawnList, goldenSecret, minimisationOf, planOf } from './given.ts';
import { type Allocation, type Newcomer, wholeStudy } from './newcomer.ts';
import { type AllocationDesign, nextAllocation } from './next-allocation.ts';
import { openStream, type Stream } from './stream.ts';

const callers = 200;

interface Pending {
  readonly newcomer: Newcomer;
  /** How many allocations the caller has read. */
  readonly read: number;
}

type Ask = (participant: string, stream: Stream) => Newcomer;

interface Run {
  readonly given: readonly Allocation[];
  readonly answers: readonly (readonly [newcomer: Newcomer, answer: Allocation])[];
  readonly stale: number;
}

const allocationOf = (design: AllocationDesign, newcomer: Newcomer, given: readonly Allocation[]): Allocation => {
  const answer = nextAllocation(design, newcomer, given);
  assert.ok('slot' in answer, JSON.stringify(answer));
  return answer;
};

/** One request in ten asks again for somebody who was asked for before: answered already, or just under way. */
const interleave = (design: AllocationDesign, ask: Ask, requests: number): Run => {
  const stream = openStream(goldenSecret, 'interleaved requests', design.algorithm);
  const pending: (Pending | undefined)[] = Array.from({ length: callers });
  const asked: Newcomer[] = [];
  const given: Allocation[] = [];
  const answers: [Newcomer, Allocation][] = [];
  let stale = 0;
  const begin = (): Newcomer => {
    if (asked.length > 0 && stream.integer(10) === 0) return stream.pick(asked);
    const newcomer = ask(`P-${asked.length + 1}`, stream);
    asked.push(newcomer);
    return newcomer;
  };
  while (answers.length < requests) {
    const caller = stream.integer(callers);
    const waiting = pending[caller];
    if (waiting === undefined || waiting.read < given.length) {
      if (waiting !== undefined) stale += 1;
      pending[caller] = { newcomer: waiting?.newcomer ?? begin(), read: given.length };
      continue;
    }
    const answer = allocationOf(design, waiting.newcomer, given);
    if (!given.includes(answer)) given.push(answer);
    answers.push([waiting.newcomer, answer]);
    pending[caller] = undefined;
  }
  return { given, answers, stale };
};

const ratio = armsOf(1, 1);
const twoStrata = { ...planOf(2600), strata: ['x', 'y'] };
const inTwoStrata: Ask = (participant, stream) => ({ participant, stratum: stream.pick(twoStrata.strata) });
const withLevels: Ask = (participant, stream) => ({
  participant,
  stratum: wholeStudy,
  levels: { sex: stream.pick(['woman', 'man']), site: stream.pick(['north', 'south']) },
});
const withChoice: Ask = (participant, stream) => ({ participant, stratum: wholeStudy, choice: stream.pick(ratio).id });

const designs: readonly (readonly [design: AllocationDesign, ask: Ask, requests: number])[] = [
  [drawnList({ algorithm: 'permuted-blocks/1', blockSizes: [2, 4, 6], ...twoStrata }), inTwoStrata, 5000],
  [{ ...minimisationOf(), secret: goldenSecret }, withLevels, 2000],
  [{ algorithm: 'assigned/1', arms: ratio.map(({ id }) => ({ id, participants: 2000 })) }, withChoice, 2000],
];
for (const [design, ask, requests] of designs) {
  test(`${design.algorithm}: ${requests} requests of ${callers} callers give slots without gap or repeat`, () => {
    const { given, answers, stale } = interleave(design, ask, requests);
    assert.ok(stale > requests && given.length < 0.95 * requests, `${stale} stale, ${given.length} given`);
    for (const own of Map.groupBy(given, ({ stratum }) => stratum).values())
      assert.deepEqual(
        own.map(({ slot }) => slot),
        own.map((_, index) => index + 1),
      );
    const first = new Map(given.map((allocation) => [allocation.participant, allocation]));
    assert.equal(first.size, given.length);
    for (const [newcomer, answer] of answers) assert.equal(answer, first.get(newcomer.participant));
  });
}
