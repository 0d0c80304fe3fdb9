import assert from 'node:assert/strict';
import test from 'node:test';
import { assumedCourse } from '#hosts/rehearsal/assumed-course.ts';
import { smallStudy } from '#hosts/rehearsal/given.ts';
import { isScenario, readScenario } from './scenario-file.ts';
import { sayFinding } from './trial-files.ts';

const study = smallStudy();
const said = (text: string): readonly string[] => {
  const read = readScenario(text, study);
  return isScenario(read) ? [] : read.map((finding) => sayFinding(finding, 'F'));
};

test('a scenario is read: numbers by their names, participants and effects', () => {
  const text = '# mine\nmissed visit: 0.05\nfall mean: -1.2\nparticipants: 12\neffect: { drip: -0.3, pill: 0 }\n';
  assert.deepEqual(readScenario(text, study), {
    numbers: { 'missed visit': 0.05, 'fall mean': -1.2 },
    participants: 12,
    effect: { drip: -0.3, pill: 0 },
  });
  assert.deepEqual(readScenario('serious: 1\n', study), {
    numbers: { serious: 1 },
    participants: undefined,
    effect: {},
  });
  assert.deepEqual(readScenario('{}', study), { numbers: {}, participants: undefined, effect: {} });
});

const number = 'a number from 0 to 1';
const whole = 'a whole number from 1';

/** Faults with the line and the column of the name at which they stand. */
// biome-ignore format: one row a line
const faults: readonly (readonly [text: string, ...expected: readonly string[]])[] = [
  ['mised visit: 0.1\n', 'F:1:1 error: "mised visit" is not assumed of anything; did you mean missed visit? [mised visit]'],
  ['\n\nnonsense at all: 1\n', 'F:3:1 error: "nonsense at all" is not assumed of anything [nonsense at all]'],
  ['participant: 1\n', 'F:1:1 error: "participant" is not assumed of anything; did you mean participants? [participant]'],
  ['declines: 0.1\nserious: 1.5\n', `F:2:1 error: 1.5 cannot stand here; expected ${number} [serious]`],
  ['serious: often\n', `F:1:1 error: "often" cannot stand here; expected ${number} [serious]`],
  ['serious:\n', `F:1:1 error: null cannot stand here; expected ${number} [serious]`],
  ['serious: .nan\n', `F:1:1 error: null cannot stand here; expected ${number} [serious]`],
  ['serious: [0.1]\n', `F:1:1 error: [0.1] cannot stand here; expected ${number} [serious]`],
  ['participants: 1.5\n', `F:1:1 error: 1.5 cannot stand here; expected ${whole} [participants]`],
  ['participants: 0\n', `F:1:1 error: 0 cannot stand here; expected ${whole} [participants]`],
  ['participants: "12"\n', `F:1:1 error: "12" cannot stand here; expected ${whole} [participants]`],
  ['effect: -0.3\n', 'F:1:1 error: effect is no map; expected an arm and a number: { cells: -0.3 } [effect]'],
  ['effect: [drip]\n', 'F:1:1 error: effect is no map; expected an arm and a number: { cells: -0.3 } [effect]'],
  ['effect: { drp: 1 }\n', 'F:1:11 error: "drp" is no arm; expected drip, pill; did you mean drip? [effect.drp]'],
  ['effect:\n  drip: 1\n  pill: 5.1\n', 'F:3:3 error: 5.1 cannot stand here; expected -5 to 5 [effect.pill]'],
  ['effect: { pill: x }\n', 'F:1:11 error: "x" cannot stand here; expected -5 to 5 [effect.pill]'],
];

for (const [text, ...expected] of faults) test(JSON.stringify(text), () => assert.deepEqual(said(text), expected));

test('what is no map is told as one fault at its beginning', () => {
  for (const text of ['- serious\n', 'just words\n', ''])
    assert.deepEqual(
      said(text).map((each) => each.slice(0, 12)),
      ['F:1:1 error:'],
    );
});

test('what is no YAML is told at its place, and nothing of it is read', () => {
  const [first = '', ...more] = said('serious: 0.1\nserious: 0.2\n');
  assert.match(first, /^F:2:1 error: .*unique/i);
  assert.deepEqual(more, []);
  assert.match(said('serious: [0.1\n')[0] ?? '', /^F:[12]:\d+ error: /);
});

test('all faults are told at once: names first, then participants, then effects', () => {
  const told = said('effect: { mcs: 1, pill: x }\nparticipants: no\nserious: 2\nmised visit: 0.1\n');
  assert.deepEqual(
    told.map((each) => /^F:(\d+:\d+)/.exec(each)?.[1]),
    ['3:1', '4:1', '2:1', '1:11', '1:19'],
  );
});

/** Each kind of number: the least and the most that it may be. */
const kinds: readonly (readonly [name: string, least: number, most: number])[] = [
  ['fall mean', -5, 5],
  ['missed visit', 0, 1],
  ['lost among leavers', 0, 1],
  ['infusion reaction', 0, 1],
  ['adherence', 0, 1],
  ['fall sd', 0, 1000],
  ['noise', 0, 1000],
  ['creatinine drift', 0, 1000],
  ['viability after thaw', 0, 100],
  ['leaves yearly', 0, 1000],
  ['infections yearly', 0, 1000],
  ['days late', 0, 1000],
  ['half weeks', 0, 1000],
  ['histories late', 0, 1000],
];

for (const [name, least, most] of kinds)
  test(`${name} lies from ${least} to ${most}`, () => {
    for (const inside of [least, most]) assert.deepEqual(said(`${name}: ${inside}\n`), [], String(inside));
    for (const outside of [least - 0.001, most + 0.001])
      assert.deepEqual(said(`${name}: ${outside}\n`), [
        `F:1:1 error: ${outside} cannot stand here; expected a number from ${least} to ${most} [${name}]`,
      ]);
  });

test('every number that is assumed may be written as it stands', () => {
  const all = Object.entries(assumedCourse).map(([name, { value }]) => `${name}: ${value}`);
  assert.ok(all.length > 30);
  const read = readScenario(all.join('\n'), study);
  assert.ok(isScenario(read), JSON.stringify(read));
  assert.equal(Object.keys(read.numbers ?? {}).length, all.length);
});

test('a file that holds nothing but comments is said to be empty', () => {
  const what = 'the scenario file is empty: nothing is assumed otherwise in it';
  const empty = `F:1:1 error: ${what}; expected a name and a number: missed visit: 0.05`;
  for (const text of ['', '\n', '# mine\n\n  # nothing yet\n']) assert.deepEqual(said(text), [empty], text);
  assert.deepEqual(said('missed visit: 0.05 # mine\n'), []);
});
