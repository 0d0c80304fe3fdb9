import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { readStudy } from '#core/study/compile-study.ts';
import { edit, mustBeCalm, openScratch, readTrialFile, tell } from './given.ts';

const scratch = openScratch('population');
after(scratch.remove);
const { study } = readStudy(readTrialFile('study.yaml'));
const { criteria } = study ?? assert.fail('the shipped trial compiles');
const argv = ['population', 'nct05631717', '--n', '300'];

test('a row for each criterion in the order of the study, within 110 columns', async () => {
  const told = await tell(argv);
  assert.deepEqual([told.code, told.err], [0, '']);
  mustBeCalm(told);
  assert.deepEqual(
    told.out.split('\n').filter((line) => line.length > 110),
    [],
  );
  const rows = [...told.out.matchAll(/^ {2}([IE]\w+) {2}\S.*? (\d+) +\d+\.\d% +(\d+) +\d+\.\d% +(\d+) +(\d+)$/gm)];
  assert.deepEqual(
    rows.map(([, id]) => id),
    criteria.map(({ id }) => id),
  );
  for (const [, id, fails, only] of rows) assert.ok(Number(only) <= Number(fails), id);
});

test('the three verdicts add up to everybody', async () => {
  const { out } = await tell(argv);
  const [, eligible, not, needs] =
    /^(\d+) eligible \(.*%\), (\d+) not eligible \(.*%\), (\d+) need information \(.*%\)$/m.exec(out) ??
    assert.fail(out);
  assert.equal(Number(eligible) + Number(not) + Number(needs), 300);
});

test('it says that nobody is real, and names ten assumptions with their tags', async () => {
  const { out } = await tell(argv);
  assert.match(out.replaceAll(/\s+/g, ' '), /virtual people.* say what the criteria do to them, not who will come\./);
  const named = out.slice(out.indexOf('What matters most')).split('\n').slice(1).join(' ');
  assert.equal([...named.matchAll(/\((?:[DVG])(?:, [^)]*(?:\([^)]*\)[^)]*)*)?\)/g)].length, 10, named);
});

test('the same seed gives the same page, another seed another', async () => {
  const [once, again, other] = [
    await tell(argv),
    await tell([...argv, '--seed', '7']),
    await tell([...argv, '--seed', '8']),
  ];
  assert.equal(once.out, again.out);
  assert.notEqual(once.out.replaceAll('seed 7', ''), other.out.replaceAll('seed 8', ''));
});

test('--json holds the same figures, every assumption and what was answered without knowledge', async () => {
  const value = JSON.parse((await tell([...argv, '--json'])).out);
  const { out } = await tell(argv);
  assert.deepEqual([value.trial, value.seed, value.people], ['nct05631717', 7, 300]);
  assert.ok(out.includes(`${value.verdicts.eligible} eligible`));
  for (const { criterion, title, fails, eligibleWithout } of value.criteria) {
    const line =
      out.split('\n').find((each) => each.startsWith(`  ${criterion}  ${title.slice(0, 20)}`)) ??
      assert.fail(criterion);
    assert.match(line, new RegExp(` ${fails} +\\d+\\.\\d%.* ${eligibleWithout}$`));
  }
  assert.equal(value.assumptions.filter(({ named }: { named: boolean }) => named).length, 10);
  assert.ok(value.assumptions.length > 100);
  assert.deepEqual(value.answeredWithoutKnowledge, []);
});

test('one person is a crowd too', async () => {
  const value = JSON.parse((await tell(['population', 'nct05631717', '--n', '1', '--json'])).out);
  assert.equal(value.verdicts.eligible + value.verdicts['not eligible'] + value.verdicts['needs information'], 1);
});

/** Options that cannot be used, and what is said. */
const misused: readonly (readonly [readonly string[], RegExp])[] = [
  [['--n', '0'], /^--n 0 is no number of people\nWrite a whole number from 1 to 1000000\.\n$/],
  [['--n', '1000001'], /--n 1000001 is no number of people/],
  [['--n', '1e3'], /--n 1e3 is no number of people/],
  [['--n', '12.5'], /--n 12\.5 is no number of people/],
  [['--n', ''], /--n {2}is no number of people/],
  [['--seed', 'x'], /^--seed x is no seed\nWrite a whole number from 0 to 4294967295\.\n$/],
  [['--seed', '4294967296'], /--seed 4294967296 is no seed/],
  [['--start', '2026-01-05'], /population has no option --start/],
];

for (const [given, said] of misused)
  test(`misused: ${given.join(' ')}`, async () => {
    const told = await tell(['population', 'nct05631717', ...given]);
    assert.deepEqual([told.code, told.out], [2, '']);
    mustBeCalm(told);
    assert.match(told.err, said);
  });

test('a trial that is missing or does not compile', async () => {
  const missing = await tell(['population', 'nct0563171', '--n', '1']);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /did you mean nct05631717\?/);
  const path = scratch.write('bad.yaml', edit(readTrialFile('study.yaml'), 'masking: open', 'masking: opn'));
  assert.equal((await tell(['population', path, '--n', '1'])).code, 1);
});

test('what nobody taught virtual people is named', async () => {
  const text = edit(
    readTrialFile('study.yaml'),
    'judged "able and willing to comply with the study"',
    'judged "hair is blue"',
  );
  const { out } = await tell(['population', scratch.write('blue.yaml', text), '--n', '50']);
  assert.match(out, /^Answered without knowledge: "hair is blue"\.$/m);
});

test('a terminal gets the same words', async () => {
  assert.equal(stripVTControlCharacters((await tell(argv, true)).out), (await tell(argv)).out);
});
