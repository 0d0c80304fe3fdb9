import type { ChartScene } from '#core/reports/charts/chart-scene.ts';
import type { Membership } from '#core/reports/value-rows.ts';
import { type AdverseEventData, adverseEventData, adverseEventSet } from './adverse-event-data.ts';
import { type BedsideData, bedsideData, bedsideSet } from './bedside-data.ts';
import type { DataSet } from './data-set.ts';
import { type DoseData, doseData, doseSet } from './dose-data.ts';
import { type MeasurementData, measurementData, measurementSet } from './measurement-data.ts';
import { type ParticipantData, participantData, participantSet } from './participant-data.ts';

/** What tables are counted from, and statisticians get: everybody who was allocated, and all that was seen of them. */
export interface TrialData {
  readonly participants: readonly ParticipantData[];
  readonly measurements: readonly MeasurementData[];
  readonly adverseEvents: readonly AdverseEventData[];
  readonly doses: readonly DoseData[];
  readonly bedside: readonly BedsideData[];
}

/** The data of a scene. Safety counts people by the arm that they received. */
export const trialData = (scene: ChartScene, memberOf: (participant: string) => Membership): TrialData => {
  const participants = participantData(scene, memberOf);
  const received = new Map(participants.map(({ participant, armReceived }) => [participant, armReceived]));
  return {
    participants,
    measurements: measurementData(scene),
    adverseEvents: adverseEventData(scene, (participant) => received.get(participant) ?? ''),
    doses: doseData(scene),
    bedside: bedsideData(scene),
  };
};

/** The same as tables, in the order in which they are read. */
export const dataSets = ({
  participants,
  measurements,
  adverseEvents,
  doses,
  bedside,
}: TrialData): readonly DataSet[] => [
  participantSet(participants),
  measurementSet(measurements),
  adverseEventSet(adverseEvents),
  doseSet(doses),
  bedsideSet(bedside),
];
