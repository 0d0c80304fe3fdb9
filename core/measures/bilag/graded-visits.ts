import type { Sitting } from '#core/measures/measure.ts';
import { type GradedBilag, gradeBilag } from './grade-bilag.ts';
import type { BilagOptions } from './options.ts';
import { isAssessed, type ReadAssessment, readAssessment } from './read-assessment.ts';

/** An earlier assessment with its grades; D and E are left open in them. */
export interface GradedVisit {
  readonly read: ReadAssessment;
  readonly graded: GradedBilag;
}

/** The visits before this one at which BILAG was assessed, the latest first, each graded against the one before it. */
export const gradedVisits = (sitting: Sitting, options: BilagOptions): readonly GradedVisit[] => {
  const { earlier } = sitting;
  if (earlier.length === 0) return [];
  const reads = earlier.filter(isAssessed).map((visit) => readAssessment({ ...sitting, ...visit }));
  return reads.map((read, index) => ({
    read,
    graded: gradeBilag(read.values, reads[index + 1]?.values, new Map(), options),
  }));
};
