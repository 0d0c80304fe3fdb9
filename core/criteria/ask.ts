import type { Chart } from './chart.ts';
import type { Proof } from './proof.ts';

/** Asks one participant's chart, at a point where the sentence leaves it open. */
export type Ask = (chart: Chart, here: string | undefined) => Proof;
