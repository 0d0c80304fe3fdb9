import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import type { BinaryResult } from '#core/endpoints/analyse.ts';
import type { SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import { deriveValues, type ValuesOf } from '#core/endpoints/derived-values.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Study } from '#core/study/study.ts';
import { analysisTables } from './analysis-tables.ts';
import { chartScene } from './charts/chart-scene.ts';
import { chartsOf } from './charts/trial-charts.ts';
import { conductTable } from './conduct-table.ts';
import { type TrialData, trialData } from './datasets/trial-data.ts';
import { describedTables } from './described/described-tables.ts';
import { deviationTable } from './deviation-table.ts';
import type { Report } from './figure.ts';
import { forestEntries } from './forest-entries.ts';
import { inShort } from './in-short.ts';
import { membershipIn } from './membership.ts';
import { notYetComputed } from './not-yet.ts';
import { armFlow, exclusionReasons, screeningFlow } from './participant-flow.ts';
import { reportSections } from './report-sections.ts';
import { valueFigure } from './response-table.ts';
import { type ValueRow, valueRows } from './value-rows.ts';

export interface TrialReport extends Report {
  readonly results: readonly BinaryResult[];
  /** Each compared analysis with everything that is done beside it. */
  readonly sensitivity: readonly SensitivityTable[];
  /** Every endpoint of everyone who was randomised, endpoint by endpoint: at the visit of the analyses, then at others. */
  readonly values: readonly ValueRow[];
  /** What tables of description are counted from. */
  readonly data: TrialData;
}

const isFurther = (study: Study, { endpoint, at }: AnalysisValue): boolean => {
  const of = study.endpoints.find((each) => each.of.id === endpoint)?.of;
  return of !== undefined && at !== visitsAsked(of)[0];
};

const valuesAsked = (study: Study, valuesOf: ValuesOf): readonly AnalysisValue[] =>
  study.endpoints.flatMap((endpoint) => {
    const [, ...further] = visitsAsked(endpoint.of);
    return [...valuesOf(endpoint), ...further.flatMap((visit) => valuesOf(endpoint, visit))];
  });

const assumed = (study: Study): readonly string[] =>
  study.definition.assumptions.map(({ id, text }) => {
    const asked = study.definition.questions
      .filter((question) => question.assumption === id)
      .map((question) => question.id);
    return `${id} ${text}${asked.length === 0 ? '' : ` [${asked.join(', ')}]`}`;
  });

/** The report as data: flow, results, assumptions and what is not computed yet; the same for a rehearsal and a trial. */
export const deriveReport = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[] = [],
): TrialReport => {
  const valuesOf = deriveValues(study, participants, deviations);
  const analysed = analysisTables(study, participants, deviations, valuesOf);
  const members = membershipIn(study, participants, deviations);
  const scene = chartScene(study, participants, valuesOf);
  const data = trialData({ scene, participants, deviations, memberOf: members.of });
  const sections = reportSections({
    short: inShort(study, analysed.sensitivity),
    flow: [
      screeningFlow(study, participants),
      exclusionReasons(study, participants),
      armFlow(study, participants),
      conductTable(study, participants),
      ...(deviations.length === 0 ? [] : [deviationTable(study, participants, deviations)]),
    ],
    described: describedTables(scene, data),
    analysed,
    charts: chartsOf(scene, forestEntries(study, analysed.sensitivity)),
  });
  const tables = sections.flatMap((section) => section.tables);
  const shown = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  const values = valuesAsked(study, valuesOf);
  const all = [...shown, ...values.map((value) => valueFigure(value, isFurther(study, value))), ...members.figures];
  const said = { notes: assumed(study), notYet: notYetComputed(study) };
  return {
    sections,
    tables,
    results: analysed.results,
    sensitivity: analysed.sensitivity,
    data,
    values: valueRows(values, members.of),
    ...said,
    figures: new Map(all.map((figure) => [figure.id, figure])),
  };
};
