import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { sayPopulations } from './say-populations.ts';

const { definition } = g.shipped('nct05631717');

test('a study that says nothing of populations has no line', () => assert.deepEqual(sayPopulations(definition), []));

test('each thing that is said has its line', () => {
  const said = sayPopulations({
    ...definition,
    populations: {
      'arm without doses': 'never treated',
      'per protocol': {
        deviations: ['visit missed', 'dose late'],
        'least doses': '0.8',
        conditions: [{ id: 'heavy', title: 'Not heavy', rule: 'weight at baseline > 90 kg' }],
      },
    },
    'visit mapping': {
      'out of window': 'as recorded',
      tie: 'later',
      several: 'latest',
      baseline: 'last before treatment',
    },
  });
  assert.deepEqual(said, [
    'those of an arm without doses: never treated',
    'per protocol excludes: visit missed; dose late; heavy (Not heavy)',
    'per protocol at least 0.8 of the doses planned',
    'a visit out of its window: as recorded',
    'as near to two visits: the later',
    'of several at one visit: the latest',
    'what baseline lacks: last before treatment',
  ]);
});

test('the trial with a population per protocol says its rule', () => {
  const [rule = '', least] = sayPopulations(g.shipped('nct03580291').definition);
  assert.match(rule, /^per protocol excludes: found ineligible later; .*; primary endpoint not known$/);
  assert.equal(least, 'per protocol at least 0.8 of the doses planned');
});
