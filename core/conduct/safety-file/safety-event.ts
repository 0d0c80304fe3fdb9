import type { Moment } from '#core/record/envelope.ts';
import type { Causality } from '#core/safety/clocks/safety-case.ts';
import type { Grade } from '#core/safety/ctcae/grade.ts';

/** Why an event is serious: ICH E2A II B. Serious is not severe: a grade says nothing of it. */
export type SeriousnessCriterion =
  | 'death'
  | 'life-threatening'
  | 'hospitalisation'
  | 'disability'
  | 'congenital anomaly'
  | 'other medically important';

/** How likely it is that the treatment brought an event about, in the five words of many forms. */
export type Likelihood = 'unrelated' | 'unlikely' | 'possible' | 'probable' | 'definite';

export type EventGrade = Exclude<Grade, 0>;

export type ActionTaken = 'none' | 'dose reduced' | 'interrupted' | 'stopped' | 'not applicable' | 'unknown';

export type EventOutcome = 'recovered' | 'recovering' | 'not recovered' | 'sequelae' | 'fatal' | 'unknown';

/** What an investigator says of an adverse event beyond its record: concept, start and end stand there. */
export interface EventAnswers {
  /** The coded term, where events are coded: "Herpes zoster". */
  readonly term?: string;
  readonly grade: EventGrade;
  /** The scale of the grade: "CTCAE v5.0". */
  readonly scale: string;
  /** None for an event that is not serious. */
  readonly seriousness: readonly SeriousnessCriterion[];
  /** Whether there is a reasonable possibility that the treatment of the trial brought it about. */
  readonly causality: Causality;
  readonly likelihood?: Likelihood;
  /** The same of a procedure of the trial: a biopsy, an infusion line. */
  readonly byProcedure: Causality;
  /** What was done with the treatment. */
  readonly action: ActionTaken;
  readonly outcome: EventOutcome;
}

export type Expectedness = 'expected' | 'unexpected' | 'not known';

export type PregnancyOutcome =
  | 'live birth'
  | 'live birth with anomaly'
  | 'stillbirth'
  | 'miscarriage'
  | 'ectopic pregnancy'
  | 'termination'
  | 'not known';

export type PregnancyTest = 'urine hCG' | 'serum hCG' | 'ultrasound' | 'none';

/** What is asked of a pregnancy; of a partner only with her agreement. Dates may be partial. */
export interface PregnancyDetails {
  readonly lastPeriod?: string;
  readonly conception?: string;
  readonly test?: PregnancyTest;
}

/**
 * What becomes of adverse events and pregnancies. The moments stand in the event, since clocks count from them: one that
 * is told after an unblinding keeps its own.
 */
export type SafetyEvent =
  /** `awareness`: the investigator learnt of it; `received`: the sponsor has it. */
  | {
      readonly type: 'event reported';
      readonly record: string;
      readonly awareness: Moment;
      readonly received: Moment;
      readonly said: EventAnswers;
    }
  | {
      readonly type: 'event followed up';
      readonly record: string;
      readonly awareness: Moment;
      readonly received: Moment;
      readonly changed: Partial<EventAnswers>;
      readonly learnt: string;
    }
  /** Expectedness as the reference safety information said at that moment. */
  | {
      readonly type: 'event assessed';
      readonly record: string;
      readonly determined: Moment;
      readonly causality: Causality;
      readonly expectedness: Expectedness;
    }
  | { readonly type: 'report sent'; readonly record: string; readonly duty: string; readonly sent: Moment }
  | ({
      readonly type: 'pregnancy reported';
      readonly of: 'participant' | 'partner';
      readonly awareness: Moment;
      readonly received: Moment;
    } & PregnancyDetails)
  | {
      readonly type: 'pregnancy ended';
      readonly pregnancy: string;
      readonly outcome: PregnancyOutcome;
      readonly on: string;
    };

export const safetyEvents: readonly string[] = [
  'event reported',
  'event followed up',
  'event assessed',
  'report sent',
  'pregnancy reported',
  'pregnancy ended',
] satisfies readonly SafetyEvent['type'][];

/** Tells what became of an adverse event or a pregnancy from whatever else happens to a participant. */
export const isSafetyEvent = (event: { readonly type: string }): event is SafetyEvent =>
  safetyEvents.includes(event.type);
