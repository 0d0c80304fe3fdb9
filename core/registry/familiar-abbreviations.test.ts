import assert from 'node:assert/strict';
import test from 'node:test';
import { familiarAbbreviations } from './familiar-abbreviations.ts';

test('what the field reads at once is familiar; names of responses are not, each trial defines its own', () => {
  for (const name of ['SLE', 'BILAG', 'GFR', 'SAE']) assert.ok(familiarAbbreviations.has(name), name);
  for (const name of ['CR', 'PR', 'RR', 'SRI', 'MSC']) assert.ok(!familiarAbbreviations.has(name), name);
});
