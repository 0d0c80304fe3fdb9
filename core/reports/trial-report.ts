import type { Participant } from '#core/conduct/participant.ts';
import { analyseBinary, type BinaryResult, isComputed } from '#core/endpoints/analyse.ts';
import { deriveValues, type ValuesOf } from '#core/endpoints/derived-values.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Report, Table } from './figure.ts';
import { notYetComputed } from './not-yet.ts';
import { armFlow, exclusionReasons, screeningFlow } from './participant-flow.ts';
import { comparisonTable, responseTable, valueFigure } from './response-table.ts';
import { secondaryTable } from './secondary-table.ts';

export interface TrialReport extends Report {
  readonly results: readonly BinaryResult[];
}

const valueFigures = (study: Study, valuesOf: ValuesOf): readonly Figure[] =>
  study.endpoints.flatMap((endpoint) => {
    const [, ...further] = visitsAsked(endpoint.of);
    return [
      ...valuesOf(endpoint).map((value) => valueFigure(value)),
      ...further.flatMap((visit) => valuesOf(endpoint, visit).map((value) => valueFigure(value, true))),
    ];
  });

const assumed = (study: Study): readonly string[] =>
  study.definition.assumptions.map(({ id, text }) => {
    const asked = study.definition.questions
      .filter((question) => question.assumption === id)
      .map((question) => question.id);
    return `${id} ${text}${asked.length === 0 ? '' : ` [${asked.join(', ')}]`}`;
  });

/** The report as data: flow, results, assumptions and what is not computed yet; the same for a rehearsal and a trial. */
export const deriveReport = (study: Study, participants: readonly Participant[]): TrialReport => {
  const valuesOf = deriveValues(study, participants);
  const results = study.definition.analyses
    .filter(isComputed)
    .map((analysis) => analyseBinary(analysis, study, valuesOf));
  const tables: readonly Table[] = [
    screeningFlow(study, participants),
    exclusionReasons(study, participants),
    armFlow(study, participants),
    ...results.flatMap((result) => [responseTable(result, study), comparisonTable(result)]),
    secondaryTable(study, valuesOf),
  ];
  const shown = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  const all = [...shown, ...valueFigures(study, valuesOf)];
  const said = { notes: assumed(study), notYet: notYetComputed(study) };
  return { tables, results, ...said, figures: new Map(all.map((figure) => [figure.id, figure])) };
};
