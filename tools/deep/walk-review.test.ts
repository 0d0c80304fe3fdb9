import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { openGround, walkTrial } from './conduct-walk.ts';
import { reviewed } from './review-order.ts';

const text = readFileSync(new URL('../../trials/nct03673748/study.yaml', import.meta.url), 'utf8');
const ground = openGround(readStudy(text).study ?? assert.fail());
const walks = 80;
const steps = 500;
const seen = new Set<string>();
const refused = new Set<string>();

for (let seed = 1; seed <= walks; seed += 1) {
  const walked = walkTrial(ground, seed, steps);
  for (const { event } of walked.log.all()) seen.add(event.type);
  for (const why of walked.refused.keys()) refused.add(why);
}

test('walks come to every event of the review, and to a correction', () => {
  for (const type of [...reviewed, 'item corrected']) assert.ok(seen.has(type), type);
});

test('and to what it refuses', () => {
  for (const why of ['frozen', 'not frozen', 'queries open', 'query stands otherwise', 'value not found'])
    assert.ok(refused.has(why), why);
});
