import type { Moment } from '#core/record/envelope.ts';
import type { Causality } from '#core/safety/clocks/safety-case.ts';
import type { EventAnswers, PregnancyDetails, PregnancyOutcome } from './safety-event.ts';

/** What may be asked for an adverse event, by the id of its record, and for a pregnancy, by the id of its report. */
export type SafetyCommand =
  | {
      readonly type: 'report event';
      readonly record: string;
      readonly awareness: Moment;
      readonly said: EventAnswers;
    }
  | {
      readonly type: 'follow up event';
      readonly record: string;
      readonly awareness: Moment;
      readonly changed: Partial<EventAnswers>;
      readonly learnt: string;
    }
  | { readonly type: 'assess event'; readonly record: string; readonly causality: Causality }
  | { readonly type: 'record report sent'; readonly record: string; readonly duty: string; readonly sent: Moment }
  | ({
      readonly type: 'report pregnancy';
      readonly of: 'participant' | 'partner';
      readonly awareness: Moment;
      /** Whether the partner agreed that details are recorded; asked of a partner alone. */
      readonly agreed?: boolean;
    } & PregnancyDetails)
  | {
      readonly type: 'record pregnancy outcome';
      readonly pregnancy: string;
      readonly outcome: PregnancyOutcome;
      readonly on: string;
    };

export const safetyCommands = [
  'report event',
  'follow up event',
  'assess event',
  'record report sent',
  'report pregnancy',
  'record pregnancy outcome',
] as const satisfies readonly SafetyCommand['type'][];

/** Tells what is asked for safety from whatever else is asked for a participant. */
export const isSafetyCommand = (command: { readonly type: string }): command is SafetyCommand =>
  safetyCommands.some((each) => each === command.type);
