import type { FlowArm, FlowCounts, FlowPart } from './flow-counts.ts';
import { checkFlow, type FlowFault } from './flow-sums.ts';

/** One number of a diagram with its label; a line of a deeper level tells more of the one above it. */
export interface FlowLine {
  readonly label: string;
  readonly people: number;
  readonly level: 0 | 1 | 2;
}

/** A box of the diagram: its first line is what leads on, the others say more of it. */
export interface FlowBox {
  readonly heading: string | undefined;
  readonly lines: readonly FlowLine[];
}

export const flowStages = ['Allocation', 'Follow-up', 'Analysis'] as const;

/** One arm, side by side with the others: a box for each stage at which something is known of it. */
export interface FlowColumn {
  readonly arm: string;
  readonly boxes: Readonly<Record<(typeof flowStages)[number], FlowBox | undefined>>;
}

/** A participant flow as boxes, without places or sizes: what a picture of any form shows. */
export interface FlowDiagram {
  readonly trial: string;
  readonly screened: FlowBox;
  readonly notAllocated: FlowBox | undefined;
  readonly allocated: FlowBox;
  readonly outsideArms: FlowBox | undefined;
  readonly columns: readonly FlowColumn[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const line = (label: string, people: number, level: FlowLine['level'] = 0): FlowLine => ({
  label: capital(label),
  people,
  level,
});

/** A part, and under it the reasons that somebody has. */
const partLines = (part: FlowPart | undefined, level: 0 | 1 = 0): readonly FlowLine[] => {
  if (part === undefined) return [];
  const reasons = (part.reasons ?? []).filter(({ people }) => people > 0);
  const label = part.mayOverlap === true && reasons.length > 1 ? `${part.place}, for one or more reasons` : part.place;
  return [
    line(label, part.people, level),
    ...reasons.map(({ reason, people }) => line(reason, people, level === 0 ? 1 : 2)),
  ];
};

const known = (label: string, people: number | undefined): readonly FlowLine[] =>
  people === undefined ? [] : [line(label, people)];

const boxOf = (lines: readonly FlowLine[], heading?: string): FlowBox | undefined =>
  lines.length === 0 ? undefined : { heading, lines };

const columnOf = (arm: FlowArm, how: string): FlowColumn => ({
  arm: arm.arm,
  boxes: {
    Allocation: boxOf(
      [...known(how, arm.allocated), ...known('treated', arm.received), ...partLines(arm.notReceived)],
      arm.title,
    ),
    'Follow-up': boxOf([...partLines(arm.discontinued), ...(arm.ended ?? []).flatMap((part) => partLines(part))]),
    Analysis: boxOf([...known('analysed', arm.analysed), ...partLines(arm.notAnalysed)]),
  },
});

/** Those who stand apart: how many, and below it in which places; nothing where nobody does, one number for one place. */
const apart = (label: string, parts: readonly FlowPart[]): FlowBox | undefined => {
  const taken = parts.filter(({ people }) => people > 0);
  if (taken.length < 2) return boxOf(taken.flatMap((part) => partLines(part)));
  const people = taken.reduce((sum, part) => sum + part.people, 0);
  return boxOf([line(label, people), ...taken.flatMap((part) => partLines(part, 1))]);
};

/**
 * The diagram of a flow: from participants (`deriveFlow`) or from published counts alone. Refuses counts of which a sum
 * does not close, and names it.
 */
export const flowDiagram = (flow: FlowCounts): FlowDiagram | FlowFault => {
  const { trial, how, screened, notAllocated, allocated, outsideArms, arms } = flow;
  return (
    checkFlow(flow) ?? {
      trial,
      screened: { heading: undefined, lines: [line('screened', screened)] },
      notAllocated: apart(`not ${how}`, notAllocated),
      allocated: { heading: undefined, lines: [line(how, allocated)] },
      outsideArms: apart('not in an arm below', outsideArms),
      columns: arms.map((arm) => columnOf(arm, how)),
    }
  );
};
