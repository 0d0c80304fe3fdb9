import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { mustBeCalm, openScratch, tell } from './given.ts';

const scratch = openScratch('reproduce');
after(scratch.remove);

test('a paper whose numbers come from its counts', async () => {
  const told = await tell(['reproduce', 'kamen2022']);
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.match(
    told.out,
    /ok {2}SRI-4: interval 35\.9 to 99\.6, printed by Clopper–Pearson\n {6}Wilson 43\.65 to 96\.99/,
  );
  assert.match(told.out, /2 printed numbers, 2 reproduced from the counts, 0 not\./);
});

test('a paper of which some do not: said one by one, and the exit code is no', async () => {
  const told = await tell(['reproduce', 'he2020']);
  assert.equal(told.code, 1);
  assert.match(told.out, /no {2}complete remission of nephritis: p 0\.036, not reproducible from the counts/);
  assert.match(told.out, /What no method prints came from something else than these counts/);
  const { numbers } = JSON.parse((await tell(['reproduce', 'furie2025', '--json'])).out);
  assert.deepEqual(numbers[0].by, []);
});

test('a paper of one’s own, and what is wrong with it by line and column', async () => {
  const own = 'paper: own\ntitle: Mine\ncomparisons:\n  - { id: cure, first: 9 of 12, second: 5 of 6, p: "1.000" }\n';
  assert.match((await tell(['reproduce', scratch.write('own.yaml', own)])).out, /printed by Fisher exact/);
  const rows = [
    ['of: twelve', own.replace('9 of 12', 'nine of 12'), /own\.yaml:4:\d+ error: so many of so many/],
    ['p as a number', own.replace('"1.000"', '1.0'), /own\.yaml:4:\d+ error: .*string/],
    ['no yaml', 'paper: [', /own\.yaml:\d+:\d+ error/],
  ] as const;
  for (const [what, text, said] of rows) {
    const told = await tell(['reproduce', scratch.write('own.yaml', text)]);
    assert.deepEqual([told.code, told.out], [2, ''], what);
    mustBeCalm(told);
    assert.match(told.err, said);
  }
});

test('a name that is none is answered with those that there are', async () => {
  const told = await tell(['reproduce', 'kamen2021']);
  assert.equal(told.code, 2);
  assert.match(told.err, /did you mean kamen2022\?\nName a shipped paper \(appel2009, /);
});
