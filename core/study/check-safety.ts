import type { Lexicon } from '#core/criteria/lexicon.ts';
import { type Fault, ids, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

type Safety = NonNullable<StudyDefinition['safety']>;

/** "24 hours", "7 days". */
const isSpan = (written: string): boolean => /^[1-9]\d{0,3} (?:minute|hour|day|week)s?$/.test(written);

const collectionFaults = (span: Safety['adverse events'], { points }: Lexicon): readonly Fault[] => {
  if (span === undefined) return [];
  const path = ['safety', 'adverse events'];
  const strange = (['from', 'to'] as const).flatMap((end) => unknown(span[end], points, [...path, end], 'point'));
  if (strange.length > 0 || points.indexOf(span.from) < points.indexOf(span.to)) return strange;
  return [{ path: [...path, 'to'], what: `${span.to} is not after ${span.from}`, expected: ['a later point'] }];
};

const interestFaults = (list: Safety['special interest'], { concepts }: Lexicon): readonly Fault[] =>
  (list ?? []).flatMap(({ concept, within }, index) => {
    const path = ['safety', 'special interest', index];
    return [
      ...unknown(concept, concepts.keys(), [...path, 'concept'], 'concept'),
      ...(within === undefined || isSpan(within)
        ? []
        : [{ path: [...path, 'within'], what: `"${within}" is no span of time`, expected: ['24 hours', '7 days'] }]),
    ];
  });

/** Entries of products that are given, and of adverse events; each region once. */
const referenceFaults = (
  { reference = [], regions = [] }: Safety,
  study: StudyDefinition,
  { concepts }: Lexicon,
): readonly Fault[] => {
  const products = new Set(study.arms.flatMap(({ doses }) => doses.map(({ product }) => product)));
  const events = [...concepts.values()].filter(({ source }) => source === 'adverse event').map(({ id }) => id);
  return [
    ...reference.flatMap(({ product, concept }, index) => {
      const path = ['safety', 'reference', index];
      return [
        ...(product === undefined ? [] : unknown(product, products, [...path, 'product'], 'product')),
        ...unknown(concept, events, [...path, 'concept'], 'adverse event'),
      ];
    }),
    ...regions.flatMap((region, index) =>
      regions.indexOf(region) < index
        ? [{ path: ['safety', 'regions', index], what: `"${region}" stands twice`, expected: ['each region once'] }]
        : [],
    ),
  ];
};

const ruleFaults = (rules: Safety['rules'], visits: readonly string[]): readonly Fault[] =>
  (rules ?? []).flatMap(({ at = [] }, index) =>
    at.flatMap((visit, place) => unknown(visit, visits, ['safety', 'rules', index, 'at', place], 'visit')),
  );

const stoppingFaults = (rules: Safety['stopping'], visits: readonly string[]): readonly Fault[] =>
  (rules ?? []).flatMap(({ at, participants, of }, index) => {
    const path = ['safety', 'stopping', index];
    const never = `${participants} of the first ${of} can never be`;
    return [
      ...(at === undefined ? [] : unknown(at, visits, [...path, 'at'], 'visit')),
      ...(of === undefined || participants <= of
        ? []
        : [{ path: [...path, 'of'], what: never, expected: [`at least ${participants}`] }]),
    ];
  });

const kinds = ['allowed', 'prohibited', 'rescue'] as const;

/** Concepts that there are, none of them both allowed and prohibited. */
const treatmentFaults = ({ treatments = {} }: StudyDefinition, { concepts }: Lexicon): readonly Fault[] => [
  ...kinds.flatMap((kind) =>
    (treatments[kind] ?? []).flatMap((concept, index) =>
      unknown(concept, concepts.keys(), ['treatments', kind, index], 'concept'),
    ),
  ),
  ...(treatments.prohibited ?? []).flatMap((concept, index) =>
    treatments.allowed?.includes(concept)
      ? [
          {
            path: ['treatments', 'prohibited', index],
            what: `"${concept}" is allowed and prohibited`,
            expected: ['one of them'],
          },
        ]
      : [],
  ),
];

/** What is wrong with the names, spans and counts of the safety section, and with the treatments beside. */
export const checkSafety = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const safety: Safety = study.safety ?? {};
  const visits = ids(study.visits);
  return [
    ...collectionFaults(safety['adverse events'], lexicon),
    ...interestFaults(safety['special interest'], lexicon),
    ...referenceFaults(safety, study, lexicon),
    ...ruleFaults(safety.rules, visits),
    ...stoppingFaults(safety.stopping, visits),
    ...treatmentFaults(study, lexicon),
  ];
};
