import type { Counts } from '../counts.ts';
import { hypergeometricWeights } from '../distributions/hypergeometric.ts';
import { shareOf, type Weights } from '../distributions/weights.ts';
import { orderTables, orderTolerance, type TableOrder } from './two-arm-region.ts';

/** Which differences count against the hypothesis: any, arm 1 higher, or arm 1 lower. */
export type Side = 'two-sided' | 'greater' | 'less';

const fisherP = (tables: Weights, x1: number, side: Side): number => {
  const observed = tables.weights[x1 - tables.low] ?? 0;
  switch (side) {
    case 'two-sided':
      return shareOf(tables, (_, weight) => weight <= observed * (1 + orderTolerance));
    case 'greater':
      return shareOf(tables, (k) => k >= x1);
    case 'less':
      return shareOf(tables, (k) => k <= x1);
    default:
      throw new Error(`unknown side ${side satisfies never}`);
  }
};

/** All tables of two arms ordered by the p of Fisher's test of this side, as Boschloo's test orders them (`boschloo1970`). */
export const orderByFisher = (n1: number, n0: number, side: Side): TableOrder => {
  const tables = Array.from({ length: n1 + n0 + 1 }, (_, events) => hypergeometricWeights(n1, n0, events));
  return orderTables(n1, n0, (x1, x0) => {
    const given = tables[x1 + x0];
    if (given === undefined) throw new Error(`no tables with ${x1 + x0} events`);
    return fisherP(given, x1, side);
  });
};

/** z of two proportions with the pooled variance; 0 where nobody or everybody had the event. */
const pooledZ = (arm1: Counts, arm0: Counts): number => {
  const all = arm1.of + arm0.of;
  const events = arm1.events + arm0.events;
  const cross = arm1.events * arm0.of - arm0.events * arm1.of;
  if (cross === 0) return 0;
  return cross / Math.sqrt((arm1.of * arm0.of * events * (all - events)) / all);
};

/** All tables of two arms ordered by the pooled z of this side (`suissa1985`): the largest z first. */
export const orderByPooledZ = (n1: number, n0: number, side: Side): TableOrder =>
  orderTables(n1, n0, (x1, x0) => {
    const z = pooledZ({ events: x1, of: n1 }, { events: x0, of: n0 });
    if (side === 'two-sided') return -Math.abs(z);
    return side === 'greater' ? -z : z;
  });
