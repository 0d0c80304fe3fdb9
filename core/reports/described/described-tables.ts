import type { ChartScene } from '#core/reports/charts/chart-scene.ts';
import type { TrialData } from '#core/reports/datasets/trial-data.ts';
import type { Table } from '#core/reports/figure.ts';
import { adverseEventTables } from './adverse-event-tables.ts';
import { baselineTable } from './baseline-table.ts';
import { bedsideTable } from './bedside-table.ts';
import { changesByVisit } from './changes-by-visit.ts';
import { exposureTable } from './exposure-table.ts';
import { laboratoryShifts } from './laboratory-shifts.ts';
import { listings } from './listings.ts';

/** The tables that compare nothing, by chapter of the report. */
export interface DescribedTables {
  readonly baseline: readonly Table[];
  readonly exposure: readonly Table[];
  readonly safety: readonly Table[];
  readonly listings: readonly Table[];
}

/** Who took part, what they received, and what happened to them. */
export const describedTables = ({ study, arms, isPooled }: ChartScene, data: TrialData): DescribedTables => {
  const { participants, measurements, adverseEvents, bedside } = data;
  return {
    baseline: [baselineTable(study, participants, measurements, arms)],
    exposure: [exposureTable(participants, arms, isPooled)],
    safety: [
      ...adverseEventTables(study, participants, adverseEvents, arms),
      laboratoryShifts(study, measurements, arms),
      changesByVisit(study, measurements, arms),
      bedsideTable(study, bedside, arms),
    ],
    listings: listings(participants, adverseEvents),
  };
};
