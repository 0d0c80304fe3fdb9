/** The eligibility of every trial that is shipped, as sentences, as ELM and as a program over columns. */
import { globSync, readFileSync } from 'node:fs';
import { compileColumns } from '#core/criteria/columns/compile-columns.ts';
import type { ColumnProgram } from '#core/criteria/columns/instruction.ts';
import type { ColumnCriterion } from '#core/criteria/columns/screen-columns.ts';
import { type TranslatedLibrary, translateToElm } from '#core/criteria/translate/elm.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';

export interface TrialRules {
  readonly study: Study;
  readonly library: TranslatedLibrary;
  readonly program: ColumnProgram;
  readonly criteria: readonly ColumnCriterion[];
}

export const mustReadStudy = (path: string): Study => {
  const { study, findings } = readStudy(readFileSync(path, 'utf8'));
  if (study === undefined) throw new Error(`${path} does not compile: ${JSON.stringify(findings[0])}`);
  return study;
};

/** The criteria that have a translation; those few that multiply or divide two measures have none. */
const rulesOf = (study: Study): TrialRules => {
  const named = study.criteria.map(({ id, condition }) => ({ name: id, formula: condition, here: undefined }));
  const library = translateToElm({ id: study.definition.id, version: study.definition.version }, named, study);
  const refused = new Set(library.refused.map(({ name }) => name));
  const kept = study.criteria.filter(({ id }) => !refused.has(id));
  return {
    study,
    library,
    program: compileColumns(library),
    criteria: kept.map(({ id, kind }) => ({ id, kind, statement: id })),
  };
};

export const readTrialRules = (): readonly TrialRules[] =>
  globSync('trials/*/study.yaml')
    .sort()
    .map((path) => rulesOf(mustReadStudy(path)));
