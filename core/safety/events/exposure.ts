import type { Participant } from '#core/conduct/participant.ts';
import { looksOf } from '#core/conduct/visible-doses.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';

/** The days on which somebody was treated, in their order; or that nobody may know them before the unblinding. */
export type Exposure = readonly Day[] | 'not known';

/**
 * Doses at the site, and medicine for the home on the day on which it was handed out, as if the first were taken on that
 * day. Where treatment would tell the arm and the arm is not known here, neither is the treatment.
 */
export const exposureOf = ({ definition }: Study, { arm, doses, dispensed }: Participant): Exposure => {
  if (looksOf(definition) === 'unlike' && arm === undefined) return 'not known';
  return [...doses, ...dispensed].flatMap(({ on }) => readDay(on) ?? []).toSorted((a, b) => a - b);
};
