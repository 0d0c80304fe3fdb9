import type { Sitting } from '#core/measures/measure.ts';
import type { Evidence, Missing } from '#core/measures/measured.ts';
import { gradeBilag, type SystemGrade } from './grade-bilag.ts';
import { type GradedVisit, gradedVisits } from './graded-visits.ts';
import { type Involvement, involvedBefore } from './involved-before.ts';
import type { BilagOptions } from './options.ts';
import { type ReadAssessment, readAssessment } from './read-assessment.ts';
import { type BilagSystem, bilagSystems, forSystems } from './systems.ts';
import { evidenceFor, itemsUsed, wantingAnswers } from './traces.ts';

/** One system at one visit: its grade, the records that it rests on, and what would have to be known. */
export interface TracedSystem {
  readonly system: BilagSystem;
  readonly grade: SystemGrade;
  readonly evidence: readonly Evidence[];
  /** What told D from E, where the grade is one of them. */
  readonly historyEvidence: readonly Evidence[];
  /** Items that were not answered. */
  readonly missing: readonly Missing[];
  /** What tells D from E, where both are possible. */
  readonly missingHistory: readonly Missing[];
}

/** What the rules compare with the assessment before. */
const compared = [78, 79, 81, 82, 83, 84, 86, 87];

/** What was recorded for compared items at the assessment before. */
const evidenceBefore = (latest: GradedVisit, used: readonly number[]): readonly Evidence[] =>
  evidenceFor(
    latest.read,
    used.filter((item) => compared.includes(item)),
  );

const traced = (
  system: BilagSystem,
  grade: SystemGrade,
  read: ReadAssessment,
  earlier: readonly GradedVisit[],
  involvement: Involvement,
): TracedSystem => {
  const used = itemsUsed(grade);
  const evidence = evidenceFor(read, used);
  const [latest] = earlier;
  const isResting = grade.possible.some((possible) => possible.grade === 'D' || possible.grade === 'E');
  return {
    system,
    grade,
    evidence: latest === undefined ? evidence : [...evidence, ...evidenceBefore(latest, used)],
    historyEvidence: isResting ? involvement.evidence : [],
    missing: wantingAnswers(read, grade),
    missingHistory: isResting ? involvement.missing : [],
  };
};

/**
 * Grades the nine systems at a visit from the answers of the form, against the latest earlier visit at which BILAG was
 * assessed.
 */
export const gradeSitting = (asked: Sitting, options: BilagOptions): readonly TracedSystem[] => {
  // A chart may look for the earlier visits whenever they are asked for: once is enough.
  const sitting = { ...asked };
  const read = readAssessment(sitting);
  const earlier = gradedVisits(sitting, options);
  const involvements = forSystems((system) => involvedBefore(system, sitting, earlier));
  const before = { get: (system: BilagSystem) => involvements[system].truth };
  const { systems } = gradeBilag(read.values, earlier[0]?.read.values, before, options);
  return bilagSystems.map((system) => traced(system, systems[system], read, earlier, involvements[system]));
};
