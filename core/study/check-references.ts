import type { Lexicon } from '#core/criteria/lexicon.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare, zero } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { StudyDefinition } from './schema.ts';
import { milestones } from './study.ts';

/** A finding before its place in the file is known. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly expected: readonly string[];
  readonly nearest?: string | undefined;
  readonly severity?: 'error' | 'warning';
}

const duplicates = (list: readonly { readonly id: string }[], path: readonly PropertyKey[]): readonly Fault[] => {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, 'id'], what: `"${id}" stands twice`, expected: ['an id of its own'] }];
  });
};

const unknown = (
  name: string,
  known: Iterable<string>,
  path: readonly PropertyKey[],
  kind: string,
): readonly Fault[] => {
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

const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((each) => each.id);

const allDuplicates = (study: StudyDefinition): readonly Fault[] => [
  ...duplicates(study.sites, ['sites']),
  ...duplicates(study.arms, ['arms']),
  ...study.arms.flatMap((arm, index) => duplicates(arm.doses, ['arms', index, 'doses'])),
  ...duplicates(study.visits, ['visits']),
  ...duplicates(study.activities, ['activities']),
  ...duplicates(study.eligibility.include, ['eligibility', 'include']),
  ...duplicates(study.eligibility.exclude, ['eligibility', 'exclude']),
  ...duplicates(study.definitions, ['definitions']),
  ...duplicates(study.responses, ['responses']),
  ...duplicates(study.endpoints, ['endpoints']),
  ...duplicates(study.analyses, ['analyses']),
  ...duplicates(study.assumptions, ['assumptions']),
  ...duplicates(study.questions, ['questions']),
];

/** A criterion may not share its id with one of the other kind, nor a definition its name with something else. */
const clashes = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const included = new Set(ids(study.eligibility.include));
  const taken = new Set<string>([...lexicon.measures.keys(), ...lexicon.concepts.keys(), ...lexicon.points]);
  return [
    ...study.eligibility.exclude.flatMap(({ id }, index) =>
      included.has(id)
        ? [
            {
              path: ['eligibility', 'exclude', index, 'id'],
              what: `"${id}" is also an inclusion`,
              expected: ['an id of its own'],
            },
          ]
        : [],
    ),
    ...study.definitions.flatMap(({ id }, index) =>
      taken.has(id)
        ? [
            {
              path: ['definitions', index, 'id'],
              what: `"${id}" already names something else`,
              expected: ['another name'],
            },
          ]
        : [],
    ),
    ...study.visits.flatMap(({ id }, index) =>
      milestones.some((milestone) => milestone === id)
        ? [{ path: ['visits', index, 'id'], what: `"${id}" is a milestone`, expected: ['another name'] }]
        : [],
    ),
  ];
};

const windows = (study: StudyDefinition): readonly Fault[] =>
  study.visits.flatMap((visit, index) => {
    const path = ['visits', index];
    if (visit.earliest > visit.day || visit.day > visit.latest)
      return [
        {
          path,
          what: `the window ${visit.earliest} to ${visit.latest} does not hold day ${visit.day}`,
          expected: ['earliest <= day <= latest'],
        },
      ];
    const before = study.visits[index - 1];
    if (before !== undefined && before.day >= visit.day)
      return [
        {
          path,
          what: `${visit.id} stands after ${before.id} and is not later`,
          expected: ['visits in the order of their days'],
        },
      ];
    return [];
  });

const scheduled = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const measured = [...lexicon.measures.values()]
    .filter((measure) => measure.instrument !== undefined)
    .map((measure) => measure.id);
  return study.activities.flatMap((activity, index) => [
    ...activity.measures.flatMap((name, place) =>
      unknown(name, measured, ['activities', index, 'measures', place], 'measure with a form'),
    ),
    ...activity.visits.flatMap((name, place) =>
      unknown(name, ids(study.visits), ['activities', index, 'visits', place], 'visit'),
    ),
  ]);
};

const amountFault = (amount: string): string | undefined => {
  const [number = '', unit = '', ...rest] = amount.split(' ');
  const decimal = readDecimal(number);
  if (decimal === undefined || rest.length > 0 || unit === '' || compare(rationalOf(decimal), zero) <= 0)
    return 'is no amount';
  return isUnit(readUnit(unit)) ? undefined : `has no unit that is known ("${unit}")`;
};

