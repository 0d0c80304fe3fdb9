/** Which likelihood tied events have: `Efron`'s (the default of R), or `Breslow`'s (the default of SAS). */
export type CoxTies = 'Efron' | 'Breslow';

/** A participant as a row of the model. Rows of different strata have baseline hazards of their own. */
export interface CoxRow {
  readonly time: number;
  readonly event: boolean;
  readonly covariates: readonly number[];
  readonly stratum?: string;
}

/** The rows by stratum and falling time, their covariates centred, in arrays for speed. */
export interface CoxData {
  readonly rows: number;
  readonly width: number;
  readonly times: Float64Array;
  readonly events: Uint8Array;
  /** Row by row. */
  readonly covariates: Float64Array;
  /** 1 where a row begins a new stratum. */
  readonly begins: Uint8Array;
}

const byStratum = (rows: readonly CoxRow[]): readonly (readonly CoxRow[])[] => [
  ...Map.groupBy(rows, ({ stratum }) => stratum).values(),
];

const meansOf = (rows: readonly CoxRow[], width: number): readonly number[] =>
  Array.from({ length: width }, (_, j) => {
    const sum = rows.reduce((all, { covariates }) => all + (covariates[j] ?? Number.NaN), 0);
    return sum / rows.length;
  });

/**
 * Lays the rows out for the likelihood; each must have as many covariates as the first. Centring changes no
 * coefficient.
 */
export const coxDataOf = (rows: readonly CoxRow[]): CoxData => {
  const width = rows[0]?.covariates.length ?? 0;
  const means = meansOf(rows, width);
  const data = {
    rows: rows.length,
    width,
    times: new Float64Array(rows.length),
    events: new Uint8Array(rows.length),
    covariates: new Float64Array(rows.length * width),
    begins: new Uint8Array(rows.length),
  };
  let at = 0;
  for (const group of byStratum(rows)) {
    data.begins[at] = 1;
    for (const { time, event, covariates } of group.toSorted((a, b) => b.time - a.time)) {
      data.times[at] = time;
      data.events[at] = event ? 1 : 0;
      for (let j = 0; j < width; j += 1)
        data.covariates[at * width + j] = (covariates[j] ?? Number.NaN) - (means[j] ?? 0);
      at += 1;
    }
  }
  return data;
};
