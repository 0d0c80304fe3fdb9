/** Arithmetic mean of at least one value, in two passes, so that a large common offset costs no digits. */
export const meanOf = (values: readonly number[]): number => {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length;
};

/** Variance with divisor n − 1, of at least two values. */
export const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
