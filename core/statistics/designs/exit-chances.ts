import { normalLowerTail, normalUpperTail } from '../distributions/normal.ts';

/** Where a trial stops at a look: above `upper` for efficacy, below `lower` for futility. On the z scale. */
export interface Look {
  /** Share of the planned information, rising from look to look. */
  readonly information: number;
  readonly upper: number;
  /** −Infinity where the look does not stop for futility. */
  readonly lower: number;
}

/** Nodes of the 10-point Gauss–Legendre rule on −1 … 1, and their weights (`abramowitz1964`, table 25.4). */
const gauss: readonly (readonly [node: number, weight: number])[] = [
  [0.1488743389816312, 0.2955242247147529],
  [0.4333953941292472, 0.2692667193099963],
  [0.6794095682990244, 0.219086362515982],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.0666713443086881],
];

/** Beyond this many standard deviations from its mean a normal density is below 1e-22. */
const tails = 10;

/** The density of z among trials still going on after a look, at nodes; each mass holds the weight of its node too. */
export interface GoingOn {
  readonly information: number;
  readonly nodes: Float64Array;
  readonly masses: Float64Array;
}

/** Before the first look: all trials at zero information. */
export const atStart: GoingOn = { information: 0, nodes: Float64Array.of(0), masses: Float64Array.of(1) };

const nodesOn = (
  low: number,
  high: number,
  spread: number,
): { readonly nodes: number[]; readonly weights: number[] } => {
  const panels = Math.max(1, Math.ceil((high - low) / (1.5 * spread)));
  const half = (high - low) / panels / 2;
  const [nodes, weights]: [number[], number[]] = [[], []];
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = low + (2 * panel + 1) * half;
    for (const [node, weight] of gauss) {
      nodes.push(middle - half * node, middle + half * node);
      weights.push(half * weight, half * weight);
    }
  }
  return { nodes, weights };
};

/** Mean and standard deviation of the next z given the present one, when z's mean is drift · √information. */
const stepTo = ({ information }: GoingOn, next: number, drift: number) => {
  const [root, more] = [Math.sqrt(next), next - information];
  const sd = Math.sqrt(more / next);
  return { sd, meanGiven: (z: number): number => (z * Math.sqrt(information) + drift * more) / root };
};

/** Chance of going on until here and then of a z above, or below, a border at the next look. */
export const chanceBeyond = (
  before: GoingOn,
  information: number,
  border: number,
  drift: number,
  side: 'above' | 'below',
): number => {
  const { sd, meanGiven } = stepTo(before, information, drift);
  const tail = side === 'above' ? normalUpperTail : normalLowerTail;
  let sum = 0;
  before.nodes.forEach((z, index) => {
    sum += (before.masses[index] ?? 0) * tail((border - meanGiven(z)) / sd);
  });
  return sum;
};

/**
 * The trials that go on after a look (`armitage1969`). `ahead` is the next information, for which nodes must lie
 * densely enough.
 */
export const goOn = (before: GoingOn, look: Look, drift: number, ahead: number): GoingOn => {
  const { sd, meanGiven } = stepTo(before, look.information, drift);
  const mean = drift * Math.sqrt(look.information);
  const [low, high] = [Math.max(look.lower, mean - tails), Math.min(look.upper, mean + tails)];
  if (!(low < high)) return { ...atStart, information: look.information, masses: Float64Array.of(0) };
  const seenAhead = Math.sqrt((ahead - look.information) / look.information);
  const { nodes, weights } = nodesOn(low, high, Math.min(sd, seenAhead, 1));
  const masses = nodes.map((z, index) => {
    let density = 0;
    before.nodes.forEach((earlier, at) => {
      const distance = (z - meanGiven(earlier)) / sd;
      density += (before.masses[at] ?? 0) * Math.exp((-distance * distance) / 2);
    });
    return ((weights[index] ?? 0) * density) / (sd * Math.sqrt(2 * Math.PI));
  });
  return { information: look.information, nodes: Float64Array.from(nodes), masses: Float64Array.from(masses) };
};

export interface ExitChances {
  /** Chance of stopping above, and below, at each look. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/**
 * Chances of stopping at each look of a group-sequential trial whose final z has mean `drift` (0: no difference), by
 * recursive integration (`armitage1969`; `jennison2000`, chapter 19), each to about 1e-12.
 */
export const exitChances = (looks: readonly Look[], drift: number): ExitChances => {
  const [above, below]: [number[], number[]] = [[], []];
  let before = atStart;
  looks.forEach((look, index) => {
    above.push(chanceBeyond(before, look.information, look.upper, drift, 'above'));
    below.push(
      look.lower > Number.NEGATIVE_INFINITY ? chanceBeyond(before, look.information, look.lower, drift, 'below') : 0,
    );
    const next = looks[index + 1];
    if (next !== undefined) before = goOn(before, look, drift, next.information);
  });
  return { above, below };
};
