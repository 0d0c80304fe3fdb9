/** So many people for a reason, in words. */
export interface FlowReason {
  readonly reason: string;
  readonly people: number;
}

/** People who stand in one place of a flow, and why, where that is known. */
export interface FlowPart {
  readonly place: string;
  readonly people: number;
  /** Each person under exactly one of them, unless `mayOverlap`. */
  readonly reasons?: readonly FlowReason[];
  /** Somebody may stand under several reasons, such as criteria that failed. */
  readonly mayOverlap?: boolean;
}

/** What happened in one arm. What is not known, or was not published, is absent. */
export interface FlowArm {
  readonly arm: string;
  readonly title: string;
  readonly allocated?: number;
  readonly received?: number;
  readonly notReceived?: FlowPart;
  readonly discontinued?: FlowPart;
  /** How participation ended, and those still followed: each person of the arm in one place. */
  readonly ended?: readonly FlowPart[];
  readonly analysed?: number;
  readonly notAnalysed?: FlowPart;
}

/**
 * The numbers of a participant flow as the CONSORT statement asks for it, with or without the participants behind them:
 * a diagram can be made from published counts alone.
 */
export interface FlowCounts {
  readonly trial: string;
  readonly how: 'randomised' | 'assigned';
  readonly screened: number;
  /** Screened and not allocated, each person in one place. */
  readonly notAllocated: readonly FlowPart[];
  readonly allocated: number;
  /** Allocated and counted in no arm below, such as those whose arm was not published. */
  readonly outsideArms: readonly FlowPart[];
  readonly arms: readonly FlowArm[];
}
