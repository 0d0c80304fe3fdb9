import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';
import { allParticipants } from './charts/chart-scene.ts';

/** A column of a table by arm. */
export interface ToldArm {
  readonly id: string;
  readonly title: string;
  readonly holds: (arm: string | undefined) => boolean;
}

/**
 * The arms that a reader may see: those of the study, or, as soon as that of one participant is not told, all participants as one group.
 * A masked table with a column for each arm would tell by what is missing.
 */
export const toldArms = ({ definition }: Study, participants: readonly Participant[]): readonly ToldArm[] => {
  const isPooled = participants.some(({ allocated, arm }) => allocated !== undefined && arm === undefined);
  return isPooled
    ? [{ id: allParticipants, title: allParticipants, holds: () => true }]
    : definition.arms.map(({ id, title }) => ({ id, title, holds: (arm) => arm === id }));
};
