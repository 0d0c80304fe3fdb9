import type { Participant } from './participant.ts';

/** Two folds of one person: what the public log says, and that with the sealed one. */
export interface Folds {
  readonly masked: Participant;
  readonly unmasked: Participant;
}

const isFollowed = ({ allocated, ended }: Participant): boolean => allocated !== undefined && ended === undefined;

/** The people of a trial by what is known of them: everybody, one of them, and those who are asked about together. */
export const openRoll = (everyone: () => readonly string[], current: (id: string) => Folds) => {
  const whose = (is: (masked: Participant) => boolean): readonly string[] =>
    everyone().filter((id) => is(current(id).masked));
  return {
    everyone: (): readonly Participant[] => everyone().map((id) => current(id).unmasked),
    /** Everybody as those who are masked see them. */
    seen: (): readonly Participant[] => everyone().map((id) => current(id).masked),
    masked: (id: string): Participant => current(id).masked,
    unmasked: (id: string): Participant => current(id).unmasked,
    brokenCodes: (): ReadonlySet<string> => new Set(whose(({ codeBrokenOn }) => codeBrokenOn !== undefined)),
    /** Those who were allocated and whose participation has not ended; of all sites unless one is named. */
    followed: (at?: string): readonly string[] =>
      whose((masked) => isFollowed(masked) && (at === undefined || masked.site === at)),
    /** Those of them of whom one of these visits is neither held nor missed. */
    awaited: (visits: readonly string[]): readonly string[] =>
      whose((masked) => isFollowed(masked) && !visits.every((visit) => masked.visits.has(visit))),
  };
};
