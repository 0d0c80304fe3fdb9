/** A walk of requests through an allocation design, drawn from a seed, with what must hold after every step. */
import { type AllocationMethod, checkMethod } from '#core/randomisation/allocation-method.ts';
import { drawList } from '#core/randomisation/draw-list.ts';
import type { ListSlot } from '#core/randomisation/list-slot.ts';
import { type Allocation, type Newcomer, wholeStudy } from '#core/randomisation/newcomer.ts';
import { type AllocationDesign, nextAllocation } from '#core/randomisation/next-allocation.ts';
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';
import { type Breakage, brokenBy } from './fuzzing.ts';

const strata = ['x', 'y', wholeStudy] as const;
const chances = [
  { times: 1, outOf: 2 },
  { times: 2, outOf: 3 },
  { times: 7, outOf: 10 },
];

const armsOf = (count: number, stream: Stream) =>
  Array.from({ length: count }, (_, index) => ({ id: `arm ${index}`, ratio: 1 + stream.integer(3) }));

const pair = [
  { id: 'arm 0', ratio: 1 },
  { id: 'arm 1', ratio: 1 },
];

const drawRows = (stream: Stream): readonly ListSlot[] =>
  stream.shuffle(
    strata.flatMap((stratum) =>
      Array.from({ length: 1 + stream.integer(12) }, (_, index) => {
        const place = { stratum, slot: index + 1 };
        return { ...place, arm: stream.pick(pair).id, kit: `${stratum} ${index}` };
      }),
    ),
  );

const drawMethod = (stream: Stream): AllocationMethod => {
  const arms = armsOf(1 + stream.integer(4), stream);
  const plan = { strata, slotsPerStratum: 1 + stream.integer(25) };
  const sum = arms.reduce((all, { ratio }) => all + ratio, 0);
  const methods: readonly (() => AllocationMethod)[] = [
    () => ({ algorithm: 'simple/1', arms, ...plan }),
    () => ({ algorithm: 'permuted-blocks/1', arms, blockSizes: [sum, 2 * sum], ...plan }),
    () => ({ algorithm: 'big-stick/1', arms: pair, limit: 1 + stream.integer(4), ...plan }),
    () => ({ algorithm: 'biased-coin/1', arms: pair, chance: stream.pick(chances), ...plan }),
    () => ({ algorithm: 'uploaded-list/1', arms: pair, strata, rows: drawRows(stream) }),
    () => ({
      algorithm: 'minimisation/1',
      arms: armsOf(2 + stream.integer(3), stream),
      factors: ['f', 'g', 'h'].map((id) => ({ id, levels: ['0', '1'], weight: 1 + stream.integer(3) })),
      measure: stream.pick(['range', 'variance'] as const),
      chance: stream.pick(chances),
    }),
    () => ({ algorithm: 'assigned/1', arms: arms.map(({ id, ratio }) => ({ id, participants: 4 * ratio })) }),
    () => ({ algorithm: 'single-group/1', arm: 'arm 0' }),
  ];
  return stream.pick(methods)();
};

const designOf = (method: AllocationMethod, secret: Uint8Array): AllocationDesign | Breakage => {
  const refused = checkMethod(method);
  if (refused !== undefined) return { broken: `${method.algorithm} refused: ${refused.refused}` };
  switch (method.algorithm) {
    case 'minimisation/1':
      return { ...method, secret };
    case 'assigned/1':
    case 'single-group/1':
      return method;
    default: {
      const list = drawList(method, secret);
      return 'slots' in list ? list : { broken: `${method.algorithm} drew no list: ${list.refused}` };
    }
  }
};

/** Mostly sensible, now and then not: a stratum, level or arm that is not there, somebody who never came. */
const drawNewcomer = (stream: Stream, hasStrata: boolean): Newcomer => {
  const levels = Object.fromEntries(
    ['f', 'g', 'h'].map((id) => [id, String(stream.integer(40) === 0 ? 2 : stream.integer(2))]),
  );
  const stratum = hasStrata ? stream.pick([...strata, ...strata, ...strata, 'z']) : wholeStudy;
  const takes = stream.pick(['next slot', 'same arm'] as const);
  const replaces = { participant: `P-${stream.integer(80)}`, takes };
  return {
    participant: `P-${stream.integer(80)}`,
    stratum,
    levels,
    choice: `arm ${stream.integer(5)}`,
    ...(stream.integer(6) === 0 ? { replaces } : {}),
  };
};

const placeOf = ({ stratum, slot, replacement = 0 }: Allocation): string => `${stratum} ${slot} ${replacement}`;

/** What is wrong with an allocation that was just given. */
const faultOf = (design: AllocationDesign, fresh: Allocation, given: readonly Allocation[]): string | undefined => {
  if (given.some((other) => placeOf(other) === placeOf(fresh))) return `${placeOf(fresh)} was given twice`;
  const own = given.filter(({ stratum, replacement }) => stratum === fresh.stratum && replacement === undefined);
  if (fresh.replacement === undefined && fresh.slot !== own.length + 1) return `${placeOf(fresh)} leaves a gap`;
  if ('slots' in design) {
    const place = design.slots.find(({ stratum, slot }) => stratum === fresh.stratum && slot === fresh.slot);
    return place?.arm === fresh.arm ? undefined : `${placeOf(fresh)} is not ${place?.arm} of the list`;
  }
  if (design.algorithm !== 'assigned/1') return undefined;
  const holding = [...given, fresh].filter(
    ({ participant, arm }) =>
      arm === fresh.arm && ![...given, fresh].some(({ replaces }) => replaces?.participant === participant),
  );
  const places = design.arms.find(({ id }) => id === fresh.arm)?.participants ?? 0;
  return holding.length <= places ? undefined : `${fresh.arm} holds ${holding.length} of ${places}`;
};

const follow = (design: AllocationDesign, stream: Stream): string | Breakage => {
  const given: Allocation[] = [];
  const reasons = new Set<string>();
  for (let step = 0; step < 100; step += 1) {
    const newcomer = drawNewcomer(stream, 'slots' in design);
    const answer = nextAllocation(design, newcomer, given);
    const again = nextAllocation(
      design,
      newcomer,
      'refused' in answer || given.includes(answer) ? given : [...given, answer],
    );
    if (JSON.stringify(again) !== JSON.stringify(answer)) return { broken: `step ${step}: a retry got another answer` };
    if ('refused' in answer) {
      reasons.add(answer.refused);
      continue;
    }
    if (given.includes(answer)) continue;
    const fault = faultOf(design, answer, given);
    if (fault !== undefined) return { broken: `step ${step}: ${fault}` };
    given.push(answer);
  }
  return reasons.size === 0 ? `${design.algorithm}, nothing refused` : `${design.algorithm}, with refusals`;
};

/** A hundred requests to a design, both drawn from the seed; what came of it, or what was broken. */
export const walkAllocations = (seed: string): string | Breakage => {
  try {
    const secret = secretFromSeed(seed);
    const stream = openStream(secret, 'allocation walk');
    const design = designOf(drawMethod(stream), secret);
    return 'broken' in design ? design : follow(design, stream);
  } catch (error) {
    return brokenBy(error);
  }
};
