import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { deriveFlow } from '#core/reports/derive-flow.ts';
import type { FlowCounts } from '#core/reports/flow-counts.ts';
import { type FlowDiagram, flowDiagram } from '#core/reports/flow-diagram.ts';
import { deriveReport, type TrialReport } from '#core/reports/trial-report.ts';
import type { Study } from '#core/study/study.ts';
import { renderFlow } from '#hosts/render/flow-svg.ts';
import { renderReport } from '#hosts/render/report-text.ts';
import { plainStyle } from '#hosts/render/text.ts';
import { valuesCsv } from './values-csv.ts';

/** A value as a file of the run folder. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A report as plain data. */
export const reportValue = (report: TrialReport) => ({
  tables: report.tables,
  results: report.results.map(({ analysis, experimental, control, test, interval }) => ({
    analysis: analysis.id,
    experimental: { arm: experimental.arm, ...experimental.counts },
    control: { arm: control.arm, ...control.counts },
    test,
    interval,
  })),
  ...(report.notYet.length === 0 ? {} : { notYet: report.notYet }),
  assumed: report.notes,
  figures: [...report.figures.values()],
});

const drawn = (flow: FlowCounts): FlowDiagram => {
  const diagram = flowDiagram(flow);
  if ('refused' in diagram) throw new Error(`the flow of ${flow.trial} is refused: ${JSON.stringify(diagram)}`);
  return diagram;
};

/** The files of a run folder that follow from its log. */
export const derivedNames = ['report.json', 'report.txt', 'flow.json', 'flow.svg', 'values.csv'] as const;

/** What follows from the log alone: its report, and the files that a run folder holds beside the log, by name. */
export const deriveFiles = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[] = [],
): { readonly report: TrialReport; readonly files: ReadonlyMap<(typeof derivedNames)[number], string> } => {
  const report = deriveReport(study, participants, deviations);
  const flow = deriveFlow(study, participants);
  const texts = {
    'report.json': asJson(reportValue(report)),
    'report.txt': renderReport(report, plainStyle),
    'flow.json': asJson(flow),
    'flow.svg': renderFlow(drawn(flow)),
    'values.csv': valuesCsv(report.values),
  } as const satisfies Record<(typeof derivedNames)[number], string>;
  return { report, files: new Map(derivedNames.map((name) => [name, texts[name]])) };
};
