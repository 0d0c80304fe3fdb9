import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { analysisIn, changed, compared, settingOf, smallSetting, studyWith, timed } from './given.ts';
import { isComparedProportion, sensitivityOf } from './sensitivity.ts';

const proportion = `${compared}, test: fisher exact, interval: miettinen-nurminen`;
const study = studyWith([
  `id: by-share, ${proportion}`,
  `id: by-value, ${changed}, comparison: ancova`,
  `id: by-time, ${timed}`,
  'id: within, kind: change, endpoint: sledai-change, population: randomised, test: paired t',
  'id: described, kind: description, endpoint: sri-4, population: randomised',
  'id: share, kind: proportion, endpoint: sri-4, population: randomised, interval: wilson, level: "0.95"',
]);

test('the kind of sensitivity follows from the kind of the analysis; what compares nothing has none', () => {
  const rows = [
    ['by-share', 'difference of proportions'],
    ['by-value', 'difference of means'],
    ['by-time', 'hazard ratio'],
    ['within', undefined],
    ['described', undefined],
    ['share', undefined],
  ] as const;
  for (const [id, scale] of rows) {
    const setting = scale === 'difference of proportions' ? settingOf(study, []) : smallSetting(study);
    assert.equal(sensitivityOf(analysisIn(study, id), setting)?.scale, scale, id);
  }
});

test('a single arm is compared with what it was before', () => {
  const single = shipped('nct01741857');
  assert.equal(sensitivityOf(analysisIn(single, 'primary'), settingOf(single, []))?.scale, 'mean change');
});

test('which comparisons of proportions are computed', () => {
  const asked = analysisIn(study, 'by-share');
  assert.ok(asked.kind === 'compare proportions');
  const rows = [
    [{}, true],
    [{ interval: 'newcombe' }, true],
    [{ test: 'boschloo', sides: 1 }, true],
    [{ test: 'cochran-mantel-haenszel' }, true],
    [{ test: 'cochran-mantel-haenszel', interval: 'newcombe' }, false],
    [{ hypothesis: 'non-inferiority' }, false],
    [{ hypothesis: 'non-inferiority', margin: '0.15' }, true],
    [{ hypothesis: 'non-inferiority', margin: '0.15', interval: 'newcombe' }, false],
  ] as const;
  for (const [more, expected] of rows)
    assert.equal(isComparedProportion({ ...asked, ...more }), expected, JSON.stringify(more));
  assert.equal(isComparedProportion(analysisIn(study, 'by-time')), false);
});

/** Every analysis of the founding trials that compares has its table, without anybody as with people. */
test('the founding trials, none of which names a row', () => {
  const counted = ['nct03580291', 'nct03673748', 'nct04318600', 'nct05631717', 'nct01741857'].map((trial) => {
    const founding = shipped(trial);
    const setting = settingOf(founding, []);
    return founding.definition.analyses.filter((each) => sensitivityOf(each, setting) !== undefined).length;
  });
  assert.deepEqual(counted, [7, 3, 0, 1, 8]);
});
