import cql from 'cql-execution';
import type { ElmAnswers } from '#core/criteria/translate/decide-elm.ts';
import type { TranslatedLibrary } from '#core/criteria/translate/elm.ts';
import type { Truth } from '#core/quantities/truth.ts';

export const executable = ({ elm }: TranslatedLibrary): cql.Library => new cql.Library(elm);

const truthOf = (found: unknown): Truth => (found === true ? 'true' : found === false ? 'false' : 'unknown');

/** What cql-execution says of every statement, for one participant's parameters. */
export const runElm = async (library: cql.Library, answers: ElmAnswers): Promise<ReadonlyMap<string, Truth>> => {
  const parameters = Object.fromEntries(
    [...answers].map(([name, answer]) => [name, typeof answer === 'bigint' ? Number(answer) : answer]),
  );
  const { unfilteredResults } = await new cql.Executor(library, undefined, parameters).exec(new cql.PatientSource([]));
  return new Map(Object.entries(unfilteredResults).map(([name, found]) => [name, truthOf(found)]));
};
