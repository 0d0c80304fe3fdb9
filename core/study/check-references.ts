import type { Lexicon } from '#core/criteria/lexicon.ts';
import { strataIn } from './allocation-parts.ts';
import { checkAllocation } from './check-allocation.ts';
import { checkAnalyses } from './check-analyses.ts';
import { checkDoses } from './check-doses.ts';
import { checkEndpoints } from './check-endpoints.ts';
import { checkHistories } from './check-histories.ts';
import { checkLaboratories } from './check-laboratories.ts';
import { checkMasking } from './check-masking.ts';
import { checkNames } from './check-names.ts';
import { checkSafety } from './check-safety.ts';
import { checkWatch } from './check-watch.ts';
import { type Fault, ids, unknown } from './fault.ts';
import { checkIncluded } from './included-definitions.ts';
import type { StudyDefinition } from './schema.ts';
import { milestones } from './study.ts';

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

/** The same in the sections that a study may leave out. */
const optionalDuplicates = ({ laboratories, allocation, safety, duties }: StudyDefinition): readonly Fault[] => [
  ...duplicates(laboratories ?? [], ['laboratories']),
  ...duplicates(strataIn(allocation), ['allocation', 'strata']),
  ...(['special interest', 'rules', 'stopping'] as const).flatMap((list) =>
    duplicates(safety?.[list] ?? [], ['safety', list]),
  ),
  ...duplicates(duties ?? [], ['duties']),
];

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
  ...optionalDuplicates(study),
];

/** A criterion may not share its id with one of the other kind. */
const criteriaTwice = (study: StudyDefinition): readonly Fault[] => {
  const included = new Set(ids(study.eligibility.include));
  return study.eligibility.exclude.flatMap(({ id }, index) => {
    const path = ['eligibility', 'exclude', index, 'id'];
    return included.has(id) ? [{ path, what: `"${id}" is also an inclusion`, expected: ['an id of its own'] }] : [];
  });
};

/** In a sentence a name means one thing: a definition or a visit may not be called like something else. */
const clashes = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const catalogue = new Set<string>([...lexicon.measures.keys(), ...lexicon.concepts.keys()]);
  const points = new Set<string>(lexicon.points);
  const expected = ['another name'];
  const definitions = study.definitions.flatMap(({ id }, index) => {
    const what = `"${id}" already names something else`;
    return catalogue.has(id) || points.has(id) ? [{ path: ['definitions', index, 'id'], what, expected }] : [];
  });
  const visits = study.visits.flatMap(({ id }, index) => {
    const isMilestone = milestones.some((milestone) => milestone === id);
    const what = isMilestone ? `"${id}" is a milestone` : `"${id}" already names something else`;
    return isMilestone || catalogue.has(id) ? [{ path: ['visits', index, 'id'], what, expected }] : [];
  });
  return [...criteriaTwice(study), ...definitions, ...visits];
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
  ...checkNames(study),
  ...checkIncluded(study, lexicon),
  ...windows(study),
  ...scheduled(study, lexicon),
  ...checkDoses(study),
  ...checkAllocation(study),
  ...checkMasking(study, lexicon),
  ...checkLaboratories(study, lexicon),
  ...checkHistories(study, lexicon),
  ...checkEndpoints(study, lexicon),
  ...checkAnalyses(study),
  ...checkSafety(study, lexicon),
  ...checkWatch(study, lexicon),
  ...assumptions(study),
];