const doses = (study: StudyDefinition): readonly Fault[] =>
  study.arms.flatMap((arm, index) =>
    arm.doses.flatMap((dose, place) => {
      const path = ['arms', index, 'doses', place];
      const amount = amountFault(dose.amount);
      const byWeight = dose.amount.endsWith('/kg');
      return [
        ...(amount === undefined
          ? []
          : [
              {
                path: [...path, 'amount'],
                what: `"${dose.amount}" ${amount}`,
                expected: ['a number and a unit, such as "2000000 {cells}/kg"'],
              },
            ]),
        ...(byWeight === (dose['weight at'] !== undefined)
          ? []
          : [
              {
                path: [...path, 'amount'],
                what: byWeight
                  ? 'a dose by weight without the visit whose weight counts'
                  : 'weight at without a dose by weight',
                expected: ['weight at: baseline'],
              },
            ]),
        ...(dose['weight at'] === undefined
          ? []
          : unknown(dose['weight at'], ids(study.visits), [...path, 'weight at'], 'visit')),
        ...(dose.times > 1 && dose['every days'] === undefined
          ? [{ path, what: 'several times without an interval', expected: ['every days: 2'] }]
          : []),
        ...((dose.cycles ?? 1) > 1 && dose['cycle days'] === undefined
          ? [{ path, what: 'several cycles without their length', expected: ['cycle days: 28'] }]
          : []),
      ];
    }),
  );

const allocation = (study: StudyDefinition): readonly Fault[] => {
  const { ratio, 'block sizes': sizes } = study.allocation;
  const total = Object.values(ratio).reduce((sum, share) => sum + share, 0);
  return [
    ...Object.keys(ratio).flatMap((arm) => unknown(arm, ids(study.arms), ['allocation', 'ratio', arm], 'arm')),
    ...ids(study.arms).flatMap((arm) =>
      Object.hasOwn(ratio, arm)
        ? []
        : [{ path: ['allocation', 'ratio'], what: `arm "${arm}" has no share`, expected: [`${arm}: 1`] }],
    ),
    ...sizes.flatMap((size, index) =>
      size > 0 && size % total === 0
        ? []
        : [
            {
              path: ['allocation', 'block sizes', index],
              what: `a block of ${size} cannot hold the ratio`,
              expected: [`a multiple of ${total}`],
            },
          ],
    ),
  ];
};

const endpoints = (study: StudyDefinition): readonly Fault[] => [
  ...study.responses.flatMap((response, index) =>
    response.levels.flatMap((level, place) =>
      unknown(level, ids(study.definitions), ['responses', index, 'levels', place], 'definition'),
    ),
  ),
  ...study.endpoints.flatMap((endpoint, index) => {
    const path = ['endpoints', index];
    const at = endpoint.kind === 'time' ? [] : unknown(endpoint.at, ids(study.visits), [...path, 'at'], 'visit');
    if (endpoint.kind !== 'response') return at;
    const response = study.responses.find((each) => each.id === endpoint.response);
    if (response === undefined)
      return [...at, ...unknown(endpoint.response, ids(study.responses), [...path, 'response'], 'response')];
    return [...at, ...unknown(endpoint['at least'], response.levels, [...path, 'at least'], 'level of the response')];
  }),
];

const analyses = (study: StudyDefinition): readonly Fault[] =>
  study.analyses.flatMap((analysis, index) => {
    const path = ['analyses', index];
    const binary = study.endpoints.filter((endpoint) => endpoint.kind === 'response' || endpoint.kind === 'condition');
    return [
      ...unknown(analysis.endpoint, ids(binary), [...path, 'endpoint'], 'endpoint that is met or not'),
      ...unknown(analysis.experimental, ids(study.arms), [...path, 'experimental'], 'arm'),
      ...unknown(analysis.control, ids(study.arms), [...path, 'control'], 'arm'),
      ...(analysis.experimental === analysis.control
        ? [{ path: [...path, 'control'], what: 'an arm compared with itself', expected: ['another arm'] }]
        : []),
    ];
  });

/** Each list `assumes` in the definition, with its path. */
const assumed = (
  value: unknown,
  path: readonly PropertyKey[],
): readonly (readonly [readonly PropertyKey[], string])[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'assumes' && Array.isArray(inner))
      return inner.map((id, index) => [[...here, index], String(id)] as const);
    return assumed(inner, here);
  });
};

const assumptions = (study: StudyDefinition): readonly Fault[] => {
  const known = ids(study.assumptions);
  const rested = assumed(study, []);
  const used = new Set([
    ...rested.map(([, id]) => id),
    ...study.questions.flatMap((question) => question.assumption ?? []),
  ]);
  return [
    ...rested.flatMap(([path, id]) => unknown(id, known, path, 'assumption')),
    ...study.questions.flatMap((question, index) =>
      question.assumption === undefined
        ? []
        : unknown(question.assumption, known, ['questions', index, 'assumption'], 'assumption'),
    ),
    ...study.assumptions.flatMap(({ id }, index) =>
      used.has(id)
        ? []
        : [
            {
              path: ['assumptions', index, 'id'],
              what: `nothing rests on assumption "${id}"`,
              expected: ['assumes: [...] where it is used'],
              severity: 'warning' as const,
            },
          ],
    ),
  ];
};

/** Everything that one field says of another and that does not fit: unknown names, doubles, order, shares. */
export const checkReferences = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => [
  ...allDuplicates(study),
  ...clashes(study, lexicon),
  ...windows(study),
  ...scheduled(study, lexicon),
  ...doses(study),
  ...allocation(study),
  ...endpoints(study),
  ...analyses(study),
  ...assumptions(study),
];
