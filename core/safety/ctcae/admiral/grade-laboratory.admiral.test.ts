/**
 * Compares with the machine-readable criteria of admiral (Apache-2.0), which are not part of this repository: every
 * expression is evaluated at points around every number that it names, in the unit for which it is written.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { z } from 'zod';
import { multiply, type Rational } from '#core/quantities/rational.ts';
import { conversionFactor } from '#core/quantities/unit.ts';
import { rationalIn, reported } from '../given.ts';
import type { CtcaeVersion } from '../grade.ts';
import { gradeLaboratory } from '../grade-laboratory.ts';
import { rulesOf } from '../laboratory-rules.ts';
import { type LaboratoryTerm, laboratoryTerms, subjectOf, unitCalled } from '../laboratory-term.ts';
import { type AdmiralRow, type KnownNumbers, pointsFor, rowShape, settingsFor, theirGrade } from './given.ts';

const folder = new URL('../../../../../shared/data/standards/ctcae/', import.meta.url);
const skip = existsSync(folder) ? false : 'the criteria of admiral are not beside the repository';

const termOf = (row: AdmiralRow): LaboratoryTerm | undefined => {
  const name = row.TERM.replace(/ \((\w+)\)$/, ', $1').toLowerCase();
  return laboratoryTerms.find((term) => term.toLowerCase() === name);
};

const unitOf = (row: AdmiralRow, term: LaboratoryTerm): string =>
  (row.UNIT_CHECK ?? subjectOf(term).unit.code)
    .replace(/^MMOL/, 'mmol')
    .replace(/^UMOL/, 'umol')
    .replace(/^1\/uL$/, '/uL')
    .replace('^', '*');

/** Written with six places, so that both see the same number. */
const write = (number: number): number => Number(number.toFixed(6));

const compareAt = (
  row: AdmiralRow,
  version: CtcaeVersion,
  term: LaboratoryTerm,
  known: KnownNumbers,
  value: number,
) => {
  const [subject, unit] = [subjectOf(term), unitCalled(unitOf(row, term))];
  const factor = conversionFactor(unit, subject.unit, subject.molarMass);
  assert.ok(factor !== undefined, `${row.TERM} ${unit.code}`);
  const limit = (number: number | undefined): Rational | undefined =>
    number === undefined ? undefined : multiply(rationalIn(String(write(number))), factor);
  const ours = gradeLaboratory(term, reported(`${value} ${unit.code}`), {
    version,
    normal: { low: limit(known.low), high: limit(known.high), of: 'test', written: '' },
    baseline: known.base === undefined ? undefined : reported(`${write(known.base)} ${unit.code}`),
  });
  const [AVAL, BASE] = [value, known.base];
  const theirs = theirGrade(row, {
    AVAL,
    BASE,
    ANRHI: known.high,
    ANRLO: known.low,
    BNRIND: BASE !== undefined && known.high !== undefined && BASE > known.high,
    PCHG: BASE === undefined ? undefined : (100 * (AVAL - BASE)) / BASE,
    high_indicator: true,
  });
  return { ours, theirs };
};

/**
 * Both take the worst of what symptoms or anticoagulation could make of it; a missing baseline leaves ours wider. Where
 * theirs says nothing for want of a limit, ours is open too, unless the value has not risen above a known baseline.
 */
const agrees = (value: number, known: KnownNumbers, { ours, theirs }: ReturnType<typeof compareAt>): boolean => {
  if (theirs === 'NA') return ours.possible.length > 1 || value <= Number(known.base);
  const isComplete = known.base !== undefined && known.high !== undefined;
  return isComplete ? ours.possible.at(-1) === Number(theirs) : ours.possible.some((grade) => grade === Number(theirs));
};

const rowsIn = (file: string): readonly AdmiralRow[] =>
  z.array(rowShape).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

interface Difference {
  readonly file: string;
  readonly term: string;
  readonly isAt: (value: number, known: KnownNumbers) => boolean;
}

const isAlmost = (value: number, limits: readonly number[]): boolean =>
  limits.some((limit) => Math.abs(value / limit - 1) < 0.006);

/**
 * Where ours differs on purpose. Triglycerides: grade 1 is printed as "150 mg/dL - 300 mg/dL", with its lower end. GGT:
 * "2.0 - 2.5 x baseline" includes 2.0, as admiral has it for alkaline phosphatase. Sodium: 129.5 is not "<LLN - 130".
 * Ionized calcium in mg/dL: admiral takes 4 mg/mmol, here it is 4.0078.
 */
const differences: readonly Difference[] = [
  { file: 'ncictcaev4.json', term: 'Hypertriglyceridemia', isAt: (value) => value === 1.71 },
  { file: 'ncictcaev5.json', term: 'Hypertriglyceridemia', isAt: (value) => value === 1.71 },
  { file: 'ncictcaev5_uscv.json', term: 'Hypertriglyceridemia', isAt: (value) => value === 150 },
  { file: 'ncictcaev5.json', term: 'GGT increased', isAt: (value, { base }) => value === 2 * Number(base) },
  { file: 'ncictcaev5_uscv.json', term: 'GGT increased', isAt: (value, { base }) => value === 2 * Number(base) },
  { file: 'ncictcaev5.json', term: 'Hyponatremia', isAt: (value) => value > 129 && value < 130 },
  { file: 'ncictcaev5_uscv.json', term: 'Hyponatremia', isAt: (value) => value > 129 && value < 130 },
  { file: 'ncictcaev5_uscv.json', term: 'Hypercalcemia (Ionized)', isAt: (value) => isAlmost(value, [6, 6.4, 7.2]) },
  { file: 'ncictcaev5_uscv.json', term: 'Hypocalcemia (Ionized)', isAt: (value) => isAlmost(value, [4, 3.6, 3.2]) },
];

/** Terms of theirs that are not graded here: glucose of someone who may not have fasted. */
const left: Readonly<Record<string, readonly string[]>> = { 'ncictcaev4.json': ['Hyperglycemia'] };

const files = [
  ['ncictcaev4.json', 'v4.03', 41],
  ['ncictcaev5.json', 'v5.0', 40],
  ['ncictcaev5_uscv.json', 'v5.0', 40],
] as const;

for (const [file, version, least] of files)
  test(`${file}: the grades of admiral, but for the named differences`, { skip }, () => {
    const rows = rowsIn(file).map((row) => ({ row, term: termOf(row) }));
    const ungraded = rows.filter(({ term }) => term === undefined || rulesOf(term, version).length === 0);
    assert.deepEqual(
      ungraded.map(({ row }) => row.TERM),
      left[file] ?? [],
    );
    assert.ok(rows.length - ungraded.length >= least);
    const named = differences.filter((each) => each.file === file);
    const met = new Set<Difference>();
    for (const { row, term } of rows)
      for (const known of term === undefined ? [] : settingsFor(row))
        for (const value of pointsFor(row, known).map(write)) {
          if (term === undefined || ungraded.some((each) => each.row === row)) continue;
          const both = compareAt(row, version, term, known, value);
          if (agrees(value, known, both)) continue;
          const difference = named.find((each) => each.term === row.TERM && each.isAt(value, known));
          const said = `theirs ${both.theirs}, ours ${both.ours.possible.join('/')}`;
          assert.ok(difference, `${row.TERM} ${value} ${JSON.stringify(known)}: ${said}`);
          met.add(difference);
        }
    assert.equal(met.size, named.length, 'a named difference was not met');
  });
