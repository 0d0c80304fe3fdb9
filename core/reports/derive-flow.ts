import type { Participant } from '#core/conduct/participant.ts';
import { looksOf } from '#core/conduct/visible-doses.ts';
import type { Study } from '#core/study/study.ts';
import type { FlowArm, FlowCounts, FlowPart, FlowReason } from './flow-counts.ts';
import { exclusionReasons, hasReceived, placeOf, placesBefore, wordOf } from './participant-flow.ts';

type FlowPeople = readonly Participant[];

const endings = {
  completed: 'completed the study',
  withdrawn: 'withdrew',
  'lost to follow-up': 'lost to follow-up',
  died: 'died',
} as const;

const howEnded = ({ ended }: Participant): string =>
  Object.entries(endings).find(([how]) => how === ended?.how)?.[1] ?? 'still followed';

/** FlowPeople by what is said of each, the most frequent first and otherwise in the order in which they came. */
const reasonsFor = (people: FlowPeople, says: (participant: Participant) => string): readonly FlowReason[] =>
  [...Map.groupBy(people, says)]
    .map(([reason, group]) => ({ reason, people: group.length }))
    .toSorted((a, b) => b.people - a.people);

const part = (place: string, people: FlowPeople, says?: (participant: Participant) => string): FlowPart => ({
  place,
  people: people.length,
  ...(says === undefined || people.length === 0 ? {} : { reasons: reasonsFor(people, says) }),
});

/** Somebody who left says more than the place in which they stood; nobody left, nothing is said. */
const leftOf = (place: string, people: FlowPeople): FlowPart =>
  part(place, people, people.some(({ ended }) => ended !== undefined) ? howEnded : undefined);

const notEligible = (study: Study, people: FlowPeople): FlowPart => ({
  place: 'not eligible',
  people: people.length,
  reasons: exclusionReasons(study, people).rows.map(({ label, cells }) => ({
    reason: label,
    people: Number(cells[0]?.value),
  })),
  mayOverlap: true,
});

const notAllocated = (study: Study, participants: FlowPeople): readonly FlowPart[] =>
  placesBefore.flatMap((place) => {
    const people = participants.filter((participant) => placeOf(participant) === place);
    if (people.length === 0) return [];
    if (place === 'not eligible') return [notEligible(study, people)];
    return [leftOf(place.replace('allocated', wordOf(study)), people)];
  });

const whyNotReceived = (participant: Participant): string =>
  participant.discontinued?.why ??
  participant.missedDoses[0]?.why ??
  (participant.ended === undefined ? 'not yet treated' : howEnded(participant));

const ended = (people: FlowPeople): readonly FlowPart[] =>
  [...Object.values(endings), 'still followed'].map((place) =>
    part(
      place,
      people.filter((participant) => howEnded(participant) === place),
    ),
  );

/**
 * Who enters the first analysis of the study, once nobody of the arm is followed any more. Nothing is said of a
 * population that hangs on more than the flow.
 */
const analysed = (study: Study, people: FlowPeople, treatable: boolean): Pick<FlowArm, 'analysed' | 'notAnalysed'> => {
  const population = study.definition.analyses[0]?.population;
  const isOver = people.every((participant) => participant.ended !== undefined);
  if (!isOver || population === 'per protocol' || population === undefined) return {};
  if (population !== 'treated' || !treatable) return { analysed: people.length };
  const untreated = people.filter((participant) => !hasReceived(participant));
  return {
    analysed: people.length - untreated.length,
    notAnalysed: part('not analysed', untreated, () => 'never treated'),
  };
};

const treatment = (people: FlowPeople): Pick<FlowArm, 'received' | 'notReceived' | 'discontinued'> => {
  const [treated, untreated] = [people.filter(hasReceived), people.filter((each) => !hasReceived(each))];
  const stopped = people.filter(({ discontinued }) => discontinued !== undefined);
  return {
    received: treated.length,
    notReceived: part('not treated', untreated, whyNotReceived),
    discontinued: part('discontinued treatment', stopped, ({ discontinued }) => discontinued?.why ?? ''),
  };
};

const armOf = (study: Study, arm: string, title: string, people: FlowPeople, treatable: boolean): FlowArm => ({
  arm,
  title,
  allocated: people.length,
  ...(treatable ? treatment(people) : {}),
  ended: ended(people),
  ...analysed(study, people, treatable),
});

const notTold = 'arm not told';

/** While the arm of one is not told all stand in one column: a code break of some must not part them from the others. */
const untold = (study: Study, people: FlowPeople): readonly FlowArm[] => {
  // Where doses would tell the arm they are kept from the open log, and nothing can be said of them.
  const isVisible = looksOf(study.definition) === 'alike';
  return [armOf(study, notTold, 'Arm not told yet', people, isVisible)];
};

/**
 * The participant flow of a study, of folded participants alone: screened, allocated, treated, followed, analysed. An
 * arm without doses has nothing to receive; in a masked study nobody is counted in an arm before it is told.
 */
export const deriveFlow = (study: Study, participants: FlowPeople): FlowCounts => {
  const allocated = participants.filter((participant) => placeOf(participant) === 'allocated');
  const secret = allocated.filter(({ arm }) => arm === undefined);
  const arms = secret.length === 0 ? study.definition.arms : [];
  return {
    trial: study.definition.id,
    how: wordOf(study),
    screened: participants.length,
    notAllocated: notAllocated(study, participants),
    allocated: allocated.length,
    outsideArms: [],
    arms: [
      ...arms.map(({ id, title, doses }) =>
        armOf(
          study,
          id,
          title,
          allocated.filter((each) => each.arm === id),
          doses.length > 0,
        ),
      ),
      ...(secret.length === 0 ? [] : untold(study, allocated)),
    ],
  };
};
