import type { Sitting } from '#core/measures/measure.ts';
import type { Evidence, Missing } from '#core/measures/measured.ts';
import { readLevel } from '#core/measures/read-level.ts';
import { or, type Truth } from '#core/quantities/truth.ts';
import { beforeIds, yesNoLevels } from './form.ts';
import type { SystemGrade } from './grade-bilag.ts';
import type { GradedVisit } from './graded-visits.ts';
import type { BilagSystem } from './systems.ts';
import { evidenceFor, itemsUsed, wantingAnswers } from './traces.ts';

/** Whether a system was ever active before: what tells D from E. */
export interface Involvement {
  readonly truth: Truth;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

const isActive = (grade: string): boolean => grade === 'A' || grade === 'B' || grade === 'C';

/** Whether a system was active at an assessment: true when every grade that it may have had says so. */
export const wasActive = ({ possible }: SystemGrade): Truth => {
  if (possible.every(({ grade }) => isActive(grade))) return 'true';
  return possible.some(({ grade }) => isActive(grade)) ? 'unknown' : 'false';
};

const answered = (level: string, evidence: Evidence): Involvement => ({
  truth: level === 'yes' ? 'true' : 'false',
  evidence: [evidence],
  missing: [],
});

/** The answer of the history question at any visit: one yes is enough; without one, a no; else unknown. */
const byHistory = (system: BilagSystem, sitting: Sitting): Involvement => {
  const now = readLevel(beforeIds[system], yesNoLevels, sitting);
  if (now.level !== undefined && (now.level === 'yes' || sitting.earlier.length === 0))
    return answered(now.level, now.evidence);
  const visits: readonly Sitting[] = [sitting, ...sitting.earlier.map((visit) => ({ ...sitting, ...visit }))];
  const reads = visits.map((visit) => readLevel(beforeIds[system], yesNoLevels, visit));
  const known = reads.flatMap((read) => (read.level === undefined ? [] : [read]));
  const missing = reads.flatMap((read) => (read.level === undefined ? [read.missing] : []));
  const [deciding] = [...known.filter(({ level }) => level === 'yes'), ...known];
  if (deciding !== undefined) return answered(deciding.level, deciding.evidence);
  const unreadable = missing.filter(({ kind }) => kind === 'unreadable');
  return { truth: 'unknown', evidence: [], missing: unreadable.length > 0 ? unreadable : missing.slice(0, 1) };
};

const byGrade = (system: BilagSystem, { read, graded }: GradedVisit): Involvement => {
  const grade = graded.systems[system];
  return {
    truth: wasActive(grade),
    evidence: evidenceFor(read, itemsUsed(grade)),
    missing: wantingAnswers(read, grade),
  };
};

/**
 * Whether a system was involved before this visit: by the history question, at this or an earlier visit, or by a grade
 * A, B or C at an earlier assessment.
 *
 * @unknown nothing says yes, and the question was never answered or an earlier grade is open
 */
export const involvedBefore = (system: BilagSystem, sitting: Sitting, earlier: readonly GradedVisit[]): Involvement => {
  const history = byHistory(system, sitting);
  if (earlier.length === 0) return history;
  const all = [history, ...earlier.map((visit) => byGrade(system, visit))];
  const truth = or(all.map((each) => each.truth));
  const deciding = all.filter((each) => each.truth === truth);
  if (truth === 'unknown') return { truth, evidence: [], missing: deciding.flatMap(({ missing }) => missing) };
  return { truth, evidence: deciding.slice(0, 1).flatMap(({ evidence }) => evidence), missing: [] };
};
