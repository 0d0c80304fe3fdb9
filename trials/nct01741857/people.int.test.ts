import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

const trial = 'nct01741857';
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
  ['seventeen', 0, 'P-002: Eligible.', [/passes +I1b +From 15 to 60 years/]],
  // Three times 40 U/L is 120; the limit of men, 50, would let 131 pass.
  ['liver-enzyme', 1, 'P-003: Not eligible by E1.', [/fails +E1 .*\n.*ALT 131 U\/L/]],
  [
    'failure-not-asked',
    3,
    'P-004: Needs information for I3b.',
    [/not known +I3b .*\n +needs mycophenolate of 2025-03-01/],
  ],
  ['infection', 1, 'P-005: Not eligible by E4.', [/pneumonia 2026-05-09, ongoing/]],
];

for (const [name, code, verdict, reasons] of people)
  test(`the made-up person ${name}: ${verdict}`, () => {
    const [status, out] = run('screen', trial, `trials/${trial}/people/${name}.yaml`);
    assert.deepEqual([status, out.split('\n')[0]], [code, verdict]);
    for (const reason of reasons) assert.match(out, reason);
    assert.equal(out.match(/would (pass|be eligible) from/g), null, 'no criterion here hangs on a window');
    for (const criterion of ['I1a', 'I1b', 'I1c', 'I2', 'I3a', 'I3b', 'I4', 'I5', 'E1', 'E2', 'E3', 'E4', 'E5'])
      assert.match(out, new RegExp(`^  \\w.* ${criterion} `, 'm'), 'each criterion has its line');
  });

test('the definition has no error and no warning, and its questions keep it from recruiting', () => {
  const [code, out] = run('check', trial);
  assert.equal(code, 0);
  assert.match(out, /^nct01741857: 0 errors, 0 warnings\. 13 criteria, 14 endpoints, 24 assumptions\.\n/);
  assert.match(out, /No criterion contradicts, repeats or is implied by another\./);
  assert.match(out, /cannot be opened for recruitment while 6 questions of severity error are open\./);
});

// Written by `node bin/trialwright.js show nct01741857 > trials/nct01741857/golden/synopsis.txt`.
test('the synopsis is the one that was read', () => {
  const [code, out] = run('show', trial);
  assert.equal(code, 0);
  assert.equal(out, readFileSync(new URL('golden/synopsis.txt', import.meta.url), 'utf8'));
});

test('a minor of whom only the own consent is recorded wants two more before enrolment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minor-'));
  const file = join(folder, 'person.yaml');
  const written = readFileSync(new URL('people/seventeen.yaml', import.meta.url), 'utf8');
  writeFileSync(file, written.replace(/^(consent by|assent): .*\n/gm, ''));
  const [, out] = run('screen', trial, file);
  rmSync(folder, { recursive: true });
  assert.match(out, /^P-002: Eligible\.\n {2}wanting before enrolment: consent of a parent or guardian, assent\n/);
});
