import type { Participant, StandingItem } from '#core/conduct/participant.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { VisitMappingDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import {
  type DatedObservation,
  type MappedObservation,
  type MappingRule,
  mapObservations,
} from './map-observations.ts';

/**
 * How visits come to analyses where the study does not say it: a default of this program. The nearest day is what analysis
 * windows do in most plans; that the earlier visit wins a tie, and nothing is carried to baseline, are its own choices.
 */
export const usualMapping = {
  'out of window': 'nearest day',
  tie: 'earlier',
  several: 'nearest',
  baseline: 'as recorded',
} as const satisfies Required<Omit<VisitMappingDefinition, 'from' | 'assumes'>>;

/** Where the values of a visit come from when they were not recorded there in its window, and why. */
export interface MappedFrom {
  readonly visit: string;
  readonly because: string;
}

export interface MappedVisits {
  /** The same person as analyses see them: each visit with what counts there. */
  readonly participant: Participant;
  /** By visit, for those that do not hold just what was recorded there in its window. */
  readonly mapped: ReadonlyMap<string, MappedFrom>;
}

interface HeldVisitDay extends DatedObservation {
  readonly visit: string;
}

const heldIn = ({ visits }: Participant, zero: number): readonly HeldVisitDay[] =>
  [...visits].flatMap(([visit, { on }]) => {
    const day = on === undefined ? undefined : readDay(on);
    return day === undefined ? [] : [{ visit, day: day - zero }];
  });

/** Everything that was recorded at one visit, under the name of another. */
const under = <T>(list: ReadonlyMap<string, T>, from: string, to: string): readonly (readonly [string, T])[] =>
  [...list].flatMap(([key, value]) =>
    key.startsWith(`${from}/`) ? [[`${to}/${key.slice(from.length + 1)}`, value] as const] : [],
  );

/** The visits that change, and the one from which each takes what counts there; undefined where nothing does. */
const changedBy = (found: readonly MappedObservation<HeldVisitDay>[]): ReadonlyMap<string, string | undefined> => {
  const counted = found.filter(({ counts }) => counts);
  const left = found.filter(({ observation, to, counts }) => to !== observation.visit || !counts);
  return new Map([
    ...left.map(({ observation }) => [observation.visit, undefined] as const),
    ...counted.flatMap(({ observation, to }) =>
      to === undefined || to === observation.visit ? [] : [[to, observation.visit] as const],
    ),
  ]);
};

const moved = (person: Participant, changed: ReadonlyMap<string, string | undefined>): Participant => {
  const visits = new Map(person.visits);
  const items = new Map(person.items);
  const judgements = new Map(
    [...person.judgements].filter(([key]) => ![...changed.keys()].some((visit) => key.startsWith(`${visit}/`))),
  );
  for (const [to, from] of changed) {
    const held = person.visits.get(from ?? to);
    if (held !== undefined) visits.set(to, from === undefined ? { ...held, on: undefined } : held);
    items.set(to, (from === undefined ? undefined : person.items.get(from)) ?? new Map());
    if (from !== undefined) for (const [key, judged] of under(person.judgements, from, to)) judgements.set(key, judged);
  }
  return { ...person, visits, items, judgements };
};

const isKnown = (entry: StandingItem | undefined): boolean => entry !== undefined && entry.value !== 'not done';

/** What baseline lacks, from the last visit on or before day 0 that has it. */
const withBaseline = (study: Study, person: Participant, zero: number): Participant => {
  const baseline = study.definition.visits.find(({ day }) => day === 0)?.id;
  if (baseline === undefined) return person;
  const own = person.items.get(baseline) ?? new Map<string, StandingItem>();
  const before = heldIn(person, zero)
    .filter(({ visit, day }) => visit !== baseline && day <= 0)
    .toSorted((a, b) => a.day - b.day)
    .flatMap(({ visit }) => [...(person.items.get(visit) ?? [])])
    .filter(([item, entry]) => isKnown(entry) && !isKnown(own.get(item)));
  return { ...person, items: new Map([...person.items, [baseline, new Map([...own, ...before])]]) };
};

/**
 * A participant as analyses see them: each visit with what was recorded there, or with what the study's mapping brings
 * there from a visit that was held out of its window, with the record ids that it has. Without allocation there is no
 * day to count from, and nothing is mapped.
 */
export const mapVisits = (study: Study, participant: Participant): MappedVisits => {
  const zero = readDay(participant.allocated?.on ?? '');
  if (zero === undefined) return { participant, mapped: new Map() };
  const chosen = { ...usualMapping, ...study.definition['visit mapping'] };
  const rule: MappingRule<HeldVisitDay> = {
    outOfWindow: chosen['out of window'],
    tie: chosen.tie ?? usualMapping.tie,
    several: chosen.several ?? usualMapping.several,
  };
  const found = mapObservations(heldIn(participant, zero), study.definition.visits, rule);
  const changed = changedBy(found);
  const mapped = found.flatMap(({ observation, to, counts, how, because }) =>
    counts && to !== undefined && how !== 'as recorded' ? [[to, { visit: observation.visit, because }] as const] : [],
  );
  const person = changed.size === 0 ? participant : moved(participant, changed);
  return {
    participant: chosen.baseline === 'last before treatment' ? withBaseline(study, person, zero) : person,
    mapped: new Map(mapped),
  };
};
