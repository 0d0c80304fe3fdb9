import assert from 'node:assert/strict';
import test from 'node:test';
import { wholeStudy } from '#core/randomisation/newcomer.ts';
import * as g from './given.ts';
import { chartOf } from './participant-chart.ts';
import { isRefusal } from './refusal.ts';
import { levelsOf, strataOf, stratumOf } from './strata.ts';

const study = g.shipped('nct03580291');

test('without strata there is one', () => {
  assert.deepEqual(strataOf(g.shipped('nct05631717')), [wholeStudy]);
});

test('by site and by two rules: four sites make sixteen strata, all different', () => {
  const strata = strataOf(study);
  assert.equal(strata.length, 16);
  assert.equal(new Set(strata).size, 16);
  assert.equal(strata[0], 'nanjing, class-v-only yes, heavy-proteinuria yes');
});

test('a person stands in the stratum of the site and of the answers; an open answer leaves nobody in either', () => {
  const rows = [
    ['V', '3.0', 'nanjing, class-v-only yes, heavy-proteinuria yes'],
    ['IV, V', '2.99', 'nanjing, class-v-only no, heavy-proteinuria no'],
    ['not done', '3.0', { refused: 'stratum not known', strata: ['class-v-only'] }],
    ['not done', 'not done', { refused: 'stratum not known', strata: ['class-v-only', 'heavy-proteinuria'] }],
  ] as const;
  for (const [classes, upcr, expected] of rows) {
    const person = g.participantAfter([
      g.identified,
      g.consented,
      g.described,
      g.screeningHeld,
      g.section('screening', 'biopsy', [{ item: 'LN-class', value: classes }]),
      g.kidney('screening', `UPCR ${upcr === 'not done' ? upcr : `${upcr} g/g`}`, 'protein-24h not done'),
    ]);
    const levels = levelsOf(study, person, chartOf(study, person, '2026-06-01'));
    const stratum = isRefusal(levels) ? levels : stratumOf(levels);
    assert.deepEqual(stratum, expected);
    if (typeof stratum === 'string') assert.ok(strataOf(study).includes(stratum));
  }
});
