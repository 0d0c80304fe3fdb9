import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { deviationKinds } from '#core/deviations/deviation-kinds.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { toldArms } from './told-arms.ts';

/** Who was not allocated, or whose arm is not told. */
const withoutArm = 'no arm';

const figureOf = (kind: string, column: string, own: readonly Deviation[]): Figure => ({
  id: `deviations/${kind.replaceAll(' ', '-')}/${column.replaceAll(' ', '-')}`,
  label: `${kind}, ${column}`,
  value: String(own.length),
  rests: own.map(({ record }) => record),
  numbers: { deviations: own.length },
  because: own.map(({ participant, says }) => `${participant}: ${says}`),
});

/** What happened otherwise than the protocol says, by kind and arm: what is important first, then as often as it came. */
export const deviationTable = (
  study: Study,
  participants: readonly Participant[],
  deviations: readonly Deviation[],
): Table => {
  const told = toldArms(study, participants);
  const allocated = new Map(participants.flatMap(({ id = '', allocated, arm }) => (allocated ? [[id, arm]] : [])));
  const armOf = ({ participant }: Deviation): string =>
    (allocated.has(participant) ? told.find(({ holds }) => holds(allocated.get(participant)))?.id : undefined) ??
    withoutArm;
  const hasOthers = deviations.some((each) => armOf(each) === withoutArm);
  const columns = [...told.map(({ id }) => id), ...(hasOthers ? [withoutArm] : [])];
  const kinds = [...Map.groupBy(deviations, ({ kind }) => kind)].toSorted(([a, ofA], [b, ofB]) => {
    const rank = (kind: keyof typeof deviationKinds): number =>
      deviationKinds[kind].importance === 'important' ? 0 : 1;
    return rank(a) - rank(b) || ofB.length - ofA.length;
  });
  return {
    id: 'deviations',
    title: 'Deviations from the protocol (! important)',
    columns,
    rows: kinds.map(([kind, all]) => ({
      label: deviationKinds[kind].importance === 'important' ? `${kind} !` : kind,
      cells: columns.map((column) =>
        figureOf(
          kind,
          column,
          all.filter((each) => armOf(each) === column),
        ),
      ),
    })),
  };
};
