import type { StudyState } from '#core/conduct/study-state.ts';
import type { FlowCounts } from '#core/reports/flow-counts.ts';
import { type FlowBox, type FlowLine, flowDiagram, flowStages } from '#core/reports/flow-diagram.ts';
import type { ParticipantStanding } from '#core/reports/standing.ts';
import { layOutRows, type Style } from '#hosts/render/text.ts';

/** What happened to the study so far, as one sentence. */
export const sayStudyState = ({ approved, sealed, openFor, closedOn, lockedOn, unblindedOn }: StudyState): string => {
  const said = [
    approved === undefined ? 'not approved' : `approved as ${approved.slice(0, 12)}`,
    ...(sealed === undefined ? [] : [`allocation list sealed (${sealed.slots} slots)`]),
    openFor === undefined ? 'not open' : `opened for ${openFor}`,
    ...(closedOn === undefined ? [] : [`recruitment closed on ${closedOn}`]),
    ...(lockedOn === undefined ? [] : [`data locked on ${lockedOn}`]),
    ...(unblindedOn === undefined ? [] : [`unblinded on ${unblindedOn}`]),
  ];
  return `The study: ${said.join(', ')}.`;
};

const row = ({ label, people, level }: FlowLine): readonly string[] => [
  `${'  '.repeat(level)}${label}`,
  String(people),
];

const boxRows = (box: FlowBox | undefined): readonly (readonly string[])[] => (box?.lines ?? []).map(row);

/** A participant flow in lines: everyone first, then each arm. */
export const sayFlow = (flow: FlowCounts, style: Style): readonly string[] => {
  const diagram = flowDiagram(flow);
  if ('refused' in diagram) throw new Error(`the flow of ${flow.trial} is refused: ${JSON.stringify(diagram)}`);
  const { screened, notAllocated, allocated, outsideArms, columns } = diagram;
  return [
    style.strong('Participant flow'),
    ...layOutRows([screened, notAllocated, allocated, outsideArms].flatMap(boxRows)),
    ...columns.flatMap(({ arm, boxes }) => [
      style.strong(arm),
      ...layOutRows(flowStages.flatMap((stage) => boxRows(boxes[stage]))),
    ]),
  ];
};

const sayNext = ({ nextVisit: next }: ParticipantStanding): string => {
  if (next === undefined) return '';
  return next.earliest === undefined ? next.visit : `${next.visit} (${next.earliest} to ${next.latest})`;
};

const cells = (each: ParticipantStanding): readonly string[] => [
  each.participant,
  each.site,
  each.place,
  each.arm ?? '',
  each.lastVisit === undefined ? '' : `${each.lastVisit.visit} (${each.lastVisit.on})`,
  sayNext(each),
  String(each.doses),
  each.ended === undefined ? '' : `${each.ended.how} (${each.ended.on})`,
];

const head = ['participant', 'site', 'place', 'arm', 'last visit', 'next visit', 'doses', 'ended'] as const;

/** Participants in a line each, under the names of the columns. */
export const sayParticipants = (standings: readonly ParticipantStanding[], style: Style): readonly string[] => {
  const rows = [head, ...standings.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((each) => each[column]?.length ?? 0)));
  const lines = rows.map((each) =>
    `  ${each.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  return lines.map((line, index) => (index === 0 ? style.faint(line) : line));
};
