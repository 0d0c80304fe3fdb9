import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openTrial } from '../given.ts';

const trial = 'nct04318600';
const { definition } = openTrial(trial).study;
const root = join(import.meta.dirname, '../..');

/** What the program answers and with which exit code. */
const run = (...args: readonly string[]): readonly [code: number | null, out: string] => {
  const { status, stdout } = spawnSync(process.execPath, ['bin/trialwright.js', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return [status, stdout];
};

/** The values of one field, wherever it stands in the definition. */
const named = (value: unknown, field: 'id' | 'title'): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === field && typeof inner === 'string' ? [inner] : named(inner, field),
  );
};

/** The made-up person, the exit code, the verdict, and reasons that must be given. */
const people: readonly (readonly [name: string, code: number, verdict: string, reasons: readonly RegExp[]])[] = [
  ['eligible', 0, 'P-001: Eligible.', []],
  ['seventeen', 0, 'P-002: Eligible.', [/passes +I1a/]],
  // The limit of women from 18 years: 73 µmol/L.
  ['creatinine-at-the-limit', 1, 'P-003: Not eligible by E2.', [/creatinine 73 umol\/L; upper limit of normal/]],
  // Three months after 2026-03-09 is 2026-06-09, which still counts.
  [
    'another-trial',
    1,
    'P-004: Not eligible by E13. Would be eligible from 2026-06-10, all else staying as it is.',
    [/would pass from 2026-06-10/],
  ],
  ['course-not-said', 3, 'P-005: Needs information for I1b.', [/lupus-nephritis of 2025-02: uncontrolled/]],
];

for (const [name, code, verdict, reasons] of people)
  test(`the made-up person ${name}: ${verdict}`, () => {
    const [status, out] = run('screen', trial, `trials/${trial}/people/${name}.yaml`);
    assert.deepEqual([status, out.split('\n')[0]], [code, verdict]);
    for (const reason of reasons) assert.match(out, reason);
    assert.equal(out.match(/^ {2}(passes|fails|not known) +[IE]\d/gm)?.length, 35, 'each criterion has its line');
  });

test('the definition has no error and no warning, and its questions keep it from recruiting', () => {
  const [code, out] = run('check', trial);
  assert.equal(code, 0);
  assert.match(out, /^nct04318600: 0 errors, 0 warnings\. 35 criteria, 7 endpoints, 31 assumptions\.\n/);
  assert.match(out, /No criterion contradicts, repeats or is implied by another\./);
  assert.match(out, /It cannot be opened for recruitment while 6 questions of severity error are open\./);
});

test('the synopsis names every arm, activity, criterion, endpoint, rule, duty, assumption and question', () => {
  const [code, out] = run('show', trial);
  assert.equal(code, 0);
  const { arms, activities, eligibility, endpoints, safety, duties, assumptions, questions } = definition;
  const titles = named([arms, activities, eligibility, endpoints, safety, duties], 'title');
  const ids = named([eligibility, endpoints, safety?.rules, safety?.stopping, duties, assumptions, questions], 'id');
  assert.ok(ids.length > 80 && titles.length > 50);
  const flat = out.replaceAll(/\s+/g, ' ');
  assert.deepEqual(
    [...ids, ...titles].filter((each) => !flat.includes(each)),
    [],
  );
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
