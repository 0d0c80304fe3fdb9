import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { smallStudy } from '#hosts/rehearsal/given.ts';
import { openScratch } from './given.ts';
import { openScenario, openScenarioChanges, type WrittenScenario } from './rehearse-options.ts';
import { openSession } from './session.ts';

const study = smallStudy();
const scratch = openScratch('rehearse-options');
after(scratch.remove);

const nothing: WrittenScenario = { scenario: undefined, participants: undefined, effect: undefined };

/** What the options come to, and what was said to whoever wrote them. */
const opened = (written: Partial<WrittenScenario>, json = false) => {
  const [out, err]: [string[], string[]] = [[], []];
  const streams = {
    out: { write: (text: string) => out.push(text) },
    error: { write: (text: string) => err.push(text) },
  };
  const session = openSession(json, streams, true);
  return {
    found: openScenarioChanges({ ...nothing, ...written }, study, session),
    out: out.join(''),
    err: err.join(''),
  };
};

const file = scratch.write('mine.yaml', 'missed visit: 0\nparticipants: 6\neffect: { drip: -0.5 }\n');
const numbers = { 'missed visit': 0 };

/** Options that can be used; the command line goes before the file. */
// biome-ignore format: one row a line
const usable: readonly (readonly [Partial<WrittenScenario>, expected: object])[] = [
  [{}, { participants: undefined }],
  [{ participants: '1' }, { participants: 1 }],
  [{ participants: '100000' }, { participants: 100_000 }],
  [{ effect: 'drip=-0.3' }, { participants: undefined, effect: { drip: -0.3 } }],
  [{ effect: 'drip=-5,pill=5' }, { participants: undefined, effect: { drip: -5, pill: 5 } }],
  [{ effect: 'drip=1,drip=2' }, { participants: undefined, effect: { drip: 2 } }],
  [{ scenario: file }, { numbers, participants: 6, effect: { drip: -0.5 } }],
  [{ scenario: file, participants: '4' }, { numbers, participants: 4, effect: { drip: -0.5 } }],
  [{ scenario: file, effect: 'pill=1' }, { numbers, participants: 6, effect: { pill: 1 } }],
];

for (const [written, expected] of usable)
  test(`${JSON.stringify(written).replace(scratch.folder, '')} is used`, () => {
    const { found, out, err } = opened(written);
    assert.deepEqual([found, out, err], [expected, '', '']);
  });

const people = 'is no number of people\nWrite a whole number from 1 to 100000.\n';
const arms = (near: string): string => `\nWrite an arm (drip, pill) and a number: ${near}=-0.3.\n`;

/** Options that cannot be used: exit code 2, and what to do. */
const refused: readonly (readonly [Partial<WrittenScenario>, said: string])[] = [
  [{ participants: '0' }, `--participants 0 ${people}`],
  [{ participants: '100001' }, `--participants 100001 ${people}`],
  [{ participants: '-3' }, `--participants -3 ${people}`],
  [{ participants: '4.0' }, `--participants 4.0 ${people}`],
  [{ participants: '1e3' }, `--participants 1e3 ${people}`],
  [{ participants: '' }, `--participants  ${people}`],
  [{ effect: '' }, `--effect : "" is no arm${arms('drip')}`],
  [{ effect: 'drp=1' }, `--effect drp=1: "drp" is no arm${arms('drip')}`],
  [{ effect: 'pil=1' }, `--effect pil=1: "pil" is no arm${arms('pill')}`],
  [{ effect: 'drip' }, `--effect drip: "" is no number from -5 to 5${arms('drip')}`],
  [{ effect: 'drip=x' }, `--effect drip=x: "x" is no number from -5 to 5${arms('drip')}`],
  [{ effect: 'drip=5.1' }, `--effect drip=5.1: "5.1" is no number from -5 to 5${arms('drip')}`],
  [{ effect: 'drip=1,' }, `--effect drip=1,: "" is no arm${arms('drip')}`],
  [{ effect: 'drip=.5' }, `--effect drip=.5: ".5" is no number from -5 to 5${arms('drip')}`],
];

for (const [written, said] of refused)
  test(`${JSON.stringify(written)} is refused`, () => {
    const { found, out, err } = opened(written);
    assert.deepEqual([found, out, err], [2, '', said]);
  });

test('a file that is not there, and the faults of one that is, with their places', () => {
  const gone = opened({ scenario: scratch.at('gone.yaml'), participants: '0' });
  assert.equal(gone.found, 2);
  assert.match(gone.err, /gone\.yaml was not read: .*\nName a scenario file\.\n$/);
  const bad = scratch.write('bad.yaml', 'missed visit: 2\nnoise: x\n');
  const { found, err } = opened({ scenario: bad });
  assert.equal(found, 2);
  assert.deepEqual(err.replaceAll(bad, 'F').split('\n'), [
    'F:1:1 error: 2 cannot stand here; expected a number from 0 to 1 [missed visit]',
    'F:2:1 error: "x" cannot stand here; expected a number from 0 to 1000 [noise]',
    'Nothing was rehearsed.',
    '',
  ]);
});

test('a program is told in JSON', () => {
  const { found, out, err } = opened({ participants: 'many' }, true);
  assert.deepEqual([found, err], [2, '']);
  assert.deepEqual(JSON.parse(out), {
    error: '--participants many is no number of people',
    todo: 'Write a whole number from 1 to 100000.',
  });
});

test('the scenario is what the options say; what they do not say is as assumed', () => {
  const session = openSession(false, { out: { write: () => {} }, error: { write: () => {} } }, true);
  const scenario = openScenario({ scenario: file, participants: undefined, effect: 'pill=0.2' }, study, session);
  assert.ok(typeof scenario === 'object');
  assert.deepEqual(
    [scenario.participants, scenario.assumed('missed visit'), scenario.assumed('days late')],
    [6, 0, 12],
  );
  assert.deepEqual([scenario.effectIn('pill'), scenario.effectIn('drip')], [0.2, 0]);
  assert.equal(openScenario({ ...nothing, participants: 'x' }, study, session), 2);
});
