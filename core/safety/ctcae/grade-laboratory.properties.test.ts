import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { between, exactly, type Range } from '#core/quantities/range.ts';
import { compare, multiply, type Rational, rational } from '#core/quantities/rational.ts';
import { conversionFactor } from '#core/quantities/unit.ts';
import type { CtcaeVersion } from './grade.ts';
import { gradeLaboratory } from './grade-laboratory.ts';
import type { LaboratoryRule } from './laboratory-rule.ts';
import { rulesOf } from './laboratory-rules.ts';
import type { LaboratorySetting } from './laboratory-setting.ts';
import { type LaboratoryTerm, laboratoryTerms, subjectOf, unitCalled } from './laboratory-term.ts';

const graded = laboratoryTerms.flatMap((term) =>
  (['v5.0', 'v4.03'] as const).filter((v) => rulesOf(term, v).length > 0).map((version) => ({ term, version })),
);
type Graded = (typeof graded)[number];

/** Some size at which the term is interesting: its first printed limit, or 40. */
const scaleOf = ({ term, version }: Graded): Rational => {
  const { unit } = subjectOf(term);
  const printed = rulesOf(term, version).flatMap((rule: LaboratoryRule) =>
    rule.value.flatMap(({ than }) => (than.kind === 'printed' ? than.limits : [])),
  );
  const [limit] = printed.flatMap((each) => {
    const factor = conversionFactor(each.unit, unit);
    return factor === undefined ? [] : [multiply(each.value, factor)];
  });
  return limit ?? rational(40);
};

/** Twentieths of that size, mostly near it. */
const part = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 600 }));
const flag = fc.constantFrom(true, false);

interface Point {
  readonly about: Graded;
  readonly parts: readonly [number, number, number, number];
  readonly symptomatic: boolean;
  readonly anticoagulated: boolean;
}

const point: fc.Arbitrary<Point> = fc.record({
  about: fc.constantFrom(...graded),
  parts: fc.tuple(part, part, part, part),
  symptomatic: flag,
  anticoagulated: flag,
});

const sized = (about: Graded, twentieths: number): Rational => multiply(scaleOf(about), rational(twentieths, 20));

const reported = (term: LaboratoryTerm, range: Range) => ({ range, unit: subjectOf(term).unit });

const settingOf = ({ about, parts, symptomatic, anticoagulated }: Point): LaboratorySetting => ({
  version: about.version,
  normal: {
    low: sized(about, Math.min(parts[1], parts[2])),
    high: sized(about, Math.max(parts[1], parts[2])),
    of: 'test',
    written: '',
  },
  baseline: reported(about.term, exactly(sized(about, parts[3]))),
  symptomatic,
  anticoagulated,
});

const gradesAt = (at: Point, range: Range, setting: LaboratorySetting = settingOf(at)) =>
  gradeLaboratory(at.about.term, reported(at.about.term, range), setting).possible;

test('with everything known there is one grade', () => {
  fc.assert(
    fc.property(point, (at) => {
      assert.equal(gradesAt(at, exactly(sized(at.about, at.parts[0]))).length, 1);
    }),
    { numRuns: 2000 },
  );
});

test('the bounds contain what becomes of every completion', () => {
  const blur = fc.record({
    wider: fc.tuple(fc.nat(20), fc.nat(20)),
    low: flag,
    high: flag,
    baseline: fc.constantFrom('kept', 'wider', 'missing'),
    symptomatic: flag,
    anticoagulated: flag,
  });
  fc.assert(
    fc.property(point, blur, (at, lost) => {
      const full = settingOf(at);
      const value = at.parts[0];
      const stretch = between(
        sized(at.about, Math.max(0, value - lost.wider[0])),
        sized(at.about, value + lost.wider[1]),
      );
      const wide = between(sized(at.about, Math.max(1, at.parts[3] - 5)), sized(at.about, at.parts[3] + 5));
      const baselines = { kept: full.baseline, wider: reported(at.about.term, wide), missing: undefined };
      const blurred: LaboratorySetting = {
        version: full.version,
        normal: full.normal && {
          ...full.normal,
          low: lost.low ? undefined : full.normal.low,
          high: lost.high ? undefined : full.normal.high,
        },
        baseline: baselines[lost.baseline],
        symptomatic: lost.symptomatic ? undefined : full.symptomatic,
        anticoagulated: lost.anticoagulated ? undefined : full.anticoagulated,
      };
      const possible = gradesAt(at, stretch, blurred);
      for (const grade of gradesAt(at, exactly(sized(at.about, value)))) assert.ok(possible.includes(grade));
    }),
    { numRuns: 5000 },
  );
});

