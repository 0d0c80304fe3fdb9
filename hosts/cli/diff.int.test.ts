import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { edit, mustBeCalm, openScratch, readTrialFile, tell, trial } from './given.ts';

const scratch = openScratch('diff');
after(scratch.remove);
const shipped = readTrialFile('study.yaml');
const later = (from: string, to: string): string => scratch.write('later.yaml', edit(shipped, from, to));

test('a study and itself are identical, whatever it is called by', async () => {
  for (const name of ['nct05631717', trial, `${trial}/study.yaml`, later('phase: 3', 'phase: 3 # the same')])
    assert.deepEqual(await tell(['diff', 'nct05631717', name]), {
      code: 0,
      out: 'The two studies are identical.\n',
      err: '',
    });
});

test('white space inside a sentence is no change, and not the same text', async () => {
  const told = await tell([
    'diff',
    'nct05631717',
    later('SLEDAI-2K at screening >= 6', 'SLEDAI-2K   at screening >= 6'),
  ]);
  assert.deepEqual(
    [told.code, told.out],
    [0, 'The two studies say the same: only white space in their texts differs.\n'],
  );
});

const added = '    - { id: I9, title: Not thin, rule: weight at screening >= 40 kg }\n  exclude:\n';

/** What is replaced, by what, and the lines that are printed. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'SLEDAI-2K at screening >= 6',
    'SLEDAI-2K at screening >= 10',
    [
      'changed  eligibility include I3 rule',
      '         I3 (Active disease) now reads SLEDAI-2K at screening >= 10; it read SLEDAI-2K at screening >= 6',
      '           before. It touches people being screened.',
      '1 change: eligibility 1.',
      'Touched: people being screened 1.',
    ],
  ],
  [
    'earliest: 25, latest: 31',
    'earliest: 24, latest: 32',
    [
      'changed  visits week 4 earliest',
      '         week 4: earliest is now 24; it was 25 before. It touches participants in the study.',
      'changed  visits week 4 latest',
      '         week 4: latest is now 32; it was 31 before. It touches participants in the study.',
      '2 changes: visits 2.',
      'Touched: participants in the study 2.',
    ],
  ],
  [
    '  exclude:\n',
    added,
    [
      'added    eligibility include I9',
      '         I9 (Not thin) is new: weight at screening >= 40 kg. It touches people being screened.',
      '1 change: eligibility 1.',
      'Touched: people being screened 1.',
    ],
  ],
  [
    '        suspended in: 30 mL saline\n',
    '',
    [
      'removed  arms msc doses msc-infusion suspended in',
      '         msc-infusion: suspended in is no longer said; it was 30 mL saline before. It touches participants in',
      '           the study.',
      '1 change: arms 1.',
      'Touched: participants in the study 1.',
    ],
  ],
];

for (const [from, to, lines] of rows)
  test(lines[0] ?? from, async () => {
    const told = await tell(['diff', 'nct05631717', later(from, to)]);
    assert.deepEqual([told.code, told.out.trimEnd().split('\n')], [1, lines]);
    mustBeCalm(told);
  });

test('two studies that have little in common: every kind of thing that differs is counted', async () => {
  const told = await tell(['diff', 'nct05631717', 'docs/your-own-study']);
  assert.equal(told.code, 1);
  const lines = told.out.trimEnd().split('\n');
  const [, total, parts = ''] = /^(\d+) changes: (.*)\.$/.exec(lines.at(-2) ?? '') ?? [];
  const changes = lines.filter((line) => /^(added|removed|changed|moved) +\S/.test(line));
  assert.equal(Number(total), changes.length);
  const counted = Map.groupBy(changes, (line) => line.split(/ +/)[1] ?? '');
  assert.equal(parts, [...counted].map(([part, list]) => `${part} ${list.length}`).join(', '));
  assert.ok(lines.slice(0, -2).every((line) => line.length <= 110));
  const touched = [...(lines.at(-1) ?? '').matchAll(/ (\d+)[,.]/g)].map(([, number]) => Number(number));
  assert.equal(
    touched.reduce((sum, number) => sum + number, 0),
    changes.length,
  );
});

test('--json holds both versions, the changes and what they touch', async () => {
  const path = later('participants: 40', 'participants: 60');
  const value = JSON.parse((await tell(['diff', 'nct05631717', path, '--json'])).out);
  const said = 'design participants is now 60; it was 40 before';
  assert.deepEqual(value.changes, [
    {
      change: 'changed',
      place: 'design participants',
      before: '40',
      after: '60',
      said,
      touches: 'nobody yet included',
    },
  ]);
  assert.deepEqual(value.touched, { design: 1 });
  assert.equal(value.after.file, path);
  assert.notEqual(value.before.hash, value.after.hash);
  const same = JSON.parse((await tell(['diff', path, path, '--json'])).out);
  assert.deepEqual([same.changes, same.touched, same.before], [[], {}, same.after]);
});

test('a study that is not there or does not compile has no difference: exit 2, not 1', async () => {
  const broken = scratch.write('broken.yaml', edit(shipped, 'masking: open', 'masking: opn'));
  for (const [pair, said] of [
    [['nct05631717', broken], /did you mean open\?/],
    [[broken, 'nct05631717'], /did you mean open\?/],
    [['nct05631717', 'missing'], /missing was not read: there is no such file/],
  ] as const) {
    const told = await tell(['diff', ...pair]);
    assert.deepEqual([told.code, told.out], [2, '']);
    assert.match(told.err, said);
  }
});
