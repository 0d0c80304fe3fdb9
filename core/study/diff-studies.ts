import type { StudyDefinition } from './schema.ts';

/** One difference between two versions of a study, at a place that a person can find. */
export interface StudyChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** `eligibility include I3 rule`: keys, and the ids of what stands in lists. */
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Tree = unknown;

const isMap = (tree: Tree): tree is Readonly<Record<string, Tree>> =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

const idOf = (tree: Tree): string | undefined => (isMap(tree) && typeof tree.id === 'string' ? tree.id : undefined);

const isListOfIds = (tree: Tree): tree is readonly Tree[] =>
  Array.isArray(tree) && tree.length > 0 && tree.every((each) => idOf(each) !== undefined);

/** A value in a line: a sentence as it is, a list by commas, a part by what it holds. */
const say = (tree: Tree): string => {
  if (Array.isArray(tree)) return tree.map(say).join(', ');
  if (isMap(tree))
    return Object.entries(tree)
      .map(([key, value]) => `${key}: ${say(value)}`)
      .join('; ');
  return String(tree).replace(/\s+/g, ' ').trim();
};

const change = (kind: StudyChange['change'], place: readonly string[], before: Tree, after: Tree): StudyChange => ({
  change: kind,
  place: place.join(' '),
  before: before === undefined ? undefined : say(before),
  after: after === undefined ? undefined : say(after),
});

const diffMembers = (
  before: ReadonlyMap<string, Tree>,
  after: ReadonlyMap<string, Tree>,
  place: readonly string[],
): readonly StudyChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    diffTrees(before.get(key), after.get(key), [...place, key]),
  );

const byId = (list: readonly Tree[]): ReadonlyMap<string, Tree> =>
  new Map(list.map((each) => [idOf(each) ?? '', each]));

/** The order of what both versions hold; what was added or removed moves nothing. */
const moved = (before: readonly Tree[], after: readonly Tree[], place: readonly string[]): readonly StudyChange[] => {
  const [was, is] = [[...byId(before).keys()], [...byId(after).keys()]];
  const [kept, now] = [was.filter((id) => is.includes(id)), is.filter((id) => was.includes(id))];
  return kept.join('\n') === now.join('\n') ? [] : [change('moved', place, kept, now)];
};

const diffTrees = (before: Tree, after: Tree, place: readonly string[]): readonly StudyChange[] => {
  if (before === undefined) return [change('added', place, undefined, after)];
  if (after === undefined) return [change('removed', place, before, undefined)];
  if (isListOfIds(before) && isListOfIds(after))
    return [...diffMembers(byId(before), byId(after), place), ...moved(before, after, place)];
  if (isMap(before) && isMap(after))
    return diffMembers(new Map(Object.entries(before)), new Map(Object.entries(after)), place);
  return say(before) === say(after) ? [] : [change('changed', place, before, after)];
};

/**
 * What changed from one definition to the next, in the order of the file. Parts with an id are followed by it, so that
 * inserting a criterion changes no other; white space inside a sentence is no change.
 */
export const diffStudies = (before: StudyDefinition, after: StudyDefinition): readonly StudyChange[] =>
  diffTrees(before, after, []);
