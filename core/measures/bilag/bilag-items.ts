import type { Measure, Sitting } from '#core/measures/measure.ts';
import type { Evidence, Measured, MeasuredNumber, MeasuredProfile, Missing, Status } from '#core/measures/measured.ts';
import { sayNumber } from '#core/measures/say.ts';
import { wholeForm } from '#core/measures/weighted-score.ts';
import { addRanges, between, exactly, isExact, type Range } from '#core/quantities/range.ts';
import { rational, zero } from '#core/quantities/rational.ts';
import { explainSystem } from './explain.ts';
import { bilagForm } from './form.ts';
import { gradeSitting, type TracedSystem } from './grade-sitting.ts';
import { type BilagOptions, defaultBilagOptions } from './options.ts';
import { type BilagGrade, type BilagSystem, bilagGrades, bilagPoints, bilagSystems } from './systems.ts';

/** The nine grades with the reasons of each, which every result carries beside its value. */
interface WithGrades {
  readonly systemGrades: readonly TracedSystem[];
}

/** Grades of the nine systems, with their reasons. */
export interface BilagProfile extends MeasuredProfile, WithGrades {}

/** The numerical total, with the grades that make it and their reasons. */
export interface BilagTotal extends MeasuredNumber, WithGrades {}

const hasGrades = (measured: Measured): measured is BilagProfile | BilagTotal => 'systemGrades' in measured;

/** The active systems; undefined for a result that is not of these measures. */
const activeSystems = (measured: Measured): string | undefined => {
  if (!hasGrades(measured)) return undefined;
  const said = measured.systemGrades.map(({ system, grade }) => explainSystem(system, grade));
  return said.filter((each) => each !== '').join(', ') || 'no active system';
};

const explained =
  (name: (measured: Measured) => string): Measure['explain'] =>
  (measured) => {
    const active = activeSystems(measured);
    return active === undefined ? name(measured) : `${name(measured)}: ${active}`;
  };

const statusOf = (systems: readonly TracedSystem[], isSettled: (system: TracedSystem) => boolean): Status => {
  if (!systems.some(({ grade }) => grade.isAnswered)) return 'not evaluable';
  return systems.every(isSettled) ? 'ok' : 'partial';
};

/** With nothing answered the whole form is missing, and each answer that nobody can read. */
const missingOf = (
  systems: readonly TracedSystem[],
  status: Status,
  sitting: Sitting,
  missingIn: (system: TracedSystem) => readonly Missing[],
): readonly Missing[] => {
  if (status === 'ok') return [];
  if (status === 'partial') return systems.flatMap(missingIn);
  const all = systems.flatMap(({ missing }) => missing);
  return [wholeForm(bilagForm.id, sitting, all), ...all.filter(({ kind }) => kind === 'unreadable')];
};

const isOneGrade = ({ grade }: TracedSystem): boolean => grade.possible.length === 1 && !grade.isLowerBound;

const gradesBySystem = (systems: readonly TracedSystem[]): MeasuredProfile['systems'] => {
  const grades = new Map<BilagSystem, readonly BilagGrade[]>();
  for (const { system, grade } of systems)
    grades.set(
      system,
      grade.possible.map((each) => each.grade),
    );
  return grades;
};

const profileEvidence = (systems: readonly TracedSystem[]): readonly Evidence[] => {
  const all: Evidence[] = [];
  for (const { evidence, historyEvidence } of systems) {
    all.push(...evidence);
    all.push(...historyEvidence);
  }
  return all;
};

const profileOf = (sitting: Sitting, options: BilagOptions): BilagProfile => {
  const systemGrades = gradeSitting(sitting, options);
  const status = statusOf(systemGrades, isOneGrade);
  const missingIn = (system: TracedSystem): readonly Missing[] =>
    isOneGrade(system) ? [] : [...(isOneScore(system) ? [] : system.missing), ...system.missingHistory];
  return {
    kind: 'profile',
    status,
    systems: gradesBySystem(systemGrades),
    evidence: profileEvidence(systemGrades),
    missing: missingOf(systemGrades, status, sitting, missingIn),
    systemGrades,
  };
};

const scoresOf = ({ grade }: TracedSystem): Range => {
  const points = grade.possible.map((each) => bilagPoints[each.grade]);
  return between(rational(Math.min(...points)), rational(Math.max(...points)));
};

/** D and E score alike. */
const isOneScore = (system: TracedSystem): boolean => isExact(scoresOf(system)) && !system.grade.isLowerBound;

const totalOf = (sitting: Sitting, options: BilagOptions): BilagTotal => {
  const systemGrades = gradeSitting(sitting, options);
  const status = statusOf(systemGrades, isOneScore);
  const missingIn = (system: TracedSystem): readonly Missing[] => (isOneScore(system) ? [] : system.missing);
  return {
    kind: 'number',
    status,
    range: systemGrades.map(scoresOf).reduce(addRanges, exactly(zero)),
    evidence: systemGrades.flatMap(({ evidence }) => evidence),
    missing: missingOf(systemGrades, status, sitting, missingIn),
    systemGrades,
  };
};

/**
 * BILAG-2004 computed from the 97 items of the form: a grade A–E for each of the nine systems, renal ones against the
 * latest earlier visit at which BILAG was assessed. Numbers are converted to the units of the form without rounding; an
 * item that is not due to lupus counts as absent.
 *
 * @source yee2010; isenberg2005 for the index; what is recalled is named in `bilagOptions`
 * @returns for each system all grades that are still possible; `partial` when a system has several
 * @unknown nothing answered
 */
export const bilagFromItems = (options: BilagOptions = defaultBilagOptions, id = 'BILAG-2004-items'): Measure => ({
  id,
  title: 'BILAG-2004 index, grades from the 97 items',
  value: { kind: 'profile', systems: bilagSystems, levels: bilagGrades },
  instrument: bilagForm,
  source: 'yee2010',
  rule: `${id.toLowerCase()}/1`,
  compute: (sitting) => profileOf(sitting, options),
  explain: explained(() => 'BILAG-2004'),
});

/**
 * Numerical total of the nine grades from the 97 items, 0–108.
 *
 * @source yee2010
 * @returns whole number; bounds when answers are missing
 */
export const bilagTotalFromItems = (
  options: BilagOptions = defaultBilagOptions,
  id = 'BILAG-2004-items-total',
): Measure => ({
  ...bilagFromItems(options, id),
  title: 'BILAG-2004 numerical total from the 97 items',
  value: { kind: 'score', least: 0, most: 108 },
  compute: (sitting) => totalOf(sitting, options),
  explain: explained((measured) => `BILAG-2004 total ${sayNumber(measured)}`),
});

export const bilagItems: Measure = bilagFromItems();
export const bilagItemsTotal: Measure = bilagTotalFromItems();
