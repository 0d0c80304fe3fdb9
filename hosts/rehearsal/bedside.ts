import type { BedsideReading } from '#core/conduct/bedside/bedside-event.ts';
import type { DoseCourse } from '#core/conduct/bedside/dose-course.ts';
import { type WatchPoint, watchOf, watchPoints } from '#core/conduct/bedside/watch-points.ts';
import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { GivenDose } from '#core/conduct/participant.ts';
import type { Item } from '#core/measures/instrument.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { WatchDefinition } from '#core/study/schema-watch.ts';
import type { Appointment } from './appointment.ts';
import { answererOf } from './candidates/form-answer.ts';
import type { Followed } from './followed.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const writeTime = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
const minuteOf = (written: string): number => Number(written.slice(0, 2)) * 60 + Number(written.slice(3));

/** Infusions begin early, so that they are over when the day's entries are made; how long they run tells no arm. */
const earliest = 6 * 60;

/** When an administration ran; undefined for one that is not watched. */
export const drawDoseCourse = (
  { study, person, scenario }: Followed,
  dose: string,
  number: number,
): DoseCourse | undefined => {
  if (watchOf(study.definition, dose) === undefined) return undefined;
  const draws = person.draws(`course of ${dose} ${number}`);
  const started = earliest + draws.between(0, 30);
  const length = Math.round(scenario.assumed('infusion minutes')) + draws.between(-15, 15);
  return { started: writeTime(started), stopped: writeTime(started + Math.max(10, length)) };
};

const minuteAt = ({ from, minutes }: WatchPoint, { started, stopped }: DoseCourse): number => {
  if (from === 'before') return minuteOf(started) - 10;
  return minuteOf(from === 'start' ? started : stopped) + minutes;
};

/** What stands on the form of an instrument, moved a little: the upper pressure falls while something runs in. */
const readItem = (followed: Followed, item: Item, point: WatchPoint, key: string): ItemEntry => {
  const { person, scenario } = followed;
  const usual = answererOf(item).answer(person);
  const places = usual.value.includes('.') ? 1 : 0;
  const noise = person.draws(`bedside ${key} ${point.id} ${item.id}`).normal() * 0.02;
  const dip = item.id === 'systolic-pressure' && point.from === 'start' ? scenario.assumed('pressure dip') : 0;
  return Number.isNaN(Number(usual.value))
    ? usual
    : {
        ...usual,
        value: (Number(usual.value) * (1 + (item.id === 'temperature' ? noise / 10 : noise)) - dip).toFixed(places),
      };
};

const readingsOf = (followed: Followed, watch: WatchDefinition, given: GivenDose): readonly BedsideReading[] => {
  const { study, person, scenario } = followed;
  const { course, dose, number, on } = given;
  if (course === undefined) return [];
  const items = watch.measures.flatMap((id) => study.lexicon.measures.get(id)?.instrument?.items ?? []);
  const length = minuteOf(course.stopped) - minuteOf(course.started);
  return watchPoints(watch)
    .filter(({ from, minutes }) => from !== 'start' || minutes <= length)
    .filter(({ id }) => !person.draws(`looks ${dose} ${number} ${id}`).chance(scenario.assumed('reading missed')))
    .map((point) => ({
      point: point.id,
      on,
      at: writeTime(minuteAt(point, course)),
      items: items.map((item) => readItem(followed, item, point, `${dose} ${number}`)),
    }));
};

/** Enters what was read around every administration of which nothing stands yet. */
const enter = (followed: Followed, day: Day): void => {
  const { clerk, study } = followed;
  const { doses, bedside } = clerk.state();
  for (const given of doses) {
    const watch = watchOf(study.definition, given.dose);
    const isEntered = bedside.some((each) => each.dose === given.dose && each.number === given.number);
    if (watch === undefined || isEntered || given.on === writeDay(day)) continue;
    const readings = readingsOf(followed, watch, given);
    if (readings.length > 0) clerk.act({ type: 'observe dose', dose: given.dose, number: given.number, readings }, day);
  }
};

/** The day after something may have been given, its sheets are entered. */
export const bedsideAppointments = (followed: Followed, days: readonly Day[]): readonly Appointment[] =>
  followed.study.definition.safety?.watch === undefined
    ? []
    : [...new Set(days)].map((day) => ({
        day: day + 1,
        person: followed.person.id,
        happen: () => enter(followed, day + 1),
      }));
