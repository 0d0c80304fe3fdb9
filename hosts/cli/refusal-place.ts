import type { Refusal } from '#core/conduct/refusal.ts';
import type { SourceText } from '#core/study/source-text.ts';
import { type StudyFinding, writePath } from '#core/study/study-finding.ts';
import { sayRefusal } from './say-refusal.ts';

type FilePath = readonly PropertyKey[];

/** The words of a refusal that may stand in the file as they are; an item also without the name of its score. */
const wordsOf = (refusal: Refusal): readonly string[] => {
  if ('item' in refusal) return [refusal.item, refusal.item.slice(refusal.item.indexOf('.') + 1)];
  if ('name' in refusal) return [refusal.name, refusal.name.slice(refusal.name.indexOf('.') + 1)];
  return 'date' in refusal ? [refusal.date] : [];
};

interface Spot {
  readonly path: FilePath;
  readonly part: 'key' | 'value';
}

const search = (value: unknown, path: FilePath, words: readonly string[]): Spot | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (words.includes(key)) return { path: here, part: 'key' };
    if (typeof inner !== 'object' && words.includes(String(inner))) return { path: here, part: 'value' };
    const deeper = search(inner, here, words);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
};

const valueAt = (value: unknown, path: FilePath): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, key)?.value : undefined,
    value,
  );

/** A refusal as a finding, as near as can be to the word of the file that it is about. */
export const placeRefusal = (refusal: Refusal, source: SourceText, path: FilePath): StudyFinding => {
  const { path: found, part } = search(valueAt(source.value, path), path, wordsOf(refusal)) ?? { path, part: 'value' };
  return {
    severity: 'error',
    ...source.placeOf(found, part),
    path: writePath(found),
    what: sayRefusal(refusal),
    expected: [],
    nearest: undefined,
  };
};
