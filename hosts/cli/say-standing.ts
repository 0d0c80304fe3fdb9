import type { StudyState } from '#core/conduct/study-state.ts';
import type { FlowCounts } from '#core/reports/flow-counts.ts';
import { type FlowBox, type FlowLine, flowDiagram, flowStages } from '#core/reports/flow-diagram.ts';
import type { ParticipantStanding } from '#core/reports/standing.ts';
import { count, layOutRows, type Style } from '#hosts/render/text.ts';

/** What happened to the study so far, as one sentence. */
export const sayStudyState = (state: StudyState): string => {
  const { drafted, approved, versions, sealed, openFor, paused, closedOn, cuts, lockedOn, unblindedOn } = state;
  const last = cuts.at(-1);
  const said = [
    approved === undefined ? 'not approved' : `approved as ${approved.slice(0, 12)}`,
    ...(versions.length > 1 ? [`amended ${count(versions.length - 1, 'time')}`] : []),
    ...(drafted === undefined ? [] : [`${drafted.hash.slice(0, 12)} drafted`]),
    ...(sealed === undefined ? [] : [`allocation list sealed (${sealed.slots} slots)`]),
    openFor === undefined ? 'not open' : `opened for ${openFor}`,
    ...(paused === undefined ? [] : [`${paused.what} paused since ${paused.on}`]),
    ...(closedOn === undefined ? [] : [`recruitment closed on ${closedOn}`]),
    ...(last === undefined ? [] : [`data cut on ${last.on} after event ${last.events}`]),
    ...(state.lockedVisits.length === 0 ? [] : [`locked through ${state.lockedVisits.at(-1)}`]),
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
