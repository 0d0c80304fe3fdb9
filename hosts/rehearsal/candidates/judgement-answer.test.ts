import assert from 'node:assert/strict';
import test from 'node:test';
import { plantStudy } from './given.ts';
import { judgementChance } from './judgement-answer.ts';

/** A sentence, the criterion that asks it, the chance of yes, and whether a pattern knows it. */
const rows: readonly (readonly [text: string, rule: string, chance: number, known: boolean])[] = [
  ['able and willing to comply with the study', '', 0.97, true],
  ['severe and uncontrolled disease of the heart, nervous system or lung', 'not: ', 0.025, true],
  ['major surgery needed during the study at an unacceptable risk', 'not: ', 0.01, true],
  ['live vaccine expected during the study', 'not: ', 0.015, true],
  ['hair is blue', '', 0.9, false],
  ['hair is blue', 'not: ', 0.03, false],
  ['hair is blue', 'not', 0.03, false],
  ['hair is blue', 'not: not', 0.9, false],
];

for (const [text, side, chance, known] of rows)
  test(`${side === '' ? 'include' : side} "${text}": ${chance}`, () => {
    const study = plantStudy({
      P1: `${side}${side === 'not' || side.endsWith(' not') ? ' ' : ''}judged "${text}" at screening`,
    });
    assert.deepEqual(judgementChance(study, text), { text, chance, known });
  });

test('a sentence that no criterion asks is taken to speak against a person', () => {
  assert.equal(judgementChance(plantStudy({ P1: 'reached consent' }), 'hair is blue').chance, 0.03);
});
