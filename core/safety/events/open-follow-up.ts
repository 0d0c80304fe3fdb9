import { type EventFile, lastVersion } from '#core/conduct/safety-file/safety-file.ts';
import type { Moment } from '#core/record/envelope.ts';
import { isBefore, secondsOf } from '#core/safety/clocks/instant.ts';

/** What more was learnt since the authorities were told, and when they were told of that. */
export interface FollowUpRound {
  readonly from: Moment;
  readonly sent: Moment | undefined;
}

const first = new Set(['us-7-days', 'us-15-days']);
const again = 'us-follow-up';

/**
 * The latest round of follow-up: it begins with the first that was received after the last report, and ends with the
 * next. What was received before the first report to an authority went into that; until then there is none.
 */
export const openFollowUp = (file: EventFile): FollowUpRound | undefined => {
  const sent = file.sent.toSorted((a, b) => secondsOf(a.sent) - secondsOf(b.sent));
  const initial = sent.find(({ duty }) => first.has(duty))?.sent;
  if (initial === undefined || !isBefore(initial, lastVersion(file).received)) return undefined;
  const learnt = file.versions.map(({ received }) => received);
  const answers = sent.filter(({ duty }) => duty === again).map((each) => each.sent);
  let round: FollowUpRound | undefined;
  for (let after: Moment | undefined = initial; after !== undefined; after = round?.sent) {
    const since: Moment = after;
    const from = learnt.find((received) => isBefore(since, received));
    if (from === undefined) break;
    round = { from, sent: answers.find((answer) => !isBefore(answer, from)) };
  }
  return round;
};
