import type { MeasureKind } from '#core/measures/measure.ts';
import type { Measured } from '#core/measures/measured.ts';
import { between } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Worth } from './worth.ts';

/**
 * How many systems have a new grade: that grade now, and a less severe one at the reference (levels run from most to
 * least severe). New A: A now, not A before. New B: B now, C to E before; A to B is improvement.
 *
 * @source measures of BILAG-2004, new grades against a reference assessment (isenberg2005)
 * @returns bounds when grades are missing: systems that certainly, and that possibly, have a new grade
 */
export const countNewGrades = (
  now: Measured,
  before: Measured,
  grade: string,
  kind: MeasureKind | undefined,
): Worth => {
  if (now.kind !== 'profile' || before.kind !== 'profile' || kind?.kind !== 'profile')
    throw new Error('grades were counted in a measure that is not graded by system');
  const severity = (level: string): number => kind.levels.indexOf(level);
  const newer = (level: string): boolean => severity(level) > severity(grade);
  let certain = 0;
  let possible = 0;
  for (const system of kind.systems) {
    const grades = now.systems.get(system) ?? kind.levels;
    const reference = before.systems.get(system) ?? kind.levels;
    if (grades.includes(grade) && reference.some(newer)) possible += 1;
    if (grades.every((level) => level === grade) && reference.every(newer)) certain += 1;
  }
  return {
    range: between(rational(certain), rational(possible)),
    evidence: [...now.evidence, ...before.evidence],
    missing: certain === possible ? [] : [...now.missing, ...before.missing],
  };
};
