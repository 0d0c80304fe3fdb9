import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import type { ChartScene } from '#core/reports/charts/chart-scene.ts';
import type { Membership } from '#core/reports/value-rows.ts';
import { type AdverseEventData, adverseEventData, adverseEventSet } from './adverse-event-data.ts';
import { type BaselineData, baselineData, baselineSet } from './baseline-data.ts';
import { type BedsideData, bedsideData, bedsideSet } from './bedside-data.ts';
import type { DataSet } from './data-set.ts';
import { type DeviationData, deviationData, deviationSet } from './deviation-data.ts';
import { type DoseData, doseData, doseSet } from './dose-data.ts';
import { type FactorData, factorData, factorSet } from './factor-data.ts';
import { type MeasurementData, measurementData, measurementSet } from './measurement-data.ts';
import { type ParticipantData, participantData, participantSet } from './participant-data.ts';
import { type ScreeningData, screeningData, screeningSet } from './screening-data.ts';
import { type VisitData, visitData, visitSet } from './visit-data.ts';

/** What tables are counted from, and statisticians get: everybody who was allocated, and all that was seen of them. */
export interface TrialData {
  readonly participants: readonly ParticipantData[];
  readonly measurements: readonly MeasurementData[];
  readonly adverseEvents: readonly AdverseEventData[];
  readonly doses: readonly DoseData[];
  readonly bedside: readonly BedsideData[];
  readonly screening: readonly ScreeningData[];
  readonly visits: readonly VisitData[];
  readonly deviations: readonly DeviationData[];
  readonly factors: readonly FactorData[];
  readonly baselines: readonly BaselineData[];
}

/** Where the data of a trial come from. */
export interface DataSources {
  readonly scene: ChartScene;
  readonly participants: readonly Participant[];
  readonly deviations: readonly Deviation[];
  readonly memberOf: (participant: string) => Membership;
}

/** The data of a trial. Safety counts people by the arm that they received. */
export const trialData = ({ scene, participants: all, deviations, memberOf }: DataSources): TrialData => {
  const participants = participantData(scene, memberOf);
  const received = new Map(participants.map(({ participant, armReceived }) => [participant, armReceived]));
  return {
    participants,
    measurements: measurementData(scene),
    adverseEvents: adverseEventData(scene, (participant) => received.get(participant) ?? ''),
    doses: doseData(scene),
    bedside: bedsideData(scene),
    screening: screeningData(scene.study, all),
    visits: visitData(scene.study, all),
    deviations: deviationData(all, deviations),
    factors: factorData(scene, all),
    baselines: baselineData(scene),
  };
};

/** The same as tables, in the order in which they are read. */
export const dataSets = (data: TrialData): readonly DataSet[] => [
  participantSet(data.participants),
  measurementSet(data.measurements),
  adverseEventSet(data.adverseEvents),
  doseSet(data.doses),
  bedsideSet(data.bedside),
  screeningSet(data.screening),
  visitSet(data.visits),
  deviationSet(data.deviations),
  factorSet(data.factors),
  baselineSet(data.baselines),
];
