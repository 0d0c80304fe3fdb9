import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import { nobody } from '#core/conduct/participant.ts';
import { deriveValue } from './derive-value.ts';
import { deriveValues } from './derived-values.ts';
import { sixPeople } from './given.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));
const people = sixPeople(study);

test('every endpoint: the values of the randomised, in their order, as each is derived alone', () => {
  const valuesOf = deriveValues(study, [nobody, ...people]);
  for (const endpoint of study.endpoints)
    assert.deepEqual(
      valuesOf(endpoint),
      people.map((participant) => deriveValue(endpoint, study, participant)),
    );
});

test('asked again it is the same value, not another computation', () => {
  const valuesOf = deriveValues(study, people);
  for (const endpoint of study.endpoints) assert.equal(valuesOf(endpoint), valuesOf(endpoint));
});
