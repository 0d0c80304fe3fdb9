import assert from 'node:assert/strict';
import test from 'node:test';
import { consent, design, laboratory, masking, site } from './schema-design.ts';

const open = { phase: 3, assignment: 'parallel', masking: 'open', participants: 40 };

test('the phase is a number from 1 to 4 or a phase that has a name', () => {
  const rows = [
    [1, true],
    [4, true],
    ['1/2', true],
    ['2b', true],
    ['early 1', true],
    ['not applicable', true],
    [0, false],
    [5, false],
    ['3', false],
    ['2c', false],
  ] as const;
  for (const [phase, expected] of rows)
    assert.equal(design.safeParse({ ...open, phase }).success, expected, String(phase));
});

test('who is masked is one of a list, by means in words', () => {
  const rows = [
    [{ masked: ['participant', 'care provider', 'statistician'], means: ['an opaque bag'] }, true],
    [{ masked: [], means: [] }, true],
    [{ masked: ['everybody'], means: [] }, false],
    [{ masked: ['participant'] }, false],
    [{ masked: ['participant'], means: ['a bag'], 'sealed measures': ['CRP'], 'unmasked roles': ['pharmacist'] }, true],
  ] as const;
  for (const [value, expected] of rows) assert.equal(masking.safeParse(value).success, expected, JSON.stringify(value));
});

test('ages, offsets and limits', () => {
  const rows = [
    [consent, { 'of age': 18, 'assent from': 14, 'reconsent at majority': true }, true],
    [consent, { 'assent from': 14 }, false],
    [site, { id: 'one', title: 'One', zone: 'Europe/Madrid', offset: '+01:00', laboratory: 'central' }, true],
    [site, { id: 'one', title: 'One', zone: 'Europe/Madrid', offset: '1' }, false],
    [laboratory, { id: 'one', title: 'One', ranges: [{ measure: 'ALT', high: 40, unit: 'U/L' }] }, true],
    [laboratory, { id: 'one', title: 'One', ranges: [{ measure: 'ALT', high: 40 }] }, false],
    [laboratory, { id: 'one', title: 'One', ranges: [] }, false],
  ] as const;
  for (const [schema, value, expected] of rows)
    assert.equal(schema.safeParse(value).success, expected, JSON.stringify(value));
});
