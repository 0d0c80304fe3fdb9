import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const trial = 'nct03673748';
const root = join(import.meta.dirname, '../..');

/** What the program answers and with which exit code. */
const run = (...args: readonly string[]): readonly [code: number | null, out: string] => {
  const { status, stdout } = spawnSync(process.execPath, ['bin/trialwright.js', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return [status, stdout];
};

/** The made-up person, the exit code, the verdict, and reasons that must be given. */
const people: readonly (readonly [name: string, code: number, verdict: string, reasons: readonly RegExp[]])[] = [
  ['eligible', 0, 'P-001: Eligible.', []],
  ['relapse', 0, 'P-002: Eligible.', [/passes +I3b /]],
  // Six months before 2026-05-18 is 2025-11-18.
  ['old-biopsy', 1, 'P-003: Not eligible by I3b.', [/fails +I3b .*\n(.*\n)?.*kidney-biopsy 2025-11-17/]],
  // Six months after 2026-03-02 is 2026-09-02, which still counts.
  [
    'rituximab',
    1,
    'P-004: Not eligible by E2. Would be eligible from 2026-09-03, all else staying as it is.',
    [/fails +E2 .*\n.*rituximab 2026-03-02, 11 weeks before .*\n +would pass from 2026-09-03\n/],
  ],
  ['class-missing', 3, 'P-005: Needs information for I3a.', [/not known +I3a .*\n +needs LN-class at selection/]],
  // Two months after 2026-04-14 is 2026-06-14. On 2026-09-03 the biopsy of 2025-12-20 is older than six months.
  [
    'two-windows',
    1,
    'P-006: Not eligible by E2, E6.',
    [
      /would pass from 2026-09-03\n/,
      /fails +E6 .*\n.*raised ACE-inhibitor 2026-04-14.*\n +would pass from 2026-06-15\n/,
    ],
  ],
];

for (const [name, code, verdict, reasons] of people)
  test(`the made-up person ${name}: ${verdict}`, () => {
    const [status, out] = run('screen', trial, `trials/${trial}/people/${name}.yaml`);
    assert.deepEqual([status, out.split('\n')[0]], [code, verdict]);
    for (const reason of reasons) assert.match(out, reason);
    for (const criterion of 'I1 I2 I3a I3b I4 I5 I6 I7 E1 E2 E3 E4 E5 E6 E7'.split(' '))
      assert.match(out, new RegExp(`^  \\w.* ${criterion} `, 'm'), 'each criterion has its line');
  });

test('the definition has no error and no warning, and its questions keep it from recruiting', () => {
  const [code, out] = run('check', trial);
  assert.equal(code, 0);
  assert.match(out, /^nct03673748: 0 errors, 0 warnings\. 15 criteria, 24 endpoints, 31 assumptions\.\n/);
  assert.match(out, /No criterion contradicts, repeats or is implied by another\./);
  assert.match(
    out,
    /PR: at protein-24h at baseline 3\.5 the limit of protein-24h at week 24 jumps from 1\.75 to 3\.5\./,
  );
  assert.match(out, /cannot be opened for recruitment while 10 questions of severity error are open\./);
});

// Written by `node bin/trialwright.js show nct03673748 > trials/nct03673748/golden/synopsis.txt`.
test('the synopsis is the one that was read', () => {
  const [code, out] = run('show', trial);
  assert.equal(code, 0);
  assert.equal(out, readFileSync(new URL('golden/synopsis.txt', import.meta.url), 'utf8'));
});
