import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { openTrial } from '../given.ts';

const trial = 'nct03580291';
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
  // 84 days after 2026-03-23 is 2026-06-15, which still counts.
  [
    'cyclophosphamide',
    1,
    'P-002: Not eligible by E1. Would be eligible from 2026-06-16, all else staying as it is.',
    [/cyclophosphamide 2026-03-23, 8 weeks before/, /would pass from 2026-06-16/],
  ],
  ['mycophenolate-failed', 1, 'P-003: Not eligible by E2.', [/mycophenolate 2021-02-01 to 2022-03-31/]],
  [
    'ast-missing',
    3,
    'P-004: Needs information for I3b, E7b.',
    [/needs AST at screening \(not recorded\)/, /needs the exact date of kidney-biopsy of 2026-02/],
  ],
];

for (const [name, code, verdict, reasons] of people)
  test(`the made-up person ${name}: ${verdict}`, () => {
    const [status, out] = run('screen', trial, `trials/${trial}/people/${name}.yaml`);
    assert.deepEqual([status, out.split('\n')[0]], [code, verdict]);
    for (const reason of reasons) assert.match(out, reason);
    assert.equal(out.match(/^ {2}(passes|fails|not known) +[IE]\d/gm)?.length, 18, 'each criterion has its line');
  });

test('the definition has no error and no warning, and its questions keep it from recruiting', () => {
  const [code, out] = run('check', trial);
  assert.equal(code, 0);
  assert.match(out, /^nct03580291: 0 errors, 0 warnings\. 18 criteria, 11 endpoints, 32 assumptions\.\n/);
  assert.match(out, /No criterion contradicts, repeats or is implied by another\./);
  assert.match(out, /It cannot be opened for recruitment while 9 questions of severity error are open\./);
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
