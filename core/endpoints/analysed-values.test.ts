import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { analysedValues } from './analysed-values.ts';

const study = shipped('nct05631717');

test('the endpoint and the population of the analysis are those that are asked for', () => {
  const asked: string[] = [];
  const valuesOf = (endpoint: { readonly of: { readonly id: string } }, at?: string, population?: string) => {
    asked.push(`${endpoint.of.id} ${at ?? 'main'} ${population}`);
    return [];
  };
  assert.deepEqual(analysedValues({ id: 'a', endpoint: 'response', population: 'treated' }, study, valuesOf), []);
  assert.deepEqual(asked, ['response main treated']);
});

test('an endpoint that is not there breaks, and says which', () => {
  const missing = { id: 'a', endpoint: 'cure', population: 'randomised' } as const;
  assert.throws(() => analysedValues(missing, study, () => []), /analysis a has no endpoint cure/);
});
