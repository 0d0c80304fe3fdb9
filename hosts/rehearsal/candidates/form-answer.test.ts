import assert from 'node:assert/strict';
import test from 'node:test';
import type { Item, ItemType } from '#core/measures/instrument.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { drawCandidate } from './candidate.ts';
import { openDraws } from './draws.ts';
import { answererOf } from './form-answer.ts';

const drawsOf = openDraws(secretFromSeed(7));
const crowd = Array.from({ length: 400 }, (_, number) => drawCandidate(`C-${number}`, drawsOf(number)));
const itemOf = (id: string, answer: ItemType): Item => ({ id, label: id, answer });
const answersTo = (item: Item) => {
  const { known, answer } = answererOf(item);
  const entries = crowd.map(answer);
  return { known, values: [...new Set(entries.map(({ value }) => value))].toSorted(), unit: entries[0]?.unit };
};

const level = { type: 'level', levels: ['red', 'green', 'blue'] } as const;

/** What nobody taught: the item, its answers, its unit. */
const untaught: readonly (readonly [string, ItemType, readonly string[], string | undefined])[] = [
  ['level', level, ['blue', 'green', 'red'], undefined],
  ['levels', { ...level, type: 'levels' }, ['blue', 'green', 'red'], undefined],
  ['quantity', { type: 'quantity', units: ['g/L', 'g/dL'], plausible: ['10', '70'] }, ['40'], 'g/L'],
  ['quantity', { type: 'quantity', units: ['g/L'], plausible: ['0', '0.25'] }, ['0.13'], 'g/L'],
  ['decimal', { type: 'decimal', least: '0', most: '3', places: 1 }, ['2'], undefined],
  ['whole number', { type: 'whole number', least: 1, most: 4 }, ['1', '2', '3', '4'], undefined],
];

for (const [name, answer, values, unit] of untaught)
  test(`an unknown ${name} is answered from its form: ${values.join(', ')}`, () => {
    assert.deepEqual(answersTo(itemOf('unheard-of', answer)), { known: false, values, unit });
  });

test('a known result in a unit that the form does not take is not known', () => {
  const asked = (units: readonly [string, ...string[]]) =>
    answersTo(itemOf('creatinine', { type: 'quantity', units, plausible: ['0', '10'] }));
  assert.equal(asked(['mg/dL', 'umol/L']).unit, 'umol/L');
  assert.deepEqual(asked(['mmol/L']), { known: false, values: ['5'], unit: 'mmol/L' });
});

test('a known answer that is not on the list gives way to the list', () => {
  const asked = answersTo(itemOf('pregnant', { type: 'level', levels: ['present', 'absent'] }));
  assert.deepEqual(asked.values, ['absent', 'present']);
});

test('answers of one person agree', () => {
  const of = (id: string, levels: readonly [string, ...string[]]) =>
    answererOf(itemOf(id, { type: 'level', levels })).answer;
  const [pregnant, urine] = [of('pregnant', ['yes', 'no']), of('urine-hCG', ['negative', 'positive'])];
  const casts = of('RBC-casts', ['present', 'absent']);
  const sledai = of('SLEDAI-2K.urinary-casts', ['present', 'absent']);
  for (const each of crowd) {
    assert.equal(pregnant(each).value === 'yes', urine(each).value === 'positive');
    assert.equal(casts(each).value, sledai(each).value);
  }
});
