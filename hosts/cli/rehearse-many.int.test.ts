import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { mustBeCalm, openScratch, tell } from './given.ts';
import { runAll } from './processes.ts';

const scratch = openScratch('many');
const home = process.cwd();
after(() => {
  process.chdir(home);
  scratch.remove();
});

const trials = ['nct05631717', 'nct04318600'];
const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** Each in a folder of its own, from which the default folders hang. */
const rehearsedWith = async (workers: string) => {
  process.chdir(scratch.makeFolder(workers));
  const told = await tell(['rehearse', ...trials, '--workers', workers]);
  mustBeCalm(told);
  assert.equal(told.code, 0);
  const folders = trials.map((trial) => filesIn(scratch.at(workers, 'rehearsals', `${trial}-seed-7`)));
  return { out: told.out, folders };
};

test('the same seed on one and on two workers: the same folders, byte for byte, and the same text', async () => {
  const [one, two] = [await rehearsedWith('1'), await rehearsedWith('2')];
  assert.deepEqual(two, one);
  assert.ok(one.folders.every((files) => files.has('log.ndjson') && files.has('values.csv')));
  process.chdir(scratch.makeFolder('alone'));
  const [alone] = await runAll([['rehearse', trials[0] ?? '']], 1);
  assert.equal(alone?.code, 0);
  assert.deepEqual(filesIn(scratch.at('alone', 'rehearsals', 'nct05631717-seed-7')), one.folders[0]);
});

test('what is said of one trial is refused of several, and a name that is none does not stop the others', async () => {
  for (const more of [
    ['--out', 'x'],
    ['--trials', '10'],
    ['--effect', 'msc=1'],
  ]) {
    const told = await tell(['rehearse', ...trials, ...more]);
    assert.equal(told.code, 2);
    assert.match(told.err, new RegExp(`${more[0]} is said of one trial; 2 given`));
  }
  process.chdir(scratch.makeFolder('half'));
  const told = await tell(['rehearse', 'no-such-trial', 'nct05631717', '--participants', '4', '--json']);
  assert.equal(told.code, 2);
  const [first, second] = JSON.parse(told.out);
  assert.match(first.error, /no-such-trial/);
  assert.equal(second.folder, 'rehearsals/nct05631717-seed-7');
});
