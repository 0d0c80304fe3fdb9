/** How many places a number was printed with: "0.050" has three, "5" none. */
export const placesOf = (printed: string): number => printed.split('.')[1]?.length ?? 0;

/** Half of the last printed place, and a little for the binary neighbour of a decimal. */
const tolerance = (places: number): number => 0.5 * 10 ** -places + 1e-9;

/**
 * Whether a number prints as it was printed, rounded to the places that stand there; of a number on the edge either way
 * of rounding is accepted. "<0.001" is met by everything below.
 */
export const printsAs = (value: number, printed: string): boolean => {
  if (printed.startsWith('<')) return value < Number(printed.slice(1));
  return Math.abs(value - Number(printed)) <= tolerance(placesOf(printed));
};

/** The two ends of an interval as they were printed. */
export const endsOf = (printed: string): readonly [string, string] => {
  const [lower = '', upper = ''] = printed.split(' to ');
  return [lower, upper];
};

/** The counts of so many that print as a percentage: none for one that a model gave, or that is a slip. */
export const countsPrinting = (percent: string, of: number): readonly number[] => {
  const near = Math.round((Number(percent) / 100) * of);
  return [near - 1, near, near + 1].filter(
    (count) => count >= 0 && count <= of && printsAs((100 * count) / of, percent),
  );
};
