/** c0 + c1·x + c2·x² + …, by Horner's rule. */
const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= 0; index -= 1) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
};

/** Numerator and denominator of a rational approximation. */
interface Ratio {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

// The coefficients of PPND16; their mantissas add up to the checksums that were published with them.
const centre: Ratio = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.3133307016009, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};
const flank: Ratio = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
};
const farTail: Ratio = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

const ratio = ({ above, below }: Ratio, x: number): number => polynomial(above, x) / polynomial(below, x);

/** For p of at most 0.075: how far below zero the quantile lies. */
const depth = (p: number): number => {
  const r = Math.sqrt(-Math.log(p));
  return r <= 5 ? ratio(flank, r - 1.6) : ratio(farTail, r - 5);
};

/**
 * Standard normal quantile: the z with Φ(z) = p. Algorithm AS 241, PPND16 (`wichura1988`).
 * Relative error below 1e-15 for p from 1e-300 to 1 − 1e-16, against values of 50 digits
 * (`evidence/oracles/normal-quantile`). For a small upper tail α give −normalQuantile(α): 1 − α has lost its digits.
 * Throws unless 0 < p < 1.
 */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) throw new Error(`normal quantile: ${p} is not between 0 and 1`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  return q < 0 ? -depth(p) : depth(1 - p);
};
