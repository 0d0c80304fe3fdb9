import { atLeastValue, compareRanges, exactly, moreThan, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { and, not, or, type Truth } from '#core/quantities/truth.ts';
import type { Grade, Graded } from './grade.ts';
import { gradedFindings } from './graded-findings.ts';
import { eitherOf, type GradeCriterion, worstOf } from './worst-of.ts';

export type OxygenDevice =
  | 'none'
  | 'nasal cannula'
  | 'facemask'
  | 'non-rebreather'
  | 'Venturi mask'
  | 'positive pressure';

/** One moment of a patient after cells. Undefined, or `unknown`, for what is not known. */
export interface AstctFindings {
  /** Highest temperature in °C. */
  readonly temperature: Range | undefined;
  readonly 'fever otherwise explained': Truth;
  /** Fever earlier in this episode, and antipyretic, anticytokine or steroid treatment since: fever is not asked again. */
  readonly 'fever already treated': Truth;
  readonly hypotension: Truth;
  /** Number of vasopressors other than vasopressin. */
  readonly vasopressors: Range | undefined;
  readonly vasopressin: Truth;
  readonly device: OxygenDevice | undefined;
  /** Flow through a nasal cannula in L/min. */
  readonly flow: Range | undefined;
  readonly died: Truth;
}

const anything = (value: Range | undefined): Range => value ?? atLeastValue(rational(0));

/** Hypotension without a vasopressor is 2, with one (with or without vasopressin) 3, with several besides it 4. */
const circulation = ({ hypotension, vasopressors, vasopressin }: AstctFindings): readonly GradeCriterion[] => {
  const number = anything(vasopressors);
  const some = or([compareRanges(number, '>', exactly(rational(0))), vasopressin]);
  const several = compareRanges(number, '>', exactly(rational(1)));
  return [
    { grade: 2, holds: or([hypotension, some]) },
    { grade: 3, holds: some },
    { grade: 4, holds: several },
  ];
};

const breathing = ({ device, flow }: AstctFindings): readonly GradeCriterion[] => {
  switch (device) {
    case 'none':
      return [];
    case 'nasal cannula':
      return [
        { grade: 2, holds: 'true' },
        { grade: 3, holds: compareRanges(anything(flow), '>', exactly(rational(6))) },
      ];
    case 'facemask':
    case 'non-rebreather':
    case 'Venturi mask':
      return [{ grade: 3, holds: 'true' }];
    case 'positive pressure':
      return [{ grade: 4, holds: 'true' }];
    case undefined:
      return ([2, 3, 4] as const).map((grade) => ({ grade, holds: 'unknown' }));
    default:
      return device satisfies never;
  }
};

const isSyndrome = (found: AstctFindings): Truth => {
  const temperature = found.temperature ?? moreThan(rational(0));
  const isFever = compareRanges(temperature, '>=', exactly(rational(38)));
  return or([and([isFever, not(found['fever otherwise explained'])]), found['fever already treated']]);
};

const unknownIn = (found: AstctFindings): readonly (keyof AstctFindings)[] =>
  (
    [
      'temperature',
      'fever otherwise explained',
      'fever already treated',
      'hypotension',
      'vasopressors',
      'vasopressin',
      'device',
      'flow',
      'died',
    ] as const
  ).filter(
    (name) =>
      (found[name] === undefined || found[name] === 'unknown') && (name !== 'flow' || found.device === 'nasal cannula'),
  );

/**
 * Grades cytokine release syndrome by the consensus of ASTCT, 0 to 5: fever of 38 °C or more that nothing else explains,
 * and the worse of circulation and breathing. Without such fever, unless it has been treated, it is no such syndrome: 0.
 * Low flow is up to 6 L/min through a nasal cannula.
 *
 * @source lee2019
 */
export const gradeCytokineReleaseByAstct = (found: AstctFindings): Graded<keyof AstctFindings> => {
  const grades = worstOf([...circulation(found), ...breathing(found), { grade: 5, holds: found.died }], 1);
  const isCrs = isSyndrome(found);
  const none: readonly Grade[] = isCrs === 'true' ? [] : [0];
  const possible = eitherOf([none, isCrs === 'false' ? [] : grades]);
  const scale = { scale: 'ASTCT', version: '2019' } as const;
  return gradedFindings(scale, 'cytokine release syndrome', possible, [0, 1, 2, 3, 4, 5], unknownIn(found));
};
