import type { StudyDefinition } from './schema.ts';

/** Something with an id, as the version says that has it last: its sentence too, where it is one. */
export interface ChangedThing {
  readonly id: string;
  readonly title: string | undefined;
  readonly sentence: string | undefined;
  /** Where it stands. */
  readonly path: readonly string[];
}

/** One difference between two versions of a study, at a place that a person can find. */
export interface StudyChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** `eligibility include I3 rule`: keys, and the ids of what stands in lists. */
  readonly place: string;
  readonly path: readonly string[];
  /** What the change is in: the innermost thing that has an id. */
  readonly of: ChangedThing | undefined;
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

/** A place in the tree, with the innermost thing that stands around it. */
interface Place {
  readonly path: readonly string[];
  readonly of: ChangedThing | undefined;
}

const textOf = (tree: Tree, key: string): string | undefined => {
  const value = isMap(tree) ? tree[key] : undefined;
  return typeof value === 'string' ? say(value) : undefined;
};

/** The place of a member, which is a thing of its own where it has an id. */
const within = (place: Place, key: string, member: Tree): Place => {
  const path = [...place.path, key];
  const id = idOf(member);
  if (id === undefined) return { ...place, path };
  const sentence = textOf(member, 'rule') ?? (place.path.includes('stopping') ? textOf(member, 'event') : undefined);
  return { path, of: { id, title: textOf(member, 'title'), sentence, path } };
};

const change = (kind: StudyChange['change'], { path, of }: Place, before: Tree, after: Tree): StudyChange => ({
  change: kind,
  place: path.join(' '),
  path,
  of,
  before: before === undefined ? undefined : say(before),
  after: after === undefined ? undefined : say(after),
});

const diffMembers = (
  before: ReadonlyMap<string, Tree>,
  after: ReadonlyMap<string, Tree>,
  place: Place,
): readonly StudyChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    diffTrees(before.get(key), after.get(key), within(place, key, after.get(key) ?? before.get(key))),
  );

const byId = (list: readonly Tree[]): ReadonlyMap<string, Tree> =>
  new Map(list.map((each) => [idOf(each) ?? '', each]));

/** The order of what both versions hold; what was added or removed moves nothing. */
const moved = (before: readonly Tree[], after: readonly Tree[], place: Place): readonly StudyChange[] => {
  const [was, is] = [[...byId(before).keys()], [...byId(after).keys()]];
  const [kept, now] = [was.filter((id) => is.includes(id)), is.filter((id) => was.includes(id))];
  return kept.join('\n') === now.join('\n') ? [] : [change('moved', place, kept, now)];
};

const diffTrees = (before: Tree, after: Tree, place: Place): readonly StudyChange[] => {
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
  diffTrees(before, after, { path: [], of: undefined });
