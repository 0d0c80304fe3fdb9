/** Exponents of base dimensions; those that are zero are absent. */
export type Exponents = ReadonlyMap<string, number>;

export const dimensionless: Exponents = new Map();

/** Multiplies the first by the second raised to `exponent`. */
export const combine = (a: Exponents, b: Exponents, exponent = 1): Exponents => {
  const sum = new Map(a);
  for (const [base, value] of b) {
    const total = (sum.get(base) ?? 0) + value * exponent;
    if (total === 0) sum.delete(base);
    else sum.set(base, total);
  }
  return sum;
};

/** The usual order of a derived quantity; whatever is not listed follows by name. */
const order = ['amount', 'mass', 'length', 'time'];

const rank = (base: string): number => (order.includes(base) ? order.indexOf(base) : order.length);

const inOrder = (a: string, b: string): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : 1;
};

/** The canonical key: `mass·length^-3`, or `1` where nothing is left. Equal keys mean equal dimensions. */
export const writeDimension = (exponents: Exponents): string => {
  const bases = [...exponents.keys()].sort(inOrder);
  if (bases.length === 0) return '1';
  return bases.map((base) => (exponents.get(base) === 1 ? base : `${base}^${exponents.get(base)}`)).join('·');
};

/** The inverse of `writeDimension`. */
export const readDimension = (key: string): Exponents => {
  if (key === '1') return dimensionless;
  return new Map(
    key.split('·').map((part): [string, number] => {
      const [, base = part, exponent = '1'] = /^(.+?)(?:\^(-?\d+))?$/.exec(part) ?? [];
      return [base, Number(exponent)];
    }),
  );
};
