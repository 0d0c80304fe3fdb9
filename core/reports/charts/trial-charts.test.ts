import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { shipped } from '#core/conduct/given.ts';
import { founding, masked, maskedScene, sceneOfPeople, six, sixScene } from './given.ts';
import { chartsOf, type TrialCharts } from './trial-charts.ts';

const sections = ['efficacy', 'disease', 'exposure', 'safety'] as const;

const idsOf = (charts: TrialCharts): readonly (readonly [string, readonly string[]])[] =>
  sections.map((section) => [section, charts[section].map(({ id }) => id)]);

test('the charts of a trial by section; what has no data is absent', () => {
  assert.deepEqual(idsOf(chartsOf(sixScene)), [
    [
      'efficacy',
      [
        'chart/forest/primary',
        'chart/share/response',
        'chart/share/complete-response',
        'chart/survival/time-to-response',
        'chart/waterfall/UPCR',
      ],
    ],
    [
      'disease',
      [
        'chart/mean/UPCR',
        'chart/profiles/UPCR',
        'chart/mean/eGFR',
        'chart/profiles/eGFR',
        'chart/mean/SLEDAI-2K',
        'chart/heat/SLEDAI-2K',
      ],
    ],
    ['exposure', ['chart/median/prednisone-equivalent']],
    ['safety', ['chart/swimmer']],
  ]);
});

test('each chart says something, has an id of its own and notes that are sentences', () => {
  const all = Object.values(chartsOf(sixScene)).flat();
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const { id, said, notes, title } of all) {
    assert.match(said, /\d.*\.$/s, id);
    assert.notEqual(title, '', id);
    for (const note of notes) assert.match(note, /\.$/, id);
  }
});

test('without people there are no charts, in any trial', () => {
  for (const trial of ['nct01741857', 'nct03580291', 'nct03673748', 'nct04318600', 'nct05631717'])
    assert.deepEqual(
      idsOf(chartsOf(sceneOfPeople(shipped(trial), []))).flatMap(([, ids]) => ids),
      [],
      trial,
    );
});

test('the order in which people are given changes nothing', () => {
  const expected = chartsOf(sixScene);
  fc.assert(
    fc.property(fc.shuffledSubarray([...six], { minLength: six.length }), (people) => {
      assert.deepEqual(chartsOf(sceneOfPeople(founding, people)), expected);
    }),
    { numRuns: 20 },
  );
});

test('while arms are not told no chart hangs on them: one that is known, or another one, changes nothing', () => {
  const expected = chartsOf(maskedScene);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom('msc', 'il-2'), (place, arm) => {
      const people = masked.map((person, index) => (index === place ? { ...person, arm } : person));
      assert.deepEqual(chartsOf(sceneOfPeople(founding, people)), expected);
    }),
    { numRuns: 12 },
  );
  assert.ok(Object.values(expected).flat().length > 8);
  for (const chart of Object.values(expected).flat()) assert.deepEqual(chart.arms, []);
});
