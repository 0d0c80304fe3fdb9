import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { analyseBinary, type BinaryResult, isComputed } from '#core/endpoints/analyse.ts';
import { analyseChange, isChange } from '#core/endpoints/analyse-change.ts';
import { analyseNonInferiority, isNonInferiority } from '#core/endpoints/analyse-non-inferiority.ts';
import { analyseProportion, isProportion } from '#core/endpoints/analyse-proportion.ts';
import { analyseStratified, isStratified } from '#core/endpoints/analyse-stratified.ts';
import { analyseTime, isTimeToEvent } from '#core/endpoints/analyse-time.ts';
import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import { deriveValues, type ValuesOf } from '#core/endpoints/derived-values.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Study } from '#core/study/study.ts';
import { changeTable } from './change-table.ts';
import { chartScene } from './charts/chart-scene.ts';
import { conductTable } from './conduct-table.ts';
import { type TrialData, trialData } from './datasets/trial-data.ts';
import { describedTables } from './described/described-tables.ts';
import { deviationTable } from './deviation-table.ts';
import type { Report, Section, Table } from './figure.ts';
import { membershipIn } from './membership.ts';
import { nonInferiorityTable } from './non-inferiority-table.ts';
import { notYetComputed } from './not-yet.ts';
import { armFlow, exclusionReasons, screeningFlow } from './participant-flow.ts';
import { proportionTable } from './proportion-table.ts';
import { comparisonTable, responseTable, valueFigure } from './response-table.ts';
import { secondaryTable } from './secondary-table.ts';
import { stratifiedTable } from './stratified-table.ts';
import { timeTable } from './time-table.ts';
import { type ValueRow, valueRows } from './value-rows.ts';

export interface TrialReport extends Report {
  readonly results: readonly BinaryResult[];
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

/** Non-inferiority and times, each analysis by itself; all changes in one table, and all shares. */
const furtherTables = (study: Study, participants: readonly Participant[], valuesOf: ValuesOf): readonly Table[] => {
  const strata = new Map(participants.map(({ id = '', allocated }) => [id, allocated?.slot?.stratum]));
  const { analyses } = study.definition;
  const changes = analyses.filter(isChange).map((each) => analyseChange(each, study, valuesOf));
  const shares = analyses.filter(isProportion).map((each) => analyseProportion(each, study, valuesOf));
  return [
    ...analyses.filter(isNonInferiority).map((each) =>
      nonInferiorityTable(
        analyseNonInferiority(each, study, valuesOf, (id) => strata.get(id)),
        study,
      ),
    ),
    ...analyses.filter(isStratified).map((each) =>
      stratifiedTable(
        analyseStratified(each, study, valuesOf, (id) => strata.get(id)),
        study,
      ),
    ),
    ...analyses.filter(isTimeToEvent).map((each) =>
      timeTable(
        analyseTime(each, study, valuesOf, (id) => strata.get(id)),
        study,
      ),
    ),
    ...(changes.length === 0 ? [] : [changeTable(changes, study)]),
    ...(shares.length === 0 ? [] : [proportionTable(shares, study)]),
  ];
};

/** The report as data: flow, results, assumptions and what is not computed yet; the same for a rehearsal and a trial. */
export const deriveReport = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[] = [],
): TrialReport => {
  const valuesOf = deriveValues(study, participants, deviations);
  const results = study.definition.analyses
    .filter(isComputed)
    .map((analysis) => analyseBinary(analysis, study, valuesOf));
  const members = membershipIn(study, participants, deviations);
  const scene = chartScene(study, participants, valuesOf);
  const data = trialData(scene, members.of);
  const described = describedTables(scene, data);
  const sections: readonly Section[] = [
    {
      id: 'flow',
      title: 'Participants',
      tables: [
        screeningFlow(study, participants),
        exclusionReasons(study, participants),
        armFlow(study, participants),
        conductTable(study, participants),
        ...(deviations.length === 0 ? [] : [deviationTable(study, participants, deviations)]),
      ],
      charts: [],
    },
    { id: 'baseline', title: 'At baseline', tables: described.baseline, charts: [] },
    { id: 'exposure', title: 'Treatment and follow-up', tables: described.exposure, charts: [] },
    {
      id: 'efficacy',
      title: 'Planned analyses',
      tables: [
        ...results.flatMap((result) => [responseTable(result, study), comparisonTable(result)]),
        ...furtherTables(study, participants, valuesOf),
      ],
      charts: [],
    },
    { id: 'described', title: 'Other endpoints', tables: [secondaryTable(study, valuesOf)], charts: [] },
    { id: 'safety', title: 'Safety', tables: described.safety, charts: [] },
    { id: 'listings', title: 'Listings', tables: described.listings, charts: [] },
  ];
  const tables = sections.flatMap((section) => section.tables);
  const shown = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  const values = valuesAsked(study, valuesOf);
  const all = [...shown, ...values.map((value) => valueFigure(value, isFurther(study, value))), ...members.figures];
  const said = { notes: assumed(study), notYet: notYetComputed(study) };
  return {
    sections,
    tables,
    results,
    data,
    values: valueRows(values, members.of),
    ...said,
    figures: new Map(all.map((figure) => [figure.id, figure])),
  };
};
