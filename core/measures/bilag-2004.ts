import { addRanges, between, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Instrument, Item } from './instrument.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, MeasuredProfile, Missing } from './measured.ts';
import { readLevel } from './read-level.ts';
import { sayNumber } from './say.ts';

const systems = [
  ['constitutional', 'Constitutional'],
  ['mucocutaneous', 'Mucocutaneous'],
  ['neuropsychiatric', 'Neuropsychiatric'],
  ['musculoskeletal', 'Musculoskeletal'],
  ['cardiorespiratory', 'Cardiorespiratory'],
  ['gastrointestinal', 'Gastrointestinal'],
  ['ophthalmic', 'Ophthalmic'],
  ['renal', 'Renal'],
  ['haematological', 'Haematological'],
] as const;

/** From most to least severe; D: inactive now, involved before; E: never involved. */
const grades = ['A', 'B', 'C', 'D', 'E'] as const;
/** As the assessor gives it. */
type WholeGrade = (typeof grades)[number];

/** @source yee2010: numerical scoring, A 12, B 8, C 1, D 0, E 0 */
const points: Readonly<Record<WholeGrade, number>> = { A: 12, B: 8, C: 1, D: 0, E: 0 };

const id = 'BILAG-2004';
const title = 'BILAG-2004 index, grades of nine systems';

const item = ([system, label]: readonly [string, string]): Item => ({
  id: `${id}.${system}`,
  label,
  answer: { type: 'level', levels: grades },
});

const [first, ...others] = systems;
const instrument: Instrument = { id, title, items: [item(first), ...others.map(item)] };

interface GradedSystems extends MeasuredProfile {
  readonly systems: ReadonlyMap<string, readonly WholeGrade[]>;
}

const gradesAt = (sitting: Sitting): GradedSystems => {
  const found = new Map<string, readonly WholeGrade[]>();
  const evidence: Evidence[] = [];
  const missing: Missing[] = [];
  for (const [system] of systems) {
    const read = readLevel(`${id}.${system}`, grades, sitting);
    found.set(system, read.level === undefined ? grades : [read.level]);
    if (read.level === undefined) missing.push(read.missing);
    else evidence.push(read.evidence);
  }
  const status = missing.length === 0 ? 'ok' : missing.length === systems.length ? 'not evaluable' : 'partial';
  return { kind: 'profile', status, systems: found, evidence, missing };
};

/**
 * BILAG-2004 as nine grades, one for each system, as the assessor gives them. Licensed wording is not included.
 *
 * @source yee2010; isenberg2005 for the index
 * @returns a grade A–E for each system; every grade stays possible for a system that was not graded
 */
export const bilag2004: Measure = {
  id,
  title,
  value: { kind: 'profile', systems: systems.map(([system]) => system), levels: grades },
  instrument,
  source: 'yee2010',
  rule: 'bilag-2004/1',
  compute: gradesAt,
  explain: (measured) =>
    measured.kind === 'profile'
      ? `BILAG-2004 ${[...measured.systems].map(([system, possible]) => `${system} ${possible.join('/')}`).join(', ')}`
      : '',
};

/**
 * Numerical total of the nine grades, 0–108.
 *
 * @source yee2010
 * @returns whole number; bounds when systems were not graded (0 and 12 for each)
 */
export const bilag2004Total: Measure = {
  id: 'BILAG-2004-total',
  title: 'BILAG-2004 numerical total',
  value: { kind: 'score', least: 0, most: 108 },
  instrument,
  source: 'yee2010',
  rule: 'bilag-2004-total/1',
  compute: (sitting) => {
    const { systems: found, status, evidence, missing } = gradesAt(sitting);
    const range = [...found.values()].reduce(
      (sum, possible) => {
        const scores = possible.map((grade) => points[grade]);
        return addRanges(sum, between(rational(Math.min(...scores)), rational(Math.max(...scores))));
      },
      exactly(rational(0)),
    );
    return { kind: 'number', status, range, evidence, missing };
  },
  explain: (measured) => `BILAG-2004 total ${sayNumber(measured)}`,
};
