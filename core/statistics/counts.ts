/** How many participants of a group had the event. */
export interface Counts {
  readonly events: number;
  readonly of: number;
}

/** Why a method of counts gives no number. */
export type CountsProblem =
  | 'not a whole number'
  | 'negative count'
  | 'no participants'
  | 'more events than participants'
  | 'too many participants'
  | 'confidence not between 0 and 1';

/** No number, and why: never NaN, never a silent zero. */
export interface NotEstimable<Reason extends string = CountsProblem> {
  readonly notEstimable: Reason;
}

/** Above this the exact methods would take noticeably long; far above any trial. */
export const mostParticipants = 1_000_000;

const problemOf = ({ events, of }: Counts): CountsProblem | undefined => {
  if (!Number.isInteger(events) || !Number.isInteger(of)) return 'not a whole number';
  if (events < 0 || of < 0) return 'negative count';
  if (of === 0) return 'no participants';
  if (events > of) return 'more events than participants';
  return of > mostParticipants ? 'too many participants' : undefined;
};

/** The first thing that keeps these groups, at this confidence, from being estimated, in the order of `CountsProblem`. */
export const refuseCounts = (groups: readonly Counts[], confidence = 0.95): NotEstimable | undefined => {
  for (const group of groups) {
    const problem = problemOf(group);
    if (problem !== undefined) return { notEstimable: problem };
  }
  return confidence > 0 && confidence < 1 ? undefined : { notEstimable: 'confidence not between 0 and 1' };
};
