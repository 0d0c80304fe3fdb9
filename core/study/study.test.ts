import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { blockingQuestions, milestones } from './study.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const blocking = (of: string): readonly string[] => {
  const read = readDefinition(of);
  assert.ok(isDefinition(read));
  return blockingQuestions(read.definition);
};

test('questions of severity error block until they are answered; warnings never do', () => {
  const asked = 'S002-03, severity: error, ask: "Is the cell dose 2×10^6 or 1×10^6 per kg?", assumption: A-03 }';
  assert.ok(blocking(text).includes('S002-03'));
  assert.ok(!blocking(text).includes('S002-17'), 'a warning');
  const answered = edited(text, asked, asked.replace(' }', ', answer: "2×10^6" }'));
  assert.deepEqual(
    blocking(answered),
    blocking(text).filter((id) => id !== 'S002-03'),
  );
});

test('moments that are not visits', () => {
  assert.deepEqual(milestones, ['consent', 'randomisation', 'first dose']);
});
