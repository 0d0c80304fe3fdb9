import type { Lexicon } from '#core/criteria/lexicon.ts';
import { mapPoints } from '#core/criteria/place-at.ts';
import { isUnreadable, readRule } from '#core/criteria/read.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { library, libraryDefinition } from '#core/responses/library.ts';
import type { LibraryDefinition } from '#core/responses/library-definition.ts';
import { type Fault, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

type Include = NonNullable<StudyDefinition['library']>[number];

/** A definition of the library under the name and the points that it has in a study. */
export interface IncludedDefinition {
  readonly id: string;
  readonly of: LibraryDefinition;
  readonly points: ReadonlyMap<string, string>;
  readonly path: Path;
}

/** What a definition uses is included with it, at the same points and under its own name. */
const withUses = (
  id: string,
  of: LibraryDefinition,
  given: Include['points'],
  path: Path,
): readonly IncludedDefinition[] => {
  const points = new Map(of.points.map((point) => [point, given?.[point] ?? point]));
  const used = of.uses.flatMap((use) => libraryDefinition(use) ?? []);
  return [{ id, of, points, path }, ...used.flatMap((each) => withUses(each.id, each, given, path))];
};

const sameAs = (a: IncludedDefinition, b: IncludedDefinition): boolean =>
  a.of === b.of && [...a.points].every(([formal, actual]) => b.points.get(formal) === actual);

/** Every definition that a study includes from the library, each once; a name that the library has not is left out. */
export const includedDefinitions = ({ library: includes = [] }: StudyDefinition): readonly IncludedDefinition[] => {
  const all = includes.flatMap(({ use, as, points }, index) => {
    const of = libraryDefinition(use);
    return of === undefined ? [] : withUses(as ?? use, of, points, ['library', index]);
  });
  return all.filter((each, index) => !all.slice(0, index).some((other) => other.id === each.id && sameAs(other, each)));
};

const pointFaults = (include: Include, of: LibraryDefinition, path: Path, { points }: Lexicon): readonly Fault[] => {
  const needed = new Set(withUses('', of, {}, path).flatMap((each) => [...each.points.keys()]));
  const strange = Object.keys(include.points ?? {}).flatMap((formal) =>
    unknown(formal, needed, [...path, 'points', formal], `point of ${of.id}`),
  );
  const unmet = [...needed].flatMap((formal): readonly Fault[] => {
    const actual = include.points?.[formal] ?? formal;
    if (points.includes(actual)) return [];
    const what = `${of.id} asks at ${formal}, and "${actual}" is no visit of this study`;
    return [{ path: [...path, 'points'], what, expected: [`points: { ${formal}: a visit }`] }];
  });
  return [...strange, ...unmet];
};

/** What is wrong with what a study includes: names, points, and names that two things have. */
export const checkIncluded = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const included = includedDefinitions(study);
  const own = new Set(study.definitions.map(({ id }) => id));
  return [
    ...(study.library ?? []).flatMap((include, index) => {
      const path = ['library', index];
      const of = libraryDefinition(include.use);
      if (of === undefined)
        return unknown(
          include.use,
          library.map(({ id }) => id),
          [...path, 'use'],
          'definition of the library',
        );
      return pointFaults(include, of, path, lexicon);
    }),
    ...included.flatMap(({ id, path }, index): readonly Fault[] => {
      const isTwice = own.has(id) || included.slice(0, index).some((other) => other.id === id);
      return isTwice
        ? [{ path, what: `"${id}" stands twice, with other points or another rule`, expected: ['as: another name'] }]
        : [];
    }),
  ];
};

/** The condition of an included definition, in the points of the study. Its names must have passed the check. */
export const readIncluded = ({ of, points }: IncludedDefinition, lexicon: Lexicon): Condition => {
  const formal: Lexicon = {
    ...lexicon,
    points: [...lexicon.points, ...of.points],
    definitions: new Set([...lexicon.definitions, ...of.uses]),
  };
  const read = readRule(of.rule, formal);
  if (isUnreadable(read)) throw new Error(`${of.id} of the library cannot be read: ${read.problem}`);
  return mapPoints(read, (point) =>
    point.kind === 'named' ? { kind: 'named', name: points.get(point.name) ?? point.name } : point,
  );
};
