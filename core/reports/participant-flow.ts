import type { Participant } from '#core/conduct/participant.ts';
import { recordId } from '#core/conduct/trial-event.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { toldArms } from './told-arms.ts';

type Place =
  | 'declined'
  | 'not eligible'
  | 'information missing'
  | 'eligible, not enrolled'
  | 'enrolled, not allocated'
  | 'allocated'
  | 'left during screening'
  | 'in screening';

/** Where each person stands: exactly one place, so that the flow closes by construction and is checked all the same. */
export const placeOf = (participant: Participant): Place => {
  if (participant.allocated !== undefined) return 'allocated';
  if (participant.declinedOn !== undefined) return 'declined';
  if (participant.enrolledOn !== undefined) return 'enrolled, not allocated';
  if (participant.assessed === undefined)
    return participant.ended === undefined ? 'in screening' : 'left during screening';
  const { verdict } = participant.assessed;
  switch (verdict) {
    case 'not eligible':
      return 'not eligible';
    case 'needs information':
      return 'information missing';
    case 'eligible':
      return 'eligible, not enrolled';
    default:
      return verdict satisfies never;
  }
};

const identity = (participant: Participant): string => recordId(participant.id ?? '', 1, 'identified');

const counted = (
  id: string,
  label: string,
  group: readonly Participant[],
  rest: (participant: Participant) => string = identity,
): Figure => ({
  id,
  label,
  value: String(group.length),
  rests: group.map(rest),
  numbers: { people: group.length },
});

/** The assessment of eligibility, where a person's place rests on it. */
const assessment = (participant: Participant): string =>
  participant.acts.get('eligibility assessed') ?? last(participant);

const last = (participant: Participant): string => recordId(participant.id ?? '', participant.version, 'last');

/** The places short of allocation, in the order in which they are shown. */
export const placesBefore = [
  'declined',
  'not eligible',
  'information missing',
  'eligible, not enrolled',
  'left during screening',
  'in screening',
  'enrolled, not allocated',
] as const satisfies readonly Place[];

const places: readonly Place[] = [...placesBefore, 'allocated'];

/** What puts a person into a place: the assessment, the randomisation, or else the last thing that happened. */
const says = (place: Place): ((participant: Participant) => string) => {
  if (place === 'not eligible' || place === 'information missing' || place === 'eligible, not enrolled')
    return assessment;
  return (participant) => (place === 'allocated' ? participant.allocated?.record : undefined) ?? last(participant);
};

/** How people come to their arms, in a word: by chance or otherwise. */
export const wordOf = ({ definition }: Study): 'randomised' | 'assigned' =>
  isByChance(definition.allocation) ? 'randomised' : 'assigned';

/** Screening: everyone identified stands in exactly one place. */
export const screeningFlow = (study: Study, participants: readonly Participant[]): Table => {
  const said = (place: Place): string => place.replace('allocated', wordOf(study));
  const row = (label: string, figure: Figure) => ({ label, cells: [figure] });
  const groups = places.map((place) => ({
    place,
    group: participants.filter((participant) => placeOf(participant) === place),
  }));
  const sum = groups.reduce((total, { group }) => total + group.length, 0);
  if (sum !== participants.length)
    throw new Error(`the flow does not close: ${sum} places for ${participants.length} people`);
  return {
    id: 'flow',
    title: 'Participant flow',
    columns: ['people'],
    rows: [
      row('screened', counted('flow/screened', 'people screened', participants)),
      ...groups
        .filter(({ place, group }) => group.length > 0 || place === 'allocated')
        .map(({ place, group }) => {
          const id = `flow/${said(place).replaceAll(/,? /g, '-')}`;
          return row(said(place), counted(id, `people: ${said(place)}`, group, says(place)));
        }),
    ],
  };
};

/** Why people were not eligible: a person counts under every criterion that failed. */
export const exclusionReasons = (study: Study, participants: readonly Participant[]): Table => {
  const excluded = participants.filter((participant) => placeOf(participant) === 'not eligible');
  const rows = study.criteria.flatMap((criterion) => {
    const failed = excluded.filter((participant) =>
      participant.assessed?.found.some((each) => each.criterion === criterion.id && each.result === 'fails'),
    );
    if (failed.length === 0) return [];
    const figure = counted(`excluded/${criterion.id}`, `people not eligible by ${criterion.id}`, failed, assessment);
    return [
      {
        label: `${criterion.id} ${criterion.title}`,
        cells: [{ ...figure, because: failed.flatMap((participant) => reasons(participant, criterion.id)) }],
      },
    ];
  });
  return { id: 'excluded', title: 'Not eligible, by criterion (a person may fail several)', columns: ['people'], rows };
};

const reasons = (participant: Participant, criterion: string): readonly string[] =>
  (participant.assessed?.found ?? [])
    .filter((each) => each.criterion === criterion)
    .flatMap((each) => each.because.map((because) => `${participant.id}: ${because}`));

interface Stage {
  readonly id: string;
  readonly label: string;
  readonly holds: (participant: Participant) => boolean;
  /** The event that says so; the last one where it is the silence that says it. */
  readonly says?: (participant: Participant) => string | undefined;
}

/** Medicine for the home counts when it was handed out. */
export const hasReceived = ({ doses, dispensed }: Participant): boolean => doses.length + dispensed.length > 0;
const ended =
  (how: string) =>
  (participant: Participant): boolean =>
    participant.ended?.how === how;

const left = (participant: Participant): string | undefined => participant.acts.get('participation ended');

const stages = (word: string): readonly Stage[] => [
  { id: word, label: word, holds: () => true, says: (participant) => participant.allocated?.record },
  {
    id: 'treated',
    label: 'received at least one dose',
    holds: hasReceived,
    says: ({ doses, dispensed }) => doses[0]?.record ?? dispensed[0]?.record,
  },
  { id: 'not-treated', label: 'received none', holds: (participant) => !hasReceived(participant) },
  {
    id: 'discontinued',
    label: 'discontinued treatment',
    holds: (participant) => participant.discontinued !== undefined,
    says: (participant) => participant.acts.get('treatment discontinued'),
  },
  { id: 'completed', label: 'completed the study', holds: ended('completed') },
  { id: 'withdrawn', label: 'withdrew', holds: ended('withdrawn') },
  { id: 'lost', label: 'lost to follow-up', holds: ended('lost to follow-up') },
  { id: 'died', label: 'died', holds: ended('died') },
  { id: 'on-study', label: 'still in the study', holds: (participant) => participant.ended === undefined },
];

/** What happened in each arm after randomisation. */
export const armFlow = (study: Study, participants: readonly Participant[]): Table => {
  const arms = toldArms(study, participants).map((arm) => ({
    ...arm,
    group: participants.filter((each) => each.allocated !== undefined && arm.holds(each.arm)),
  }));
  const rows = stages(wordOf(study)).map(({ id, label, holds, says = left }) => ({
    label,
    cells: arms.map((arm) =>
      counted(
        `flow/${arm.id}/${id}`,
        `${label}, ${arm.id}`,
        arm.group.filter(holds),
        (participant) => says(participant) ?? last(participant),
      ),
    ),
  }));
  return {
    id: 'arms',
    title: wordOf(study) === 'randomised' ? 'After randomisation' : 'After assignment',
    columns: arms.map((arm) => arm.id),
    rows,
  };
};
