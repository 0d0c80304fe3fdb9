import assert from 'node:assert/strict';
import test from 'node:test';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { analysisSetting, isMasked } from './analysis-setting.ts';
import { claim, planted, settingOf, studyWith } from './given.ts';

const study = studyWith([]);
const people = sixPeople(study);

test('strata by participant, as they were allocated', () => {
  const setting = analysisSetting(study, people, deriveValues(study, people));
  assert.equal(setting.stratumOf('P-001'), 'all');
  assert.equal(setting.stratumOf('P-009'), undefined);
  assert.deepEqual(setting.factorsOf('P-001'), []);
});

test('masked as soon as the arm of one of those allocated is not told', () => {
  const maskedWith = (arms: readonly (string | undefined)[]) =>
    isMasked(
      settingOf(
        study,
        arms.map((arm, index) => planted(`P-${index}`, arm, claim('true'))),
      ),
    );
  const rows = [
    [['msc', 'il-2'], false],
    [['msc', undefined], true],
    [[undefined, undefined], true],
    [[], false],
  ] as const;
  for (const [told, expected] of rows) assert.equal(maskedWith(told), expected, told.join());
});

test('with their arms told the six people of the trial are not masked, and without one of them they are', () => {
  assert.equal(isMasked({ study, valuesOf: deriveValues(study, people) }), false);
  const [first, ...others] = people;
  assert.ok(first);
  const one = [{ ...first, arm: undefined }, ...others];
  assert.equal(isMasked({ study, valuesOf: deriveValues(study, one) }), true);
});
