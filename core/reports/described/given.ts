import type { AdverseEventData } from '#core/reports/datasets/adverse-event-data.ts';
import type { BedsideData } from '#core/reports/datasets/bedside-data.ts';
import type { MeasurementData } from '#core/reports/datasets/measurement-data.ts';
import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Figure, Table } from '#core/reports/figure.ts';

export const twoArms = [{ id: 'cells' }, { id: 'placebo' }] as const;

/** Somebody of an arm who was treated on day 0 and seen for a year less a quarter day. */
export const someone = (participant: string, arm: string, more: Partial<ParticipantData> = {}): ParticipantData => ({
  participant,
  site: 'one',
  stratum: 'all',
  arm,
  armReceived: arm,
  treated: true,
  perProtocol: true,
  age: 30,
  sex: 'female',
  dosesPlanned: 2,
  dosesReceived: 2,
  firstDose: 0,
  lastDose: 7,
  discontinued: undefined,
  ended: undefined,
  lastSeen: 364,
  isCorrected: false,
  records: [`participant/${participant}#5/slot`],
  ...more,
});

/** An event under treatment that is neither serious nor related. */
export const event = (participant: string, arm: string, more: Partial<AdverseEventData> = {}): AdverseEventData => ({
  participant,
  arm,
  term: 'Headache',
  class: 'Nervous system disorders',
  grade: 1,
  serious: false,
  related: false,
  fatal: false,
  action: 'none',
  outcome: 'recovered',
  start: 3,
  end: 4,
  isFromAllocation: true,
  recordedSerious: false,
  emergent: 'true',
  interest: [],
  record: `participant/${participant}#9/adverse-event.1`,
  ...more,
});

/** A value of ALT at a visit. */
export const measured = (participant: string, arm: string, more: Partial<MeasurementData> = {}): MeasurementData => ({
  participant,
  arm,
  visit: 'baseline',
  day: 0,
  isBaseline: true,
  measure: 'ALT',
  value: 20,
  unit: 'U/L',
  words: undefined,
  low: undefined,
  high: 40,
  place: 'normal',
  records: [`participant/${participant}#6/ALT`],
  ...more,
});

/** A pulse at one moment of the first infusion. */
export const reading = (participant: string, arm: string, more: Partial<BedsideData> = {}): BedsideData => ({
  participant,
  arm,
  dose: 'infusion',
  number: 1,
  moment: 'before',
  day: 0,
  time: '09:00',
  item: 'heart-rate',
  value: 70,
  unit: '/min',
  record: `participant/${participant}#7/reading`,
  ...more,
});

/** What a row of a table shows, cell by cell; undefined where there is no such row. */
export const shown = ({ rows }: Table, label: string): readonly string[] | undefined =>
  rows.find((row) => row.label === label)?.cells.map(({ value }) => value);

/** One cell. */
export const figureOf = ({ rows }: Table, id: string): Figure | undefined =>
  rows.flatMap(({ cells }) => cells).find((cell) => cell.id === id);
