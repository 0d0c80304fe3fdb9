import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { openScratch, tell } from './given.ts';

const scratch = openScratch('committee');
after(scratch.remove);

const rehearsed = async (trial: string): Promise<string> => {
  const run = scratch.at(trial);
  assert.equal((await tell(['rehearse', trial, '--seed', '4', '--participants', '12', '--out', run])).code, 0);
  return run;
};
const masked = await rehearsed('nct03673748');
const open = await rehearsed('nct05631717');
const at = '2026-10-01';
const asked = (run: string, out: string) => tell(['committee', run, '--at', at, '--out', scratch.at(out)]);
const done = await asked(masked, 'masked-out');
const openDone = await asked(open, 'open-out');
const read = (path: string): string => readFileSync(scratch.at(path), 'utf8');

test('two folders, so that nobody sends both', () => {
  assert.deepEqual([done.code, openDone.code], [0, 0]);
  assert.match(done.out, /after event \d+ of \d+, on 2026-(09|10)-\d+/);
  for (const kind of ['open', 'closed'])
    for (const file of ['report.html', 'report.pdf', 'results.csv', 'tables/adverse-events.csv'])
      assert.ok(existsSync(scratch.at(`masked-out/${kind}/${file}`)), `${kind}/${file}`);
});

/** Run, and words of its arms that a table would have as columns or a figure in its id. */
for (const [out, arms] of [
  ['masked-out', ['cells', 'placebo']],
  ['open-out', ['msc', 'il-2']],
] as const)
  test(`${out}: the open report is pooled and holds no data of single people, the closed one is by arm`, () => {
    const head = (kind: string) => read(`${out}/${kind}/tables/adverse-events.csv`).split('\r\n')[0]?.split(',') ?? [];
    assert.deepEqual(head('open').slice(1), ['all participants']);
    assert.deepEqual(head('closed').slice(1), [...arms, 'all']);
    assert.ok(!existsSync(scratch.at(`${out}/open/data`)));
    assert.ok(existsSync(scratch.at(`${out}/closed/data/participants.csv`)));
    const columns = read(`${out}/open/results.csv`)
      .split('\r\n')
      .map((line) => line.split(',')[2] ?? '');
    for (const arm of arms) assert.ok(!columns.some((id) => id.split('/').includes(arm)), arm);
  });

test('the open report leads to no event: a dose tells the arm where treatments look unlike', () => {
  const page = read('open-out/open/report.html');
  assert.doesNotMatch(page, /dose given|msc-infusion|il-2-injection/);
  assert.match(read('open-out/closed/report.html'), /dose given/);
});

test('each says what it is, and from which data, on every page', () => {
  const seal = JSON.parse(read('masked-out/open/contents.json')).cut.head.slice(0, 16);
  for (const [kind, words] of [
    ['open', 'Data monitoring committee: open report'],
    ['closed', 'For members of the committee only'],
  ] as const) {
    const page = read(`masked-out/${kind}/report.html`);
    assert.ok(page.includes(words));
    assert.match(page, new RegExp(`@bottom-left\\{content:"Data to [^"]+seal ${seal}"`));
  }
});

test('an earlier pair is replaced; a file of somebody is kept', async () => {
  assert.equal((await asked(masked, 'masked-out')).code, 0);
  scratch.write('masked-out/closed/notes.txt', 'mine');
  const refused = await asked(masked, 'masked-out');
  assert.equal(refused.code, 2);
  assert.equal(read('masked-out/closed/notes.txt'), 'mine');
});

test('without the key, or with another, there is no closed report, and nothing is written', async () => {
  writeFileSync(`${masked}/allocation.key`, '0'.repeat(64));
  const other = await asked(masked, 'other-key');
  assert.equal(other.code, 2);
  assert.match(other.err, /does not decrypt/);
  rmSync(`${masked}/allocation.key`);
  const none = await asked(masked, 'no-key');
  assert.match(none.err, /allocation.key was not read/);
  assert.ok(!existsSync(scratch.at('no-key')) && !existsSync(scratch.at('other-key')));
});

test('a moment before the first event is none', async () => {
  const early = await tell(['committee', open, '--at', '2020-01-01', '--out', scratch.at('early')]);
  assert.equal(early.code, 2);
  assert.match(early.err, /no moment of this log/);
});
