import { acceptItem } from '#core/conduct/accept-item.ts';
import { pastDay } from '#core/conduct/dates.ts';
import type { Decide } from '#core/conduct/decision.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Item } from '#core/measures/instrument.ts';
import type { WatchDefinition } from '#core/study/schema-watch.ts';
import type { Study } from '#core/study/study.ts';
import type { BedsideReading } from './bedside-event.ts';
import { readClockTime } from './clock-time.ts';
import { watchOf, watchPoints } from './watch-points.ts';

const itemsOfWatch = ({ measures }: WatchDefinition, { lexicon }: Study): ReadonlyMap<string, Item> =>
  new Map(
    measures.flatMap((id) => lexicon.measures.get(id)?.instrument?.items ?? []).map((item) => [item.id, item] as const),
  );

/** What is read of an administration so far, by the point that it stands for. */
const standing = ({ bedside }: Participant, dose: string, number: number): readonly BedsideReading[] =>
  bedside.filter((each) => each.dose === dose && each.number === number);

const pointObjection = (reading: BedsideReading, watch: WatchDefinition, taken: readonly string[]): Objection => {
  const { point } = reading;
  if (point === undefined) return undefined;
  const points = watchPoints(watch).map(({ id }) => id);
  if (!points.includes(point))
    return { refused: 'name unknown', kind: 'moment', name: point, nearest: nearestName(point, points) };
  return taken.includes(point) && { refused: 'done already', what: point };
};

/**
 * Writes down readings around an administration that was given: at the moments of the plan, each once, and in between as
 * often as somebody looked. Items and units are those of the measures that are watched.
 */
export const decideObservation: Decide<'observe dose'> = ({ dose, number, readings }, participant, setting) => {
  const { study } = setting;
  const watch = watchOf(study.definition, dose);
  const given = participant.doses.find((each) => each.dose === dose && each.number === number);
  if (watch === undefined || given === undefined) return { refused: 'not given or not watched', dose, number };
  const items = itemsOfWatch(watch, study);
  const before = standing(participant, dose, number).flatMap(({ point }) => point ?? []);
  const taken = (place: number): readonly string[] => [
    ...before,
    ...readings.slice(0, place).flatMap(({ point }) => point ?? []),
  ];
  return unless(
    readings.flatMap((reading, place) => [
      pastDay(reading.on, setting),
      readClockTime(reading.at) === undefined && {
        refused: 'value not accepted',
        item: 'time',
        value: reading.at,
        accepted: 'a time such as 09:05',
      },
      pointObjection(reading, watch, taken(place)),
      ...reading.items.map((entry) => acceptItem(entry, items)),
    ]),
    () => [{ type: 'dose observed', dose, number, readings }],
  );
};
