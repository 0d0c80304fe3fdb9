import type { Due, DutyState } from '#core/safety/clocks/reporting-clock.ts';

/** Something that somebody has to do for the safety of a participant. */
export interface SafetyDuty {
  readonly participant: string;
  readonly site: string;
  /** The record of the event, or the report of the pregnancy. */
  readonly record: string;
  /** The id of a clock rule, or what is to be done where no clock runs. */
  readonly duty: string;
  readonly what: string;
  readonly who: 'investigator' | 'safety physician';
  /** Undefined where nothing says until when. */
  readonly due: Due | undefined;
  readonly state: DutyState;
}

/** A duty as one family of rules finds it: whose it is, is added to all alike. */
export type FoundDuty = Omit<SafetyDuty, 'participant' | 'site'>;
