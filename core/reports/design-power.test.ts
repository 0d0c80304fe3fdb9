import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import { armPrecision, comparisonPower, plannedArms } from './design-power.ts';

const definitionOf = (trial: string) => shipped(trial).definition;
const comparisonOf = (trial: string): ProportionComparison => {
  const found = definitionOf(trial).analyses.find((each) => each.kind === 'compare proportions');
  return found?.kind === 'compare proportions' ? found : assert.fail(trial);
};
const power = (trial: string, experimental: number, control: number) =>
  comparisonPower(comparisonOf(trial), definitionOf(trial), { experimental, control });
const near = (found: number, expected: number, by: number, what = ''): void =>
  assert.ok(Math.abs(found - expected) <= by, `${what} ${found} for ${expected}`);

test('participants of each arm as they are planned', () => {
  const rows = [
    ['nct05631717', { msc: 20, 'il-2': 20 }],
    ['nct03580291', { cells: 115, mmf: 115 }],
    ['nct04318600', { cells: 11, control: 5 }],
    ['nct03673748', { cells: 10, placebo: 10 }],
    ['nct01741857', { cells: 40 }],
  ] as const;
  for (const [trial, expected] of rows)
    assert.deepEqual(Object.fromEntries(plannedArms(definitionOf(trial))), expected, trial);
});

/** Exact powers of Fisher's test for the founding designs, by enumeration in base R. */
test('what the registry designs can show', () => {
  const rows = [
    ['nct05631717', 0.6, 0.3, 0.347],
    ['nct05631717', 0.8, 0.3, 0.846],
    ['nct03673748', 0.6, 0.2, 0.253],
    ['nct03673748', 0.8, 0.2, 0.635],
  ] as const;
  for (const [trial, experimental, control, expected] of rows)
    near(power(trial, experimental, control).asked.power, expected, 5e-4, trial);
  near(power('nct03673748', 0.6, 0.2).size.size, 0.0128, 5e-5, 'size of 10 against 10');
});

test('the number that is needed reaches 80% and stays there, and none less does all of that', () => {
  const { needed, asked } = power('nct05631717', 0.6, 0.3);
  assert.ok(needed !== undefined && asked.power < 0.8);
  // With 20 and 24 an arm .8 against .3 is found in 84.6% and more: fewer than 20 are needed.
  const strong = power('nct05631717', 0.8, 0.3);
  assert.ok(strong.needed !== undefined && strong.needed < 20 && strong.needed < needed);
  assert.equal(power('nct05631717', 0.31, 0.3).needed, undefined);
});

test('non-inferiority is shown more often the better the new arm is, and its exact size may exceed the level', () => {
  const found = power('nct03580291', 0.6, 0.6);
  assert.deepEqual([found.margin, found.test], [0.15, 'Miettinen–Nurminen score, one-sided']);
  assert.ok(found.size.size > 0.025 && found.size.size < 0.03);
  const row = found.curve.filter(({ control }) => control === 0.5).map((each) => each.power);
  assert.deepEqual(
    row,
    row.toSorted((a, b) => a - b),
  );
  const worse = found.detectable.find(({ control }) => control === 0.5);
  assert.ok((worse?.experimental ?? 0) < 0.6, 'less than the control may still be shown not to be inferior by far');
});

/** Registry: P(at least one event of 10%) with 11 is .686; none in 11 leaves 23.8%, none in 16 leaves 17.1%. */
test('what few participants say of a rare event', () => {
  near(armPrecision('cells', 11).seesTenPercent, 0.686, 5e-4);
  near(armPrecision('cells', 11).noneSeen, 0.238, 5e-4);
  near(armPrecision('all', 16).noneSeen, 0.171, 5e-4);
  assert.deepEqual(
    armPrecision('control', 5).intervals.map(({ events }) => events),
    [1, 3, 4],
  );
});
