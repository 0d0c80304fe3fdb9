/** cql-execution on the ELM that a trial's criteria are translated to, one execution for each person. */
import cql from 'cql-execution';
import type { ColumnCriterion, verdictCodes } from '#core/criteria/columns/screen-columns.ts';
import type { PlainAnswer } from './read-answer.ts';
import type { TrialRules } from './trial-rules.ts';

/** What one person is asked with: every parameter by its name. */
export type ElmParameters = Readonly<Record<string, PlainAnswer>>;

export const elmParameters = ({ library }: TrialRules, read: (parameter: string) => PlainAnswer): ElmParameters =>
  Object.fromEntries(library.parameters.map(({ name }) => [name, read(name)]));

/** What every statement is for one person: true, false or null. */
export type ElmResults = Readonly<Record<string, unknown>>;

export const elmRunner = ({ library }: TrialRules): ((parameters: ElmParameters) => Promise<ElmResults>) => {
  const executable = new cql.Library(library.elm);
  const nobody = new cql.PatientSource([]);
  return async (parameters) =>
    (await new cql.Executor(executable, undefined, parameters).exec(nobody)).unfilteredResults;
};

type ScreenedRow = readonly [verdict: (typeof verdictCodes)[number], reason: number];

/** Verdict and reason from the truths of the criteria, as core/conduct/eligibility.ts comes to them. */
export const screeningOf = (criteria: readonly ColumnCriterion[], results: ElmResults): ScreenedRow => {
  const failed = criteria.findIndex(({ kind, statement }) => results[statement] === (kind === 'exclude'));
  if (failed >= 0) return ['not eligible', failed];
  const open = criteria.findIndex(({ statement }) => typeof results[statement] !== 'boolean');
  return open >= 0 ? ['needs information', open] : ['eligible', -1];
};
