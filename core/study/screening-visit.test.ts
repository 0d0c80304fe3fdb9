import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { screeningVisit } from './screening-visit.ts';

const openTrial = (id: string) => {
  const { study } = readStudy(readFileSync(new URL(`../../trials/${id}/study.yaml`, import.meta.url), 'utf8'));
  assert.ok(study !== undefined, id);
  return study;
};

/** The record of NCT03673748 calls it selection. */
const rows = [
  ['nct05631717', 'screening'],
  ['nct03673748', 'selection'],
] as const;
for (const [trial, visit] of rows)
  test(`people are screened for ${trial} at ${visit}`, () => assert.equal(screeningVisit(openTrial(trial)), visit));
