import { measuresAsked } from '#core/criteria/walk.ts';
import type { Study } from '#core/study/study.ts';
import type { ReportChart } from '../chart.ts';
import { bilagHeatMaps } from './bilag-heat-map.ts';
import type { ChartScene } from './chart-scene.ts';
import { forestCharts } from './forest-chart.ts';
import type { ForestEntry } from './forest-rows.ts';
import { profileLines, summaryLines } from './measure-lines.ts';
import { responseCharts } from './response-over-time.ts';
import { sledaiHeatMaps } from './score-heat-map.ts';
import { survivalCharts } from './survival-chart.ts';
import { swimmerCharts } from './swimmer-chart.ts';
import { proteinOf } from './urine-protein-of.ts';
import { waterfallCharts } from './waterfall-chart.ts';

/** The charts of a trial by the section of its report in which they stand. */
export interface TrialCharts {
  readonly efficacy: readonly ReportChart[];
  readonly disease: readonly ReportChart[];
  readonly exposure: readonly ReportChart[];
  readonly safety: readonly ReportChart[];
}

/** The filtration rate that an endpoint of the study asks for, and else the equation for adults. */
const filtrationOf = ({ endpoints }: Study): string => {
  const asked = endpoints.flatMap((each) => (each.kind === 'value' ? measuresAsked(each.value) : []));
  return asked.find(({ measure }) => measure.startsWith('eGFR'))?.measure ?? 'eGFR';
};

const diseaseCharts = (scene: ChartScene): readonly ReportChart[] => {
  const protein = proteinOf(scene.study);
  const measures = [...(protein === undefined ? [] : [protein]), filtrationOf(scene.study)];
  return [
    ...measures.flatMap((measure) => [...summaryLines(scene, measure, 'mean'), ...profileLines(scene, measure)]),
    ...summaryLines(scene, 'SLEDAI-2K', 'mean'),
    ...sledaiHeatMaps(scene),
    ...bilagHeatMaps(scene),
  ];
};

/**
 * The charts of a trial, whichever it is: what each needs is found by the definition, and one without data is absent.
 * `further` are rows of other analyses that join the forest of their endpoint and arms. Nothing depends on the order of
 * participants; while one arm is not told, none appears.
 */
export const chartsOf = (scene: ChartScene, further: readonly ForestEntry[] = []): TrialCharts => {
  if (scene.people.length === 0) return { efficacy: [], disease: [], exposure: [], safety: [] };
  return {
    efficacy: [
      ...forestCharts(scene, further),
      ...responseCharts(scene),
      ...survivalCharts(scene),
      ...waterfallCharts(scene),
    ],
    disease: diseaseCharts(scene),
    exposure: summaryLines(scene, 'prednisone-equivalent', 'median'),
    safety: swimmerCharts(scene),
  };
};
