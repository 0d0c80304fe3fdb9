/** One criterion of nine terms asked of many people: ours, with reasons; cql-execution; and a loop written by hand. */
import { cqlExecution, runElm } from './eligibility-elm.ts';
import { byHand, compilePredicate, makePeople, type People } from './eligibility-people.ts';
import type { Measurement } from './measurement.ts';

const count = 1_000_000;
const rounds = 3;
const batch = 2000;
/** As many as fit, since a million would take minutes. */
const millisecondsForPeer = 3000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Microseconds for one person. */
const timed = (work: () => number): number => {
  const start = performance.now();
  const done = work();
  return ((performance.now() - start) * 1000) / done;
};

const forAll = (people: People, one: (index: number) => unknown): number => {
  let last: unknown;
  for (let index = 0; index < people.count; index += 1) last = one(index);
  return last === undefined ? 0 : people.count;
};

const timeElm = async (people: People): Promise<number> => {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < millisecondsForPeer && done + batch <= people.count) {
    await runElm(people, done, done + batch);
    done += batch;
  }
  return ((performance.now() - start) * 1000) / done;
};

export const measure = async (): Promise<readonly Measurement[]> => {
  const people = makePeople(count, 'bench');
  const ask = compilePredicate();
  const [ours, hand, elm]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(timed(() => forAll(people, (index) => ask(people, index))));
    hand.push(timed(() => forAll(people, (index) => byHand(people, index))));
    elm.push(await timeElm(people));
  }
  const what = 'criterion of 9 terms, one of 1e6 people';
  return [
    { what, unit: 'µs', ours: median(ours), peer: { name: cqlExecution, value: median(elm) } },
    { what, unit: 'µs', ours: median(ours), peer: { name: 'loop by hand, no reasons', value: median(hand) } },
  ];
};
