import { compare, multiply, type Rational, zero } from './rational.ts';

/** One end of a range: a value that is reached, or approached without being reached (`open`), or infinity. */
export interface End {
  readonly value: Rational | 'minus infinity' | 'infinity';
  readonly open: boolean;
}

/** Order of the values alone: an open and a closed end at the same value are equal here. */
const compareEnds = (a: End, b: End): -1 | 0 | 1 => {
  if (a.value === b.value) return 0;
  if (a.value === 'minus infinity' || b.value === 'infinity') return -1;
  if (a.value === 'infinity' || b.value === 'minus infinity') return 1;
  return compare(a.value, b.value);
};

/** The lower (`-1`) or higher (`1`) of some ends; where they tie, one that is open or closed as `ties` says. */
export const chooseEnd = (ends: readonly [End, ...End[]], direction: -1 | 1, ties: 'open' | 'closed'): End =>
  ends.reduce((a, b) => {
    const order = compareEnds(a, b);
    if (order !== 0) return order === direction ? a : b;
    return a.open === (ties === 'open') ? a : b;
  });

/** The product of two ends. A zero that is reached gives a zero that is reached, whatever the other end is. */
export const multiplyEnds = (a: End, b: End): End => {
  const sign = signOf(a) * signOf(b);
  if (sign === 0) return { value: zero, open: !(reachesZero(a) || reachesZero(b)) };
  if (typeof a.value === 'string' || typeof b.value === 'string') {
    return { value: sign < 0 ? 'minus infinity' : 'infinity', open: true };
  }
  return { value: multiply(a.value, b.value), open: a.open || b.open };
};

const reachesZero = (end: End): boolean => signOf(end) === 0 && !end.open;

const signOf = (end: End): -1 | 0 | 1 => {
  if (end.value === 'infinity') return 1;
  if (end.value === 'minus infinity') return -1;
  return compare(end.value, zero);
};
