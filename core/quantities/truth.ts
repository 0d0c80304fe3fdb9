/** Three-valued truth: `unknown` where an answer depends on what is missing (strong Kleene logic). */
export type Truth = 'true' | 'false' | 'unknown';

export const fromBoolean = (b: boolean): Truth => (b ? 'true' : 'false');

/** False as soon as one is false, whatever is missing; true only when all are. Nothing asked is true. */
export const and = (truths: readonly Truth[]): Truth => {
  if (truths.includes('false')) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'true';
};

/** True as soon as one is true, whatever is missing; false only when all are. Nothing offered is false. */
export const or = (truths: readonly Truth[]): Truth => {
  if (truths.includes('true')) return 'true';
  return truths.includes('unknown') ? 'unknown' : 'false';
};

export const not = (t: Truth): Truth => {
  switch (t) {
    case 'true':
      return 'false';
    case 'false':
      return 'true';
    case 'unknown':
      return 'unknown';
    default:
      return t satisfies never;
  }
};

/** True when at least `n` are true already; false when the unknown ones can no longer make up `n`. */
export const atLeast = (n: number, truths: readonly Truth[]): Truth => {
  const certain = truths.filter((t) => t === 'true').length;
  const possible = certain + truths.filter((t) => t === 'unknown').length;
  if (certain >= n) return 'true';
  return possible < n ? 'false' : 'unknown';
};
