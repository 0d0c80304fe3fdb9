import { placeExists } from '#core/registry/record-place.ts';
import type { RegistryRecord } from '#core/registry/record-schema.ts';
import type { Fault, Path } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

/** Sections in which `from` is a point or a day, and no place in the record. */
const otherwise: ReadonlySet<PropertyKey> = new Set(['adverse events', 'ranges']);

const placesIn = (value: unknown, path: Path): readonly (readonly [Path, string])[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (otherwise.has(key)) return [];
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === 'from' && typeof inner === 'string' ? [[here, inner] as const] : placesIn(inner, here);
  });
};

/** Places in the registry record that a study points to and that hold nothing there. */
export const checkRecordPlaces = (study: StudyDefinition, record: RegistryRecord): readonly Fault[] =>
  placesIn(study, []).flatMap(([path, place]) =>
    placeExists(record, place)
      ? []
      : [{ path, what: `the record has nothing at ${place}`, expected: ['a place such as inclusion[3]'] }],
  );
