import assert from 'node:assert/strict';
import test from 'node:test';
import { type Causality, isSusar, isSuspected, type SafetyCase } from './safety-case.ts';

const event: SafetyCase = {
  isSerious: true,
  isExpected: false,
  isFatalOrLifeThreatening: false,
  byInvestigator: 'related',
  bySponsor: undefined,
  stamps: {},
};

/** By the investigator, by the sponsor, suspected: the rule that a sponsor never downgrades; no number of a paper. */
const opinions: readonly (readonly [Causality, Causality | undefined, boolean])[] = [
  ['related', undefined, true],
  ['related', 'not related', true],
  ['not related', 'related', true],
  ['not related', undefined, false],
  ['not related', 'not related', false],
];
for (const [byInvestigator, bySponsor, expected] of opinions)
  test(`${byInvestigator} to the investigator, ${bySponsor ?? 'no opinion'} to the sponsor: ${expected ? '' : 'not '}suspected`, () =>
    assert.equal(isSuspected({ ...event, byInvestigator, bySponsor }), expected));

test('a suspected unexpected serious reaction needs all three', () => {
  assert.equal(isSusar(event), true);
  assert.equal(isSusar({ ...event, isSerious: false }), false);
  assert.equal(isSusar({ ...event, isExpected: true }), false);
  assert.equal(isSusar({ ...event, byInvestigator: 'not related' }), false);
});
