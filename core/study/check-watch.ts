import type { Lexicon } from '#core/criteria/lexicon.ts';
import { type Fault, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import type { WatchDefinition } from './schema-watch.ts';

/** Points that do not follow one another would be asked out of order. */
const orderFaults = (watch: WatchDefinition, path: Path): readonly Fault[] =>
  (['minutes from start', 'minutes from end'] as const).flatMap((key) => {
    const list = watch[key] ?? [];
    const place = list.findIndex((each, index) => index > 0 && each <= (list[index - 1] ?? 0));
    if (place < 0) return [];
    const what = `${list[place]} minutes do not come after ${list[place - 1]}`;
    return [{ path: [...path, key, place], what, expected: ['minutes in ascending order, each once'] }];
  });

const nothingAsked = (watch: WatchDefinition, path: Path): readonly Fault[] =>
  watch.before === false &&
  (watch['minutes from start'] ?? []).length === 0 &&
  (watch['minutes from end'] ?? []).length === 0
    ? [
        {
          path,
          what: `${watch.id} says no moment`,
          expected: ['before: true', 'minutes from start', 'minutes from end'],
        },
      ]
    : [];

/** A dose has one watch: two would ask for the same moment twice. */
const doubled = (watches: readonly WatchDefinition[]): readonly Fault[] =>
  watches.flatMap(({ doses }, index) =>
    doses.flatMap((dose, place) =>
      watches.slice(0, index).some((other) => other.doses.includes(dose)) || doses.indexOf(dose) < place
        ? [
            {
              path: ['safety', 'watch', index, 'doses', place],
              what: `${dose} is watched twice`,
              expected: ['each dose in one watch'],
            },
          ]
        : [],
    ),
  );

/** What is wrong with how doses are watched: names, order of the moments, and doses that a participant takes at home. */
export const checkWatch = ({ arms, safety }: StudyDefinition, { measures }: Lexicon): readonly Fault[] => {
  const watches = safety?.watch ?? [];
  const atSite = arms.flatMap(({ doses }) =>
    doses.filter((dose) => dose['self administered'] !== true).map(({ id }) => id),
  );
  return [
    ...watches.flatMap((watch, index) => {
      const path = ['safety', 'watch', index];
      return [
        ...watch.doses.flatMap((dose, place) =>
          unknown(dose, atSite, [...path, 'doses', place], 'dose given at a site'),
        ),
        ...watch.measures.flatMap((each, place) =>
          unknown(each, measures.keys(), [...path, 'measures', place], 'measure'),
        ),
        ...orderFaults(watch, path),
        ...nothingAsked(watch, path),
      ];
    }),
    ...doubled(watches),
  ];
};
