import assert from 'node:assert/strict';
import test from 'node:test';
import { bilag2004 } from '#core/measures/bilag-2004.ts';
import type { MeasuredProfile } from '#core/measures/measured.ts';
import { sayRange } from '#core/measures/say.ts';
import { countNewGrades } from './new-grades.ts';

const systems = bilag2004.value.kind === 'profile' ? bilag2004.value.systems : [];

/** One letter a system; `?` is a system that was not graded. */
const profile = (letters: string, point: string): MeasuredProfile => ({
  kind: 'profile',
  status: 'ok',
  systems: new Map(
    systems.map((system, index) => [system, [...(letters[index] === '?' ? 'ABCDE' : (letters[index] ?? ''))]]),
  ),
  evidence: [{ record: point, what: 'BILAG-2004', written: letters, date: undefined }],
  missing: letters.includes('?') ? [{ kind: 'item', item: 'BILAG-2004', point, why: 'not recorded' }] : [],
});

/**
 * Before, now, grade, how many are new. New A: A now and not before; new B: B now and C, D or E before (isenberg2005;
 * the no-worsening part of SRI-4, furie2009).
 */
const rows: readonly (readonly [string, string, string, string])[] = [
  ['EEEEEEEEE', 'EEEEEEEEE', 'A', '0'],
  ['EEEEEEEEE', 'AEEEEEEEE', 'A', '1'],
  ['BEEEEEEEE', 'AEEEEEEEE', 'A', '1'],
  ['AEEEEEEEE', 'AEEEEEEEE', 'A', '0'],
  ['CDEBAEEEE', 'AAAAAEEEE', 'A', '4'],
  ['EEEEEEEEE', 'BEEEEEEEE', 'B', '1'],
  ['CEEEEEEEE', 'BEEEEEEEE', 'B', '1'],
  ['DEEEEEEEE', 'BEEEEEEEE', 'B', '1'],
  ['AEEEEEEEE', 'BEEEEEEEE', 'B', '0'],
  ['BEEEEEEEE', 'BEEEEEEEE', 'B', '0'],
  ['EEEEEEEEE', 'AEEEEEEEE', 'B', '0'],
  ['CDEAB????', 'BBBBB????', 'B', '3 to 7'],
  ['?EEEEEEEE', 'AEEEEEEEE', 'A', '0 to 1'],
  ['AEEEEEEEE', '?EEEEEEEE', 'A', '0'],
  ['EEEEEEEEE', '?EEEEEEEE', 'A', '0 to 1'],
  ['?EEEEEEEE', 'CEEEEEEEE', 'A', '0'],
  ['?????????', '?????????', 'B', '0 to 9'],
  ['BEEEEEEEE', '?EEEEEEEE', 'B', '0'],
];
for (const [before, now, grade, expected] of rows)
  test(`from ${before} to ${now}: ${expected} new ${grade}`, () => {
    const worth = countNewGrades(profile(now, 'now'), profile(before, 'before'), grade, bilag2004.value);
    assert.equal(sayRange(worth.range), expected);
    assert.equal(worth.missing.length > 0, expected.includes('to'), 'what is missing is said only where it matters');
    assert.deepEqual(
      worth.evidence.map(({ record }) => record),
      ['now', 'before'],
    );
  });

test('a system that is absent from a profile may have any grade', () => {
  const empty: MeasuredProfile = { ...profile('EEEEEEEEE', 'now'), systems: new Map() };
  assert.equal(sayRange(countNewGrades(empty, profile('EEEEEEEEE', 'before'), 'A', bilag2004.value).range), '0 to 9');
});

test('what is not graded by system is broken', () => {
  const level = { kind: 'level', status: 'ok', possible: ['yes'], evidence: [], missing: [] } as const;
  assert.throws(() => countNewGrades(level, profile('EEEEEEEEE', 'now'), 'A', bilag2004.value), /not graded by system/);
});
