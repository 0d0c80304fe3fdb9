import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import { computeWilson } from '#core/statistics/intervals/wilson.ts';
import { edited } from '#core/study/given.ts';
import { analyseProportion, isProportion } from './analyse-proportion.ts';
import { deriveValues } from './derived-values.ts';
import { sixPeople } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const studyWith = (written: string) =>
  studyIn(edited(text, 'assumptions:\n', `  - { id: share, kind: proportion, ${written} }\n\nassumptions:\n`));
const resultOf = (written: string, people = true) => {
  const study = studyWith(written);
  const [analysis] = study.definition.analyses.filter(isProportion);
  assert.ok(analysis);
  return analyseProportion(analysis, study, deriveValues(study, people ? sixPeople(study) : []));
};
const response = 'endpoint: response, population: randomised, level: "0.95"';

/** By hand: 2 of 3 with cells, 1 of 3 with IL-2. */
test('the share of each arm, with the interval that the study names', () => {
  const { arms } = resultOf(`${response}, interval: clopper-pearson`);
  assert.deepEqual(
    arms.map(({ arm, counts, interval }) => [arm, counts, 'lower' in interval && interval.lower]),
    [
      ['msc', { events: 2, of: 3 }, lowerOf(computeClopperPearson({ events: 2, of: 3 }))],
      ['il-2', { events: 1, of: 3 }, lowerOf(computeClopperPearson({ events: 1, of: 3 }))],
    ],
  );
  const [wilson] = resultOf(`${response}, interval: wilson`).arms;
  assert.equal(wilson && lowerOf(wilson.interval), lowerOf(computeWilson({ events: 2, of: 3 })));
});

const lowerOf = (found: object): unknown => ('lower' in found ? found.lower : undefined);

test('one arm where one is named; nobody, and no interval', () => {
  assert.deepEqual(
    resultOf(`${response}, interval: wilson, arm: il-2`).arms.map(({ arm }) => arm),
    ['il-2'],
  );
  const [empty] = resultOf(`${response}, interval: wilson`, false).arms;
  assert.deepEqual([empty?.counts, empty?.interval], [{ events: 0, of: 0 }, { notEstimable: 'no participants' }]);
});
