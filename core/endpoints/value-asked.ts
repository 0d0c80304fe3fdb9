import type { Participant } from '#core/conduct/participant.ts';
import type { Chart } from '#core/criteria/chart.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

/** One participant's endpoint at a visit: what strategies and policies need to know. */
export interface ValueAsked {
  readonly endpoint: Endpoint;
  readonly study: Study;
  readonly participant: Participant;
  readonly chart: Chart;
  readonly at: string | undefined;
}
