/** One criterion of nine terms asked of many people by its proofs; cql-execution at its best; and a loop by hand. */
import { cqlExecution, runElm } from './eligibility-elm.ts';
import { byHand, compilePredicate, makePeople, type People } from './eligibility-people.ts';
import { type Measurement, median, timed } from './measurement.ts';

const count = 200_000;
const rounds = 3;
const batch = 2000;
/** As many as fit. */
const millisecondsForPeer = 1000;

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

/** Microseconds a person: a proof, which holds the reasons, against bare truths. */
export const measureNineTerms = async (): Promise<readonly Measurement[]> => {
  const people = makePeople(count, 'bench');
  const ask = compilePredicate();
  const [ours, hand, elm]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(timed(() => forAll(people, (index) => ask(people, index))));
    hand.push(timed(() => forAll(people, (index) => byHand(people, index))));
    elm.push(await timeElm(people));
  }
  const what = 'proof of a criterion of 9 terms, one of 2e5 people';
  return [
    { what, unit: 'µs', ours: median(ours), peer: { name: `${cqlExecution}, truth only`, value: median(elm) } },
    { what, unit: 'µs', ours: median(ours), peer: { name: 'loop by hand, truth only', value: median(hand) } },
  ];
};
