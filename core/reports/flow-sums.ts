import type { FlowArm, FlowCounts, FlowPart } from './flow-counts.ts';

interface LabelledCount {
  readonly label: string;
  readonly people: number;
}

/** A number of the flow and those that it is made of: they sum to it, or none of them is larger. */
export interface FlowSum extends LabelledCount {
  readonly parts: readonly LabelledCount[];
  readonly holds: 'sums' | 'none is larger';
}

export type FlowFault =
  | { readonly refused: 'not a count'; readonly what: string; readonly found: number }
  | { readonly refused: 'arm without people'; readonly arm: string }
  | { readonly refused: 'does not close'; readonly sum: string; readonly says: string };

/** Everyone of an arm: the allocated, or, where that was not published, those who received the treatment. */
const peopleOfArm = ({ allocated, received }: FlowArm): number | undefined => allocated ?? received;

const partsOf = (parts: readonly FlowPart[]): readonly LabelledCount[] =>
  parts.map(({ place, people }) => ({ label: place, people }));

const reasonSums = (parts: readonly (FlowPart | undefined)[], where: string): readonly FlowSum[] =>
  parts.flatMap((part) =>
    part?.reasons === undefined
      ? []
      : [
          {
            label: `${part.place}${where}`,
            people: part.people,
            parts: part.reasons.map(({ reason, people }) => ({ label: reason, people })),
            holds: part.mayOverlap === true ? 'none is larger' : 'sums',
          },
        ],
  );

const armSums = (arm: FlowArm): readonly FlowSum[] => {
  const { allocated, received, notReceived, discontinued, ended, analysed, notAnalysed } = arm;
  const where = `, ${arm.arm}`;
  const people = peopleOfArm(arm) ?? 0;
  const whole: LabelledCount = { label: `${allocated === undefined ? 'received' : 'allocated'}${where}`, people };
  const receivedPart = received === undefined ? [] : [{ label: 'received', people: received }];
  const analysedPart = analysed === undefined ? [] : [{ label: 'analysed', people: analysed }];
  const within = (parts: readonly LabelledCount[], of = whole): FlowSum => ({ ...of, parts, holds: 'none is larger' });
  const sum = (parts: readonly LabelledCount[]): FlowSum => ({ ...whole, parts, holds: 'sums' });
  return [
    allocated === undefined || notReceived === undefined
      ? within(receivedPart)
      : sum([...receivedPart, ...partsOf([notReceived])]),
    within(discontinued === undefined ? [] : partsOf([discontinued])),
    ...(ended === undefined ? [] : [sum(partsOf(ended))]),
    notAnalysed === undefined ? within(analysedPart) : sum([...analysedPart, ...partsOf([notAnalysed])]),
    ...reasonSums([notReceived, discontinued, ...(ended ?? []), notAnalysed], where),
  ];
};

/** Every sum that a flow has to keep, from the screened down to the reasons. */
export const flowSums = (flow: FlowCounts): readonly FlowSum[] => {
  const { how, screened, notAllocated, allocated, outsideArms, arms } = flow;
  const inArms = arms.map((arm) => ({ label: arm.arm, people: peopleOfArm(arm) ?? 0 }));
  return [
    {
      label: 'screened',
      people: screened,
      parts: [...partsOf(notAllocated), { label: how, people: allocated }],
      holds: 'sums',
    },
    { label: how, people: allocated, parts: [...partsOf(outsideArms), ...inArms], holds: 'sums' },
    ...reasonSums([...notAllocated, ...outsideArms], ''),
    ...arms.flatMap(armSums),
  ];
};

const isCount = (people: number): boolean => Number.isSafeInteger(people) && people >= 0;

const faultOf = ({ label, people, parts, holds }: FlowSum): FlowFault | undefined => {
  const wrong = [{ label, people }, ...parts].find((each) => !isCount(each.people));
  if (wrong !== undefined) return { refused: 'not a count', what: wrong.label, found: wrong.people };
  const said = parts.map((part) => `${part.people} ${part.label}`);
  if (holds === 'none is larger') {
    const larger = parts.findIndex((part) => part.people > people);
    const says = `${people} ${label} are fewer than ${said[larger]}`;
    return larger < 0 ? undefined : { refused: 'does not close', sum: label, says };
  }
  const sum = parts.reduce((total, part) => total + part.people, 0);
  const says = `${people} ${label} are not ${said.join(' + ')} = ${sum}`;
  return sum === people ? undefined : { refused: 'does not close', sum: label, says };
};

/** The first sum of a flow that does not close, in the order of the flow; undefined when all of them do. */
export const checkFlow = (flow: FlowCounts): FlowFault | undefined => {
  const empty = flow.arms.find((arm) => peopleOfArm(arm) === undefined);
  if (empty !== undefined) return { refused: 'arm without people', arm: empty.arm };
  return flowSums(flow)
    .map(faultOf)
    .find((fault) => fault !== undefined);
};
