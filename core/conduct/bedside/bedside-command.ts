import type { BedsideReading } from './bedside-event.ts';

/** Writes down what was measured at the bedside around an administration. */
export interface ObserveDose {
  readonly type: 'observe dose';
  readonly dose: string;
  readonly number: number;
  readonly readings: readonly BedsideReading[];
}
