import type { Figure } from './figure.ts';

/** A number as a cell prints it: what stands there, its value, and whether it is only an upper bound. */
export interface PrintedNumber {
  readonly text: string;
  readonly value: number;
  readonly places: number;
  readonly isPercent: boolean;
  readonly isBound: boolean;
}

/** Digits within a unit, as in g/24h, mL/min/1.73m2 and 10*9/L, are none of its numbers. */
const pattern = /(<?)([−-]?)(?<![\dA-Za-z*.])(\d+(?:\.(\d+))?)(?![\dA-Za-z*]|\.\d)(%?)/g;

/** The numbers that a cell prints, in order: "60 of 114 (52.6%)", "<0.0001", "−3.4%". */
export const numbersPrinted = (value: string): readonly PrintedNumber[] =>
  [...value.matchAll(pattern)].map(([text, bound, minus, digits = '', decimals = '', percent]) => ({
    text,
    value: (minus === '' ? 1 : -1) * Number(digits),
    places: decimals.length,
    isPercent: percent === '%',
    isBound: bound === '<',
  }));

/** Whether an unrounded number is what a cell printed, rounded as it printed it. */
const isPrintedAs = (printed: PrintedNumber, number: number): boolean => {
  const shown = printed.isPercent ? 100 * number : number;
  if (printed.isBound) return shown < printed.value;
  return Math.abs(shown - printed.value) <= 0.5 * 10 ** -printed.places * (1 + 1e-9);
};

/** What a cell prints and does not keep unrounded. */
export const numbersNotKept = ({ value, numbers = {} }: Pick<Figure, 'value' | 'numbers'>): readonly string[] => {
  const kept = Object.values(numbers);
  return numbersPrinted(value)
    .filter((printed) => !kept.some((number) => isPrintedAs(printed, number)))
    .map(({ text }) => text);
};
