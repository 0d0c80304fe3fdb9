import { foldParticipants } from '#core/conduct/fold.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { deriveFlow } from '#core/reports/derive-flow.ts';
import type { FlowCounts } from '#core/reports/flow-counts.ts';
import { type FlowDiagram, flowDiagram } from '#core/reports/flow-diagram.ts';
import { deriveReport, type TrialReport } from '#core/reports/trial-report.ts';
import type { Study } from '#core/study/study.ts';
import { renderFlow } from '#hosts/render/flow-svg.ts';
import { renderReport } from '#hosts/render/report-text.ts';
import { plainStyle } from '#hosts/render/text.ts';
import { coverOf } from './report-cover.ts';
import { reportHtml } from './report-html.ts';
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

/** The participant flow as a picture. */
export const flowPicture = (study: Study, participants: readonly Participant[]): string =>
  renderFlow(drawn(deriveFlow(study, participants)));

/** The files of a run folder that follow from its log. */
export const derivedNames = [
  'report.json',
  'report.txt',
  'flow.json',
  'flow.svg',
  'values.csv',
  'report.html',
] as const;

/** What follows from the log alone: its report, and the files that a run folder holds beside the log, by name. */
export const deriveFiles = (
  study: Study,
  events: readonly Envelope<TrialEvent>[],
): { readonly report: TrialReport; readonly files: ReadonlyMap<(typeof derivedNames)[number], string> } => {
  const participants = foldParticipants(events);
  const report = deriveReport(study, participants, trialDeviations(study, events));
  const flow = deriveFlow(study, participants);
  const picture = renderFlow(drawn(flow));
  const texts = {
    'report.json': asJson(reportValue(report)),
    'report.txt': renderReport(report, plainStyle),
    'flow.json': asJson(flow),
    'flow.svg': picture,
    'values.csv': valuesCsv(report.values),
    'report.html': reportHtml(coverOf(study, events), report, picture, events),
  } as const satisfies Record<(typeof derivedNames)[number], string>;
  return { report, files: new Map(derivedNames.map((name) => [name, texts[name]])) };
};
