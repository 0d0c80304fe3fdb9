import assert from 'node:assert/strict';
import test from 'node:test';
import { gradeInfusionReaction, type InfusionReaction } from './infusion-related-reaction.ts';

const mild: InfusionReaction = {
  'interruption or therapy indicated': 'false',
  'prophylaxis up to 24 hours indicated': 'false',
  'not rapidly responsive': 'false',
  'recurrence after improvement': 'false',
  'hospitalization indicated': 'false',
  'life-threatening': 'false',
  died: 'false',
};

/** Grades of ctcae5, "Infusion related reaction". */
const reactions: readonly (readonly [string, Partial<InfusionReaction>, string, string])[] = [
  ['mild and transient', {}, '1', 'ok'],
  ['interrupted, prompt response', { 'interruption or therapy indicated': 'true' }, '2', 'ok'],
  ['prophylaxis for a day', { 'prophylaxis up to 24 hours indicated': 'true' }, '2', 'ok'],
  [
    'interrupted, no prompt response',
    { 'interruption or therapy indicated': 'true', 'not rapidly responsive': 'true' },
    '3',
    'ok',
  ],
  ['came back', { 'recurrence after improvement': 'true' }, '3', 'ok'],
  ['hospital', { 'hospitalization indicated': 'true' }, '3', 'ok'],
  ['life-threatening', { 'life-threatening': 'true', 'hospitalization indicated': 'unknown' }, '4', 'ok'],
  ['died', { died: 'true', 'life-threatening': 'unknown' }, '5', 'ok'],
  ['interruption not known', { 'interruption or therapy indicated': 'unknown' }, '1 2', 'partial'],
  [
    'interrupted, response not known',
    { 'interruption or therapy indicated': 'true', 'not rapidly responsive': 'unknown' },
    '2 3',
    'partial',
  ],
];

for (const [name, findings, possible, status] of reactions)
  test(`infusion related reaction, ${name}: ${possible}`, () => {
    const graded = gradeInfusionReaction({ ...mild, ...findings });
    assert.deepEqual([graded.possible.join(' '), graded.status], [possible, status]);
  });

test('it names its scale, and what is asked for', () => {
  const graded = gradeInfusionReaction({ ...mild, 'not rapidly responsive': 'unknown' });
  assert.deepEqual(
    [graded.scale, graded.version, graded.rule, graded.missing],
    ['CTCAE', 'v5.0', 'CTCAE v5.0 infusion related reaction/1', ['not rapidly responsive']],
  );
});

test('a reaction of which nothing is known is not evaluable', () => {
  const unknown: InfusionReaction = {
    'interruption or therapy indicated': 'unknown',
    'prophylaxis up to 24 hours indicated': 'unknown',
    'not rapidly responsive': 'unknown',
    'recurrence after improvement': 'unknown',
    'hospitalization indicated': 'unknown',
    'life-threatening': 'unknown',
    died: 'unknown',
  };
  const graded = gradeInfusionReaction(unknown);
  assert.deepEqual([graded.possible, graded.status, graded.missing.length], [[1, 2, 3, 4, 5], 'not evaluable', 7]);
});
