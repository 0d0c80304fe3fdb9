import type { Moment } from '#core/record/envelope.ts';

/** Moments from which a duty to report may count. */
export interface SafetyStamps {
  /** The investigator learnt of the event. */
  readonly awareness?: Moment;
  /** The sponsor first received it. */
  readonly receipt?: Moment;
  /** The sponsor decided that it is serious, unexpected and suspected. */
  readonly determination?: Moment;
  /** It became fatal or life-threatening after the first report. */
  readonly worsened?: Moment;
  /** More was learnt of an event that had been reported. */
  readonly followUp?: Moment;
  /** An urgent safety measure was taken. */
  readonly measure?: Moment;
}

export type Causality = 'related' | 'not related';

/** One adverse event as a duty to report sees it. Opinions on its cause are both kept; the more cautious counts. */
export interface SafetyCase {
  readonly isSerious: boolean;
  readonly isExpected: boolean;
  readonly isFatalOrLifeThreatening: boolean;
  readonly byInvestigator: Causality;
  readonly bySponsor: Causality | undefined;
  readonly stamps: SafetyStamps;
}

/** A sponsor may add a suspicion and never takes the investigator's away. */
export const isSuspected = ({ byInvestigator, bySponsor }: SafetyCase): boolean =>
  byInvestigator === 'related' || bySponsor === 'related';

/** A suspected unexpected serious adverse reaction. */
export const isSusar = (event: SafetyCase): boolean => event.isSerious && !event.isExpected && isSuspected(event);
