import { compileColumns } from '#core/criteria/columns/compile-columns.ts';
import type { ColumnProgram } from '#core/criteria/columns/instruction.ts';
import { type NamedFormula, translateToElm } from '#core/criteria/translate/elm.ts';
import type { ElmParameter } from '#core/criteria/translate/elm-parameter.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

/** What a simulation answers again and again: one comparison of proportions, as a program over columns. */
export interface TrialQuestion {
  readonly analysis: ProportionComparison;
  readonly visit: string;
  /** Of these statements any that is true makes a responder. */
  readonly statements: readonly string[];
  readonly parameters: readonly ElmParameter[];
  readonly program: ColumnProgram;
}

/** Why the trials of a study cannot be simulated by columns. */
export interface NotAsked {
  readonly why: string;
}

export const isNotAsked = <T extends object>(found: T | NotAsked): found is NotAsked =>
  'why' in found && typeof found.why === 'string';

/** The conditions of which any makes a responder: those of the levels that count, or the one of the endpoint. */
const formulasOf = (endpoint: Endpoint, study: Study, visit: string): readonly NamedFormula[] | NotAsked => {
  if (endpoint.kind === 'condition') return [{ name: endpoint.of.id, formula: endpoint.condition, here: visit }];
  if (endpoint.kind !== 'response') return { why: `${endpoint.of.id} is no response and no condition` };
  const { levels } = endpoint.response;
  const enough = levels.slice(0, levels.findIndex(({ id }) => id === endpoint.of['at least']) + 1);
  return enough.flatMap(({ id }) => {
    const formula = study.definitions.get(id);
    return formula === undefined ? [] : [{ name: id, formula, here: visit }];
  });
};

/** Stratified and other tests are not computed yet; what an interval decides needs none. */
const isDecided = ({ hypothesis, test, interval }: ProportionComparison): boolean =>
  (hypothesis === 'superiority' && test === 'fisher exact') ||
  (hypothesis === 'non-inferiority' && interval === 'miettinen-nurminen');

/** The first comparison of proportions of all randomised, as a question to columns; or why it cannot be asked so. */
export const askTrial = (study: Study): TrialQuestion | NotAsked => {
  const analysis = study.definition.analyses.find(
    (each): each is ProportionComparison => each.kind === 'compare proportions' && each.population === 'randomised',
  );
  if (analysis === undefined) return { why: 'no analysis compares proportions of all randomised' };
  if (!isDecided(analysis)) return { why: `${analysis.test} with ${analysis.interval} is not computed yet` };
  const endpoint = study.endpoints.find(({ of }) => of.id === analysis.endpoint);
  const visit = endpoint && visitsAsked(endpoint.of)[0];
  if (endpoint === undefined || visit === undefined) return { why: `${analysis.endpoint} is asked at no visit` };
  if (endpoint.of.missing !== 'non-responder') return { why: `${endpoint.of.id} does not say what missing means` };
  const formulas = formulasOf(endpoint, study, visit);
  if (isNotAsked(formulas)) return formulas;
  const library = translateToElm(study.definition, formulas, study);
  const [refused] = library.refused;
  if (refused !== undefined) return { why: `${refused.name} has a ${refused.construct}` };
  const statements = formulas.map(({ name }) => name);
  return { analysis, visit, statements, parameters: library.parameters, program: compileColumns(library) };
};
