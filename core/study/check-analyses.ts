import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare, one, zero } from '#core/quantities/rational.ts';
import { isBySite, strataIn } from './allocation-parts.ts';
import { checkTesting } from './check-testing.ts';
import { type Fault, ids, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import type { AnalysisDefinition, ProportionComparison } from './schema-analyses.ts';
import type { EndpointDefinition } from './schema-endpoints.ts';

const metOrNot = { kinds: ['response', 'condition'], said: 'endpoint that is met or not' } as const;

/** Which endpoints an analysis can take, and how they are called. */
const takes: Readonly<
  Record<AnalysisDefinition['kind'], { readonly kinds: readonly EndpointDefinition['kind'][]; readonly said: string }>
> = {
  'compare proportions': metOrNot,
  proportion: metOrNot,
  change: { kinds: ['value'], said: 'endpoint that is a value' },
  'time to event': { kinds: ['time'], said: 'endpoint that is a time' },
  description: { kinds: ['response', 'condition', 'value', 'class', 'time'], said: 'endpoint' },
};

/** Two arms of the study, not one twice. */
const armFaults = (
  { experimental, control }: { readonly experimental?: string | undefined; readonly control?: string | undefined },
  path: Path,
  study: StudyDefinition,
): readonly Fault[] => [
  ...(['experimental', 'control'] as const).flatMap((side) => {
    const arm = { experimental, control }[side];
    return arm === undefined ? [] : unknown(arm, ids(study.arms), [...path, side], 'arm');
  }),
  ...(experimental !== undefined && experimental === control
    ? [{ path: [...path, 'control'], what: 'an arm compared with itself', expected: ['another arm'] }]
    : []),
];

/** What compares arms says which. */
const comparedFaults = (
  analysis: { readonly experimental?: string | undefined; readonly control?: string | undefined },
  by: string,
  path: Path,
): readonly Fault[] =>
  (['experimental', 'control'] as const)
    .filter((side) => by !== 'none' && analysis[side] === undefined)
    .map((side) => ({ path, what: `${by} compares two arms, and ${side} is missing`, expected: [`${side}: an arm`] }));

const isMargin = (written: string): boolean => {
  const decimal = readDecimal(written);
  return decimal !== undefined && compare(rationalOf(decimal), zero) > 0 && compare(rationalOf(decimal), one) < 0;
};

/** A margin, or an open question that asks for it; both where one was assumed meanwhile. */
const nonInferiorityFaults = (analysis: ProportionComparison, path: Path, study: StudyDefinition): readonly Fault[] => {
  const { margin, 'margin question': question } = analysis;
  if (margin === undefined && question === undefined) {
    const expected = ['margin: "0.15"', 'margin question: the question that asks for it'];
    return [{ path: [...path, 'hypothesis'], what: 'non-inferiority without a margin', expected }];
  }
  const expected = ['a number between 0 and 1, such as "0.15"'];
  return [
    ...(margin === undefined || isMargin(margin)
      ? []
      : [{ path: [...path, 'margin'], what: `"${margin}" is no margin`, expected }]),
    ...(question === undefined
      ? []
      : unknown(question, ids(study.questions), [...path, 'margin question'], 'question')),
  ];
};

const marginFaults = (analysis: ProportionComparison, path: Path, study: StudyDefinition): readonly Fault[] => {
  if (analysis.hypothesis === 'non-inferiority') return nonInferiorityFaults(analysis, path, study);
  const expected = ['hypothesis: non-inferiority'];
  return (['margin', 'margin question'] as const)
    .filter((key) => analysis[key] !== undefined)
    .map((key) => ({ path: [...path, key], what: 'superiority has no margin', expected }));
};

const isStratified = ({ allocation }: StudyDefinition): boolean =>
  strataIn(allocation).length > 0 || isBySite(allocation);

const strataFaults = ({ test }: ProportionComparison, path: Path, study: StudyDefinition): readonly Fault[] =>
  test !== 'cochran-mantel-haenszel' || isStratified(study)
    ? []
    : [{ path: [...path, 'test'], what: `${test} without strata`, expected: ['strata or by site in the allocation'] }];

const levelFaults = (key: 'alpha' | 'level', level: string | undefined, path: Path): readonly Fault[] => {
  if (level === undefined || Number(level) > 0) return [];
  return key === 'alpha'
    ? [{ path: [...path, key], what: 'a level of zero never rejects', expected: ['"0.05"'] }]
    : [{ path: [...path, key], what: 'an interval of level zero holds nothing', expected: ['"0.95"'] }];
};

const ownFaults = (analysis: AnalysisDefinition, path: Path, study: StudyDefinition): readonly Fault[] => {
  switch (analysis.kind) {
    case 'compare proportions':
      return [
        ...armFaults(analysis, path, study),
        ...marginFaults(analysis, path, study),
        ...strataFaults(analysis, path, study),
        ...levelFaults('alpha', analysis.alpha, path),
      ];
    case 'proportion':
      return [
        ...(analysis.arm === undefined ? [] : unknown(analysis.arm, ids(study.arms), [...path, 'arm'], 'arm')),
        ...levelFaults('level', analysis.level, path),
      ];
    case 'change':
    case 'time to event': {
      const by = analysis.kind === 'change' ? (analysis.comparison ?? 'none') : analysis.test;
      return [
        ...armFaults(analysis, path, study),
        ...comparedFaults(analysis, by, path),
        ...levelFaults('level', analysis.level, path),
      ];
    }
    case 'description':
      return [];
    default:
      return analysis satisfies never;
  }
};

/** A model of several visits has at least two of them. */
const visitsFaults = (analysis: AnalysisDefinition, path: Path, study: StudyDefinition): readonly Fault[] => {
  if (analysis.kind !== 'change' || analysis.comparison !== 'mmrm') return [];
  const endpoint = study.endpoints.find(({ id }) => id === analysis.endpoint);
  if (endpoint === undefined || ('also at' in endpoint && endpoint['also at'] !== undefined)) return [];
  const what = `mmrm of ${endpoint.id}, which is asked at one visit`;
  return [{ path: [...path, 'comparison'], what, expected: ['ancova', 'also at: further visits of the endpoint'] }];
};

/** Per protocol by the rule of the study; where it has none the usual one is taken, and that is told. */
const populationFaults = ({ populations }: StudyDefinition, { population }: AnalysisDefinition, path: Path) =>
  population !== 'per protocol' || populations?.['per protocol'] !== undefined
    ? []
    : [
        {
          path: [...path, 'population'],
          what: 'per protocol without its rule in this study: the usual one is taken',
          expected: ['populations: { per protocol: … }'],
          severity: 'warning' as const,
        },
      ];

/** What is wrong with the analyses: endpoints that do not fit, arms, margins, levels, a population without a rule. */
export const checkAnalyses = (study: StudyDefinition): readonly Fault[] =>
  study.analyses
    .flatMap((analysis, index) => {
      const path = ['analyses', index];
      const { kinds, said } = takes[analysis.kind];
      const fitting = study.endpoints.filter(({ kind }) => kinds.includes(kind));
      return [
        ...unknown(analysis.endpoint, ids(fitting), [...path, 'endpoint'], said),
        ...ownFaults(analysis, path, study),
        ...visitsFaults(analysis, path, study),
        ...populationFaults(study, analysis, path),
      ];
    })
    .concat(checkTesting(study));
