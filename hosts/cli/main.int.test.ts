import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { exitCodes } from './exit-code.ts';
import { mustBeCalm, openScratch, tell, trial } from './given.ts';
import { help } from './help.ts';

const scratch = openScratch('main');
after(scratch.remove);
const commands = [
  'check',
  'show',
  'explain',
  'translate',
  'diff',
  'amendment',
  'forms',
  'allocation',
  'power',
  'stopping',
  'reproduce',
  'measures',
  'measure',
  'score',
  'screen',
  'population',
  'rehearse',
  'serve',
  'analyse',
  'committee',
  'why',
  'replay',
  'verify',
] as const;
const person = `${trial}/people/eligible.yaml`;

test('--help prints the page, no command prints it too and is not well', async () => {
  for (const argv of [['--help'], ['-h'], ['check', '--help']])
    assert.deepEqual(await tell(argv), { code: 0, out: help, err: '' });
  assert.deepEqual(await tell([]), { code: 2, out: help, err: '' });
});

test('--version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(await tell(['--version']), { code: 0, out: `${version}\n`, err: '' });
  assert.equal(JSON.parse((await tell(['-v', '--json'])).out), version);
});

test('the exit codes of the page are those of the program', () => {
  const table = help.slice(help.indexOf('Exit codes')).matchAll(/^ {2}(\d) {2}\S/gm);
  assert.deepEqual(
    [...table].map(([, code]) => Number(code)),
    Object.values(exitCodes).toSorted(),
  );
});

test('every command of the page is accepted, and no other', async () => {
  const named = [...help.matchAll(/^ {2}trialwright (\w+) /gm)].map(([, name]) => name);
  assert.deepEqual(named, commands);
  for (const name of commands.filter((each) => each !== 'measures' && each !== 'serve')) {
    const told = await tell([name]);
    assert.equal(told.code, 2);
    assert.match(told.err, new RegExp(`^${name} takes <.*>; 0 given\\nSee trialwright --help\\.\\n$`));
  }
  assert.match((await tell(['chekc', 'nct05631717'])).err, /there is no command "chekc"; did you mean check\?/);
  for (const name of ['constructor', '__proto__', 'toString'])
    assert.match((await tell([name])).err, new RegExp(`there is no command "${name}"`));
});

test('every option of the page is accepted by the command it is written for, and by no other', async () => {
  const lines = [...help.matchAll(/^ {2}--(\w+)(?: <[^>]+>)? +(\w+(?:, \w+)*)(?: --\w+)?: /gm)].map(
    ([, option = '', of = '']) => [option, of],
  );
  assert.ok(lines.length > 8);
  const places: Readonly<Record<string, readonly string[]>> = {
    screen: ['nct05631717', person],
    explain: ['missing', 'CR'],
    diff: ['missing', 'missing'],
    amendment: ['missing', 'missing'],
    measures: [],
    score: ['missing', 'missing'],
  };
  for (const [option = '', of] of lines)
    for (const name of commands) {
      const told = await tell([
        name,
        ...(places[name] ?? [scratch.at('missing')]),
        `--${option}`,
        ...(option === 'share' ? [] : ['x']),
      ]);
      const strange = told.err.includes(`${name} has no option --${option}`);
      assert.equal(strange, !(of ?? '').split(', ').includes(name), `${name} --${option}`);
    }
});

/** Command lines that are misspelt, and what is said. */
const misused: readonly (readonly [readonly string[], RegExp])[] = [
  [['check', 'a', 'b'], /check takes <trial>; 2 given/],
  [['explain', 'nct05631717', 'CR', 'or', 'PR'], /explain takes <trial> <sentence>; 4 given/],
  [['diff', 'nct05631717'], /diff takes <trial> <trial>; 1 given/],
  [['screen', 'nct05631717'], /screen takes <trial> <person\.yaml>; 1 given/],
  [['check', 'nct05631717', '--sed', '7'], /Unknown option '--sed'; did you mean --seed\?/],
  [['check', 'nct05631717', '--zzzzzz'], /Unknown option '--zzzzzz'\nSee/],
  [['rehearse', 'nct05631717', '--seed'], /'--seed <value>' argument missing\nSee/],
  [['rehearse', 'nct05631717', '--seed', '-5'], /'--seed' argument is ambiguous\nSee/],
  [['check', 'nct05631717', '--json=yes'], /'--json' does not take an argument\nSee/],
  [['check', 'nct05631717', '-x'], /Unknown option '-x'/],
];

