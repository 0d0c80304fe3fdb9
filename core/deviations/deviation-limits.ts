/** From where on a deviation is one, where the protocol does not say it. All are assumptions that a study may replace. */
export interface DeviationLimits {
  /** Days after a visit or an act within which it is to be entered, and before which nothing counts as missing. */
  readonly daysToEnter: number;
  /** Days after its start within which an adverse event is to be entered. */
  readonly daysToEnterEvent: number;
  /** The same of a serious one. The rule is 24 hours from awareness, which is not recorded. */
  readonly daysToEnterSeriousEvent: number;
  readonly daysToCorrect: number;
  /** Days from its planned one on which a dose may be given where no visit is planned on that day. */
  readonly daysAroundDose: number;
  /** Percent by which an amount may differ from plan and weight. */
  readonly percentOfAmount: number;
  /** Days for which a weight holds. */
  readonly daysOfWeight: number;
  /** Days from preparation to giving that are borne as a minor deviation. */
  readonly daysFromPreparation: number;
  readonly daysFromEnrolment: number;
  /** Percent of the planned units that are to be taken at least, and may be taken at most. */
  readonly leastTaken: number;
  readonly mostTaken: number;
  /** Days between the last visit and a withdrawal. */
  readonly daysToLastVisit: number;
  /** Visits that somebody has missed who is lost. */
  readonly missedBeforeLost: number;
  /** Days after the window of the last visit within which participation is to be ended. */
  readonly daysToEnd: number;
}

/** What is taken where nobody says otherwise: customs of trials, none of them from the records of the founding trials. */
export const usualLimits: DeviationLimits = {
  daysToEnter: 7,
  daysToEnterEvent: 7,
  daysToEnterSeriousEvent: 1,
  daysToCorrect: 30,
  daysAroundDose: 1,
  percentOfAmount: 10,
  daysOfWeight: 14,
  daysFromPreparation: 1,
  daysFromEnrolment: 21,
  leastTaken: 80,
  mostTaken: 120,
  daysToLastVisit: 28,
  missedBeforeLost: 2,
  daysToEnd: 30,
};
