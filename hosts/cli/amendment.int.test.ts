import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { edit, mustBeCalm, openScratch, readTrialFile, type Told, tell } from './given.ts';

const scratch = openScratch('amendment');
after(scratch.remove);
const folder = scratch.at('run');
before(async () => {
  assert.equal((await tell(['rehearse', 'nct05631717', '--participants', '8', '--out', folder])).code, 0);
});
const later = (from: string, to: string): string =>
  scratch.write('later.yaml', edit(readTrialFile('study.yaml'), from, to));
const amendment = (file: string, ...more: readonly string[]): Promise<Told> =>
  tell(['amendment', folder, file, ...more]);

interface Shown {
  readonly at: { readonly date: string };
  readonly changes: readonly { readonly touches: string; readonly participants: readonly string[] }[];
  readonly touched: readonly string[];
}

test('whom a later week 4 touches changes with the day on which it is asked', async () => {
  const file = later('earliest: 25, latest: 31', 'earliest: 25, latest: 35');
  const shown = async (at: string): Promise<Shown> => JSON.parse((await amendment(file, '--json', '--at', at)).out);
  const [early, late] = [await shown('2026-02-20'), await shown('2027-12-31')];
  assert.ok(early.touched.length > 0, 'somebody is before week 4');
  assert.deepEqual(late.touched, [], 'everybody has been there');
  assert.equal(early.changes[0]?.touches, 'participants in the study');
});

test('said in words, with a count at the end', async () => {
  const told = await amendment(later('UPCR < 0.5 g/g', 'UPCR < 0.4 g/g'));
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.match(told.out, /definitions CR rule/);
  assert.match(told.out, /Touches 8 participants: /);
  assert.match(told.out, /1 change, 8 participants of \d+ touched\.\n$/);
});

test('the same version changes nothing', async () => {
  const told = await amendment('nct05631717');
  assert.deepEqual([told.code, told.out.split('\n').at(-2)], [0, 'The two versions say the same.']);
});

test('a folder that is none, a moment that is none and a file that does not compile are said', async () => {
  const rows = [
    [['amendment', scratch.at('missing'), 'nct05631717'], /was not read/],
    [['amendment', folder, 'nct05631717', '--at', '2020-01-01'], /no moment 2020-01-01/],
    [['amendment', folder, later('SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screning >= 6')], /screning/],
  ] as const;
  for (const [words, expected] of rows) {
    const told = await tell([...words]);
    assert.equal(told.code, 2, words.join(' '));
    assert.match(told.err, expected);
  }
});
