import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { BedsideReading } from './bedside-event.ts';
import type { DoseCourse } from './dose-course.ts';

/** Cells and placebo alike, vital signs every 15 minutes while they run and for two hours after. */
export const study = g.shipped('nct03673748');
const on = '2026-06-01';
export const hour: DoseCourse = { started: '09:00', stopped: '10:00' };

export const given = (course: DoseCourse | undefined = hour): ParticipantEvent => ({
  type: 'dose given',
  dose: 'cell-infusion',
  number: 1,
  on,
  planned: on,
  amount: '1',
  unit: 'bag',
  ...(course === undefined ? {} : { course }),
});

/** `reading('before', '08:50', 'systolic-pressure 128 mm[Hg]')`; without a point it lies in between. */
export const reading = (point: string | undefined, at: string, ...items: readonly string[]): BedsideReading => ({
  ...(point === undefined ? {} : { point }),
  on,
  at,
  items: g.entries(...items),
});

export const observed = (...readings: readonly BedsideReading[]): ParticipantEvent => ({
  type: 'dose observed',
  dose: 'cell-infusion',
  number: 1,
  readings,
});
