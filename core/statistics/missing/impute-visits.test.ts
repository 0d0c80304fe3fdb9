import assert from 'node:assert/strict';
import test from 'node:test';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { meanOf } from '../descriptive/moments.ts';
import { assertNear, expectedOf } from '../given.ts';
import { type CompletedParticipant, imputeVisits } from './impute-visits.ts';
import type { ReferenceAssumption } from './reference-based.ts';
import type { MonotoneParticipant } from './visit-regressions.ts';

const kinds: readonly (readonly [kind: 'MAR' | 'J2R' | 'CR' | 'CIR', assumption: ReferenceAssumption])[] = [
  ['MAR', 'missing at random'],
  ['J2R', 'jump to reference'],
  ['CR', 'copy reference'],
  ['CIR', 'copy increments in reference'],
];
interface Row extends Readonly<Record<'MAR' | 'J2R' | 'CR' | 'CIR' | 'x', readonly (readonly number[])[]>> {
  readonly arm: readonly number[];
  readonly y: readonly (readonly (number | null)[])[];
  readonly z: readonly number[];
}
const participantsOf = ({ arm, x, y }: Row): readonly MonotoneParticipant[] =>
  y.map((values, i) => ({
    arm: arm[i] === 1 ? 1 : 0,
    covariates: x[i] ?? [],
    values: values.map((value) => value ?? undefined),
  }));
const impute = (
  participants: readonly MonotoneParticipant[],
  assumption: ReferenceAssumption,
  normal: () => number,
): readonly CompletedParticipant[] => {
  const found = imputeVisits(participants, assumption, normal);
  assert.ok(!('notEstimable' in found), JSON.stringify(found));
  return found;
};

const rows = expectedOf<readonly Row[]>('impute-visits');
for (const [set, row] of rows.entries()) {
  for (const [kind, assumption] of kinds) {
    test(`as R from the same normal numbers: set ${set + 1}, ${assumption} (evidence/oracles/impute-visits)`, () => {
      const numbers = [...row.z];
      const found = impute(participantsOf(row), assumption, () => numbers.shift() ?? Number.NaN);
      found.forEach(({ values, imputed }, i) => {
        values.forEach((value, visit) => {
          assertNear(value, row[kind][i]?.[visit] ?? Number.NaN, 1e-9);
        });
        assert.equal(imputed, row.y[i]?.filter((value) => value === null).length);
      });
      assert.equal(numbers.length, 0);
    });
  }
}

const [first] = rows;
assert.ok(first);
const stream = (name: string) => openStream(secretFromSeed(7), name);

test('the same stream gives the same data; what was observed stays; the reference arm knows one assumption', () => {
  const people = participantsOf(first);
  const [one, again, other] = (['jump to reference', 'jump to reference', 'copy reference'] as const).map(
    (assumption) => {
      const drawn = stream('visits');
      return impute(people, assumption, () => drawn.normal());
    },
  );
  assert.deepEqual(one, again);
  people.forEach(({ arm, values }, i) => {
    values.forEach((value, visit) => {
      if (value !== undefined) assert.equal(one?.[i]?.values[visit], value);
    });
    if (arm === 0) {
      one?.[i]?.values.forEach((value, visit) => {
        assertNear(value, other?.[i]?.values[visit] ?? Number.NaN, 1e-9);
      });
    }
  });
});

test('over many imputations the mean at the last visit is that of the regression line (rubin1987)', () => {
  // One visit, no covariates: missing at random means around the mean of the own arm, 10 and 4.
  const people: readonly MonotoneParticipant[] = [8, 10, 12, 9, 11, 3, 4, 5, 2, 6, undefined, undefined].map(
    (value, i) => ({
      arm: i < 5 || i === 10 ? 1 : 0,
      covariates: [],
      values: [value],
    }),
  );
  const drawn = stream('many');
  const sets = Array.from({ length: 3000 }, () => impute(people, 'missing at random', () => drawn.normal()));
  const at = (i: number): number => meanOf(sets.map((set) => set[i]?.values[0] ?? Number.NaN));
  // Predictive deviation: √(20/6 · 6/5) = 2, with 20 the residual squares and E(1/χ²) = 1/6; of a mean of 3000: 0.037.
  assertNear(at(10), 10, 0.015);
  assertNear(at(11), 4, 0.04);
});

const one = (values: MonotoneParticipant['values'], arm: 0 | 1 = 0): MonotoneParticipant => ({
  arm,
  covariates: [],
  values,
});
test('refuses what cannot be imputed', () => {
  const refused: readonly (readonly [participants: readonly MonotoneParticipant[], expected: string])[] = [
    [[one([1, undefined, 2])], 'missing between observed visits'],
    [[one([1]), one([1, 2])], 'visits of different number'],
    [[one([Number.NaN])], 'not a number'],
    [[one([1]), one([2], 1)], 'too few participants at a visit'],
    [[one([1]), one([2], 1), one([undefined])], 'too few participants at a visit'],
    [[one([1]), one([1], 1), one([1])], 'no variation'],
  ];
  for (const [participants, expected] of refused) {
    assert.deepEqual(
      imputeVisits(participants, 'copy reference', () => 0.5),
      { notEstimable: expected },
    );
  }
});
