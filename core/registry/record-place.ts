import type { RegistryRecord } from './record-schema.ts';

/** Short names that a study file may use for the lists of outcomes. */
const longNames: ReadonlyMap<string, string> = new Map([
  ['primary', 'primary outcomes'],
  ['secondary', 'secondary outcomes'],
]);

const step = /^([^[\]]+?)(?:\[([1-9]\d{0,3})\])?$/;

/** `copies[1].inclusion[3]` as keys and zero-based numbers; undefined for a text that is no place. */
const stepsOf = (place: string): readonly (string | number)[] | undefined => {
  const steps: (string | number)[] = [];
  for (const part of place.split('.')) {
    const [, name, number] = step.exec(part) ?? [];
    if (name === undefined) return undefined;
    steps.push(longNames.get(name) ?? name, ...(number === undefined ? [] : [Number(number) - 1]));
  }
  return steps;
};

const own = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;

/** What stands under a key; a response such as `CR` is looked for among the definitions of its outcome. */
const below = (value: unknown, key: string | number): unknown => {
  if (Array.isArray(value) !== (typeof key === 'number')) return undefined;
  return own(value, key) ?? own(own(value, 'definitions'), key);
};

const valueAt = (record: RegistryRecord, place: string): unknown =>
  stepsOf(place)?.reduce<unknown>((value, key) => below(value, key), record);

/**
 * Whether a place such as `inclusion[3]`, `primary[1].CR`, `copies[1].inclusion[3]`, `arms[2]` or
 * `primary[1].time frame` holds anything in the record. Lists count from 1; an empty list holds nothing.
 */
export const placeExists = (record: RegistryRecord, place: string): boolean => {
  const value = valueAt(record, place);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
};

/** The words or figures at a place: undefined where it holds none of its own, such as a whole list. */
export const textAt = (record: RegistryRecord, place: string): string | undefined => {
  const value = valueAt(record, place);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};
