import type { ModelColumn } from '#core/statistics/models/binary-response.ts';

/** An indicator for each level of each factor but the first that was observed, in the order of code points. */
export const factorIndicators = (people: readonly (readonly string[])[]): readonly (readonly number[])[] => {
  const levels = (people[0] ?? []).map((_, index) =>
    [...new Set(people.map((factors) => factors[index] ?? ''))].toSorted(),
  );
  return people.map((factors) =>
    levels.flatMap((names, index) => names.slice(1).map((name) => (factors[index] === name ? 1 : 0))),
  );
};

/** The same as named columns of a model. */
export const factorColumns = (people: readonly (readonly string[])[]): readonly ModelColumn[] => {
  const rows = factorIndicators(people);
  return (rows[0] ?? []).map((_, index) => ({
    name: `factor ${index + 1}`,
    values: rows.map((row) => row[index] ?? 0),
  }));
};
