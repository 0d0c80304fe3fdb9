import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import type { Moment } from '#core/record/envelope.ts';
import { type ClockRule, clockRules } from './clock-rules.ts';
import { secondsOf, writeInstant } from './instant.ts';
import type { SafetyCase } from './safety-case.ts';

/** Until when: to the second where hours count, to the end of a day of the calendar where days do. */
export type Due =
  | { readonly by: 'instant'; readonly instant: string }
  | { readonly by: 'end of day'; readonly date: string };

/** A duty that an event brings; without a stamp to count from it has not begun. */
export interface ReportingDuty {
  readonly rule: ClockRule;
  readonly from: Moment | undefined;
  readonly due: Due | undefined;
}

const dayOf = ({ date }: Pick<Moment, 'date'>): number => {
  const day = readDay(date);
  if (day === undefined) throw new Error(`"${date}" is no date`);
  return day;
};

const dueFrom = (from: Moment, { within }: ClockRule): Due =>
  'hours' in within
    ? { by: 'instant', instant: writeInstant(secondsOf(from) + within.hours * 3600) }
    : { by: 'end of day', date: writeDay(dayOf(from) + within.days) };

/**
 * The duties to report that an event brings, in the order of the rules. The day of a stamp is day 0: what is received on
 * the 1st and due in 7 days is due through the 8th, where the recipient stands. Both zeros of the United States are kept:
 * receipt for 7 days, determination for 15.
 */
export const reportingDuties = (
  event: SafetyCase,
  rules: readonly ClockRule[] = clockRules,
): readonly ReportingDuty[] =>
  rules
    .filter((rule) => rule.applies(event))
    .map((rule) => {
      const from = rule.from.map((stamp) => event.stamps[stamp]).find((stamp) => stamp !== undefined);
      return { rule, from, due: from && dueFrom(from, rule) };
    });

export type DutyState = 'not begun' | 'open' | 'due soon' | 'late' | 'done' | 'done late';

/** In the last quarter of its time a duty is due soon: of 24 hours from the 18th on. */
const soon = 0.75;

const elapsedShare = ({ rule, from }: ReportingDuty, at: Moment): number => {
  if (from === undefined) return 0;
  const { within } = rule;
  return 'hours' in within
    ? (secondsOf(at) - secondsOf(from)) / (within.hours * 3600)
    : (dayOf(at) - dayOf(from)) / within.days;
};

/** How a duty stands at a moment, or once it was done: a report that came late stays late. */
export const stateOf = (duty: ReportingDuty, now: Moment, done?: Moment): DutyState => {
  if (done !== undefined) return elapsedShare(duty, done) > 1 ? 'done late' : 'done';
  if (duty.from === undefined) return 'not begun';
  const share = elapsedShare(duty, now);
  if (share > 1) return 'late';
  return share >= soon ? 'due soon' : 'open';
};
