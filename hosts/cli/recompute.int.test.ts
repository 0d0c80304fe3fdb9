import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { openScratch, tell } from './given.ts';

const scratch = openScratch('recompute');
after(scratch.remove);

const hasR = spawnSync('Rscript', ['-e', 'library(survival)']).status === 0;
const skip = hasR ? false : 'Rscript with its recommended packages is not installed';

/** What R says of a report folder: evidence/recompute/recompute.R shares no code with the program. */
const recompute = (folder: string) => {
  const { status, stdout } = spawnSync('Rscript', ['evidence/recompute/recompute.R', folder], { encoding: 'utf8' });
  return { status, said: stdout };
};

const reported = async (trial: string, participants: number): Promise<string> => {
  const [run, report] = [scratch.at(`${trial}-run`), scratch.at(`${trial}-report`)];
  const rehearsed = await tell([
    'rehearse',
    trial,
    '--seed',
    '11',
    '--participants',
    String(participants),
    '--out',
    run,
  ]);
  const analysed = await tell(['analyse', run, '--out', report]);
  assert.deepEqual([rehearsed.code, analysed.code], [0, 0], trial);
  return report;
};

/** Fewer than the design has, for time; as many as every table needs to have numbers. */
const trials: readonly (readonly [string, number])[] = [
  ['nct01741857', 10],
  ['nct03580291', 24],
  ['nct03673748', 8],
  ['nct04318600', 8],
  ['nct05631717', 16],
];
for (const [trial, participants] of trials)
  test(`${trial}: R computes every number of the report from its data`, { skip }, async () => {
    const { status, said } = recompute(await reported(trial, participants));
    assert.match(said, /^(\d+) numbers, \1 recomputed, 0 differ, 0 without a rule$/m);
    assert.equal(status, 0);
  });

test('a number that was changed is named, and so is one that nobody can compute', { skip }, async () => {
  const folder = await reported('nct05631717', 8);
  const file = `${folder}/results.csv`;
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex(
    (line) => line.startsWith('primary-comparison,') && line.includes('primary/difference,lower,'),
  );
  assert.ok(at > 0, 'the lower end of the primary difference');
  const changed = lines.with(at, (lines[at] ?? '').replace(/(lower,-?\d\.\d{4})\d{2}/, '$100'));
  assert.notDeepEqual(changed, lines);
  const stranger = 'primary,stranger,stranger/of/nothing,n,1,1';
  writeFileSync(file, [...changed.filter((line) => line !== ''), stranger, ''].join('\n'));
  const { status, said } = recompute(folder);
  assert.equal(status, 1);
  assert.match(said, /1 differ, 1 without a rule/);
  assert.match(said, /These differ:[\s\S]*primary-comparison primary\/difference lower/);
  assert.match(said, /there is no rule:[\s\S]*stranger\/of\/nothing/);
});