for (const [argv, said] of misused)
  test(`misused: ${argv.join(' ')}`, async () => {
    const told = await tell(argv);
    assert.deepEqual([told.code, told.out], [2, '']);
    mustBeCalm(told);
    assert.match(told.err, said);
  });

test('--json: one value on the output stream, whatever the answer', async () => {
  const cases = [
    ['check', 'nct05631717'],
    ['show', 'nct05631717'],
    ['explain', 'nct05631717', 'CR or PR'],
    ['explain', 'nct05631717', 'CR or'],
    ['diff', 'nct05631717', 'docs/your-own-study'],
    ['screen', 'nct05631717', person],
    ['forms', 'nct05631717'],
    ['measures'],
    ['measure', 'SLEDAI-2K'],
    ['score', 'SLEDAI-2K', person],
    ['rehearse', 'nct05631717', '--out', scratch.at('run')],
    ['why', 'flow/screened', '--from', scratch.at('run')],
    ['replay', scratch.at('run')],
    ['replay', scratch.at('run'), '--participant', '0001'],
    ['replay', scratch.at('run'), '--at', 'yesterday'],
    ['verify', scratch.at('run')],
    ['check', 'missing'],
    ['explain', 'missing', 'CR'],
    ['diff', 'nct05631717', 'missing'],
    ['screen', 'nct05631717', 'missing'],
    ['forms', 'nct05631717', '--visit', 'x'],
    ['measure', 'x'],
    ['score', 'x', 'missing'],
    ['score', 'PGA', 'missing.csv'],
    ['analyse', 'missing'],
    ['committee', 'missing'],
    ['serve', 'missing'],
    ['why', 'missing/x'],
    ['replay', 'missing'],
    ['verify', 'missing'],
    ['check', 'nct05631717', '--sed', '7'],
    ['unknown'],
    [],
  ];
  for (const argv of cases) {
    const told = await tell([...argv, '--json'], true);
    assert.equal(typeof JSON.parse(told.out), 'object', argv.join(' '));
    assert.equal(told.err, '');
    assert.ok(!told.out.includes('\u001b'), 'no colour in JSON');
  }
});

test('colour only on a terminal, and never against NO_COLOR', async () => {
  const argv = ['screen', 'nct05631717', person];
  const [plain, coloured] = [await tell(argv), await tell(argv, true)];
  assert.ok(!plain.out.includes('\u001b') && coloured.out.includes('\u001b[32m'));
  const before = process.env.NO_COLOR;
  process.env.NO_COLOR = '1';
  try {
    assert.equal((await tell(argv, true)).out, plain.out);
  } finally {
    if (before === undefined) delete process.env.NO_COLOR;
    else process.env.NO_COLOR = before;
  }
});

const spawn = (argv: readonly string[]) => {
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined, NO_COLOR: undefined };
  return spawnSync(process.execPath, ['bin/trialwright.js', ...argv], { encoding: 'utf8', env });
};

/** The real program as a process of its own: the command line and its exit code. */
const processes: readonly (readonly [readonly string[], number])[] = [
  [['screen', 'nct05631717', person], 0],
  [['screen', 'nct05631717', `${trial}/people/rituximab.yaml`], 1],
  [['check', 'missing'], 2],
  [['screen', 'nct05631717', `${trial}/people/creatinine-missing.yaml`], 3],
];

for (const [argv, code] of processes)
  test(`as a process: ${argv.join(' ')} ends with ${code}`, async () => {
    const ran = spawn(argv);
    assert.equal(ran.status, code);
    assert.deepEqual(await tell(argv), { code, out: ran.stdout, err: ran.stderr });
  });

test('a reader that stops reading ends the program in peace', () => {
  const pipe = `"${process.execPath}" bin/trialwright.js show nct05631717 --json | head -c 10`;
  const ran = spawnSync('bash', ['-o', 'pipefail', '-c', pipe], { encoding: 'utf8' });
  assert.deepEqual([ran.status, ran.stderr, ran.stdout.length], [0, '', 10]);
});
