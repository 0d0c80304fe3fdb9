import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checkMethod } from '#core/randomisation/allocation-method.ts';
import { isDrawnMethod, methodOf } from './allocation-design.ts';
import * as g from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const head = /allocation:\n {2}method: permuted blocks\n {2}ratio: (.*)\n.*\n/;
const ratio = '{ msc: 1, il-2: 1 }';
const by = (method: string, more = ''): string =>
  text.replace(head, `allocation:\n  method: ${method}\n  ratio: ${ratio}\n${more}`);
const heavy = '  strata: [{ id: heavy, title: Heavy, rule: UPCR at screening >= 3 g/g }]\n';
const arms = [
  { id: 'msc', ratio: 1 },
  { id: 'il-2', ratio: 1 },
];
const plan = { arms, strata: ['all'], slotsPerStratum: 40 };

/** A study file, and the method as allocation knows it. */
const rows = [
  ['simple', by('simple'), { algorithm: 'simple/1', ...plan }],
  ['blocks', text, { algorithm: 'permuted-blocks/1', ...plan, blockSizes: [2, 4, 6] }],
  [
    'blocks in strata',
    by('permuted blocks', `  block sizes: [2]\n  by site: true\n${heavy}`),
    {
      algorithm: 'permuted-blocks/1',
      ...plan,
      strata: ['nanjing, heavy yes', 'nanjing, heavy no'],
      blockSizes: [2],
    },
  ],
  ['big stick', by('big stick', '  limit: 3\n'), { algorithm: 'big-stick/1', ...plan, limit: 3 }],
  ['biased coin', by('biased coin'), { algorithm: 'biased-coin/1', ...plan }],
  [
    'biased coin with its chance',
    by('biased coin', '  chance: 3/4\n'),
    { algorithm: 'biased-coin/1', ...plan, chance: { times: 3, outOf: 4 } },
  ],
  [
    'minimisation',
    by('minimisation', `  by site: true\n  chance: 9/10\n${heavy}`),
    {
      algorithm: 'minimisation/1',
      arms,
      factors: [
        { id: 'site', levels: ['nanjing'] },
        { id: 'heavy', levels: ['yes', 'no'] },
      ],
      measure: 'range',
      chance: { times: 9, outOf: 10 },
    },
  ],
  ['uploaded', by('uploaded list'), undefined],
] as const;

for (const [what, study, expected] of rows)
  test(what, () => {
    const method = methodOf(g.studyIn(study), 40);
    assert.deepEqual(method, expected);
    if (method !== undefined) assert.equal(checkMethod(method), undefined);
  });

test('by choice, and in one group', () => {
  const [chosen, single] = [methodOf(g.shipped('nct04318600'), 16), methodOf(g.shipped('nct01741857'), 40)];
  assert.deepEqual(chosen, {
    algorithm: 'assigned/1',
    arms: [
      { id: 'cells', participants: 11 },
      { id: 'control', participants: 5 },
    ],
  });
  assert.deepEqual(single, { algorithm: 'single-group/1', arm: 'cells' });
  for (const method of [chosen, single]) assert.ok(method !== undefined && !isDrawnMethod(method));
});