const rises = (term: LaboratoryTerm, version: CtcaeVersion): boolean =>
  rulesOf(term, version).every((rule) => rule.value.every(({ is }) => is.startsWith('>')));

test('a value further out has no lower grade', () => {
  fc.assert(
    fc.property(point, part, (at, other) => {
      const [less, more] = [sized(at.about, at.parts[0]), sized(at.about, other)].sort(compare);
      assert.ok(less !== undefined && more !== undefined);
      const [mild, severe] = rises(at.about.term, at.about.version) ? [less, more] : [more, less];
      assert.ok(Math.max(...gradesAt(at, exactly(mild))) <= Math.max(...gradesAt(at, exactly(severe))));
    }),
    { numRuns: 2000 },
  );
});

/** Other units of the same kind as the term's own. */
const otherUnits: Readonly<Record<string, readonly string[]>> = {
  'g/L': ['g/dL', 'mg/dL', 'mg/L'],
  'mg/dL': ['g/L', 'mg/L', 'umol/L', 'mmol/L'],
  'umol/L': ['mmol/L', 'nmol/L'],
  'mmol/L': ['umol/L'],
  'U/L': ['ukat/L', 'U/mL'],
  '10*9/L': ['/uL', '/mm3', '10*3/uL'],
  ms: ['s'],
  s: ['ms'],
  'g/(24.h)': ['mg/24h', 'g/h'],
  '1': ['%'],
};

test('the unit of entry is irrelevant', () => {
  fc.assert(
    fc.property(point, fc.nat(9), (at, which) => {
      const { unit, molarMass } = subjectOf(at.about.term);
      const names = otherUnits[unit.code];
      assert.ok(names !== undefined, `other units of ${unit.code}`);
      const other = unitCalled(names[which % names.length] ?? unit.code);
      const factor = conversionFactor(unit, other, molarMass);
      assert.ok(factor !== undefined);
      const value = sized(at.about, at.parts[0]);
      const entered = { range: exactly(multiply(value, factor)), unit: other };
      const found = gradeLaboratory(at.about.term, entered, settingOf(at)).possible;
      assert.deepEqual(found, gradesAt(at, exactly(value)));
    }),
    { numRuns: 2000 },
  );
});

test('between mass and amount the grades differ at most where the printed limits do, by less than a tenth', () => {
  const twice = graded.filter(({ term }) => /calcemia$|magnesemia|glycemia|cholesterol|triglyc/.test(term));
  assert.ok(twice.length > 8);
  fc.assert(
    fc.property(point, fc.constantFrom(...twice), (at, about) => {
      const here: Point = { ...at, about };
      const { unit, molarMass } = subjectOf(about.term);
      const factor = conversionFactor(unit, unitCalled('mg/dL'), molarMass);
      assert.ok(factor !== undefined);
      const value = sized(about, at.parts[0]);
      const entered = { range: exactly(multiply(value, factor)), unit: unitCalled('mg/dL') };
      const [found] = gradeLaboratory(about.term, entered, settingOf(here)).possible;
      const near = [rational(9, 10), rational(11, 10)].map(
        (times) => gradesAt(here, exactly(multiply(value, times)))[0],
      );
      assert.ok(found !== undefined && near[0] !== undefined && near[1] !== undefined);
      assert.ok(Math.min(near[0], near[1]) <= found && found <= Math.max(near[0], near[1]));
    }),
    { numRuns: 2000 },
  );
});
