import { nearestName } from '#core/criteria/nearest-name.ts';

/** Keys and places from the top of study.yaml to a value. */
export type Path = readonly PropertyKey[];

/** A finding before its place in the file is known. */
export interface Fault {
  readonly path: Path;
  readonly what: string;
  readonly expected: readonly string[];
  readonly nearest?: string | undefined;
  readonly severity?: 'error' | 'warning';
}

/** The fault of a name that is not on a list, with the one that was probably meant; none where it is. */
export const unknown = (name: string, known: Iterable<string>, path: Path, kind: string): readonly Fault[] => {
  const names = [...known];
  if (names.includes(name)) return [];
  return [
    {
      path,
      what: `"${name}" is no ${kind}`,
      expected: names.length > 30 ? [`a ${kind}`] : names,
      nearest: nearestName(name, names),
    },
  ];
};

export const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((each) => each.id);
