/**
 * The golden report is compared byte for byte. After a change that is meant, write it anew and read the difference:
 * `node --test --test-update-snapshots hosts/cli/rehearse.int.test.ts`
 */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test, { after, before } from 'node:test';
import {
  isParticipantEvent,
  type ParticipantEvent,
  type SealedEvent,
  type TrialEvent,
} from '#core/conduct/trial-event.ts';
import { canonicalText } from '#core/record/canonical.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { openSealed } from '#core/record/sealed-log.ts';
import type { FlowCounts } from '#core/reports/flow-counts.ts';
import { checkFlow } from '#core/reports/flow-sums.ts';
import { renderReport } from '#hosts/render/report-text.ts';
import { plainStyle } from '#hosts/render/text.ts';
import { openCsv } from './csv.ts';
import { derivedNames } from './derived-files.ts';
import { mustBeCalm, openScratch, type Told, tell, trial } from './given.ts';
import { openRun } from './opened-run.ts';

const scratch = openScratch('rehearse');
after(scratch.remove);
const first = scratch.at('first');
const second = scratch.at('second');
const rehearse = (...more: readonly string[]): Promise<Told> => tell(['rehearse', 'nct05631717', ...more]);
const bytesOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

let told: Told = { code: -1, out: '', err: '' };
before(async () => {
  told = await rehearse('--out', first);
});

test('a rehearsal writes its folder, says what it is and how to ask further', () => {
  assert.deepEqual([told.code, told.err], [0, '']);
  mustBeCalm(told);
  assert.match(told.out, /^nct05631717 rehearsed with virtual participants, seed 7: \d+ events\n/);
  assert.match(told.out, /No real person is in these data, and both arms were given the same course of disease\./);
  assert.ok(told.out.endsWith(`trialwright why primary/msc/responders --from ${first}\n`));
  assert.ok(told.out.includes(`the whole report is ${join(first, 'report.html')}`));
  // The terminal shows who took part and what the planned analyses came to; the files hold the rest too.
  const whole = readFileSync(join(first, 'report.txt'), 'utf8').split('\n\n');
  const shown = whole.filter((table) => told.out.includes(table.trimEnd()));
  assert.deepEqual(
    [
      'Participant flow',
      'Complete or partial response',
      'Adverse events under treatment',
      'Participants at baseline',
    ].map((title) => [whole, shown].map((tables) => tables.some((table) => table.startsWith(title)))),
    [
      [true, true],
      [true, true],
      [true, false],
      [true, false],
    ],
  );
  const files = ['allocation.key', 'allocation.sealed.ndjson', 'allocation.sealed.seal', 'log.ndjson', 'log.seal'];
  const own = ['run.json', 'study.yaml'];
  assert.deepEqual(readdirSync(first).sort(), [...files, ...derivedNames, ...own].sort());
  assert.deepEqual(
    scratch.list().filter((name) => name.startsWith('.')),
    [],
    'nothing is left beside it',
  );
});

test('twice the same: every byte of every file', async () => {
  assert.equal((await rehearse('--out', second)).code, 0);
  const [one, two] = [bytesOf(first), bytesOf(second)];
  assert.deepEqual([...one.keys()], [...two.keys()]);
  for (const [name, bytes] of one) assert.ok(two.get(name)?.equals(bytes), `${name} differs`);
});

test('over an earlier run: the new one takes its place, with another seed other people come', async () => {
  const answer = await rehearse('--out', second, '--seed', '8', '--json');
  assert.equal(answer.code, 0);
  const [one, two] = [bytesOf(first), bytesOf(second)];
  for (const name of ['log.ndjson', 'allocation.sealed.ndjson', 'allocation.key', 'run.json', ...derivedNames])
    assert.ok(!two.get(name)?.equals(one.get(name) ?? Buffer.of()), `${name} is the same for both seeds`);
  assert.ok(two.get('study.yaml')?.equals(one.get('study.yaml') ?? Buffer.of()));
  const value = JSON.parse(answer.out);
  assert.equal(value.folder, second);
  assert.deepEqual(value.tables, JSON.parse(String(two.get('report.json'))).tables);
  assert.equal(value.seal, String(two.get('log.seal')).trim());
  assert.ok(value.assumed.length === 23 && value.results.length === 1);
});

test('the report for seed 7 is the one that was read and kept', (t) => {
  const text = readFileSync(join(first, 'report.txt'), 'utf8');
  t.assert.fileSnapshot(text, resolve(trial, 'golden/report-seed-7.txt'), { serializers: [(value) => String(value)] });
});

/** The events of each participant, from the written log alone. */
const readPeople = (folder: string): readonly (readonly ParticipantEvent[])[] => {
  const people = new Map<string, ParticipantEvent[]>();
  for (const line of readFileSync(join(folder, 'log.ndjson'), 'utf8').trimEnd().split('\n')) {
    const { stream, event }: Envelope<TrialEvent> = JSON.parse(line);
    if (!isParticipantEvent(event)) continue;
    people.set(stream, [...(people.get(stream) ?? []), event]);
  }
  return [...people.values()];
};

type Of<T extends ParticipantEvent['type']> = Extract<ParticipantEvent, { type: T }>;
const find = <T extends ParticipantEvent['type']>(events: readonly ParticipantEvent[], type: T): Of<T> | undefined =>
  events.findLast((event): event is Of<T> => event.type === type);

const rowsOf = (report: string, title: string): ReadonlyMap<string, readonly string[]> => {
  const lines = report.slice(report.indexOf(`\n${title}`) + 1).split('\n');
  const table = lines.slice(1, lines.indexOf(''));
  return new Map(table.map((line) => [line.trim().split(/ {2,}/)[0] ?? '', line.trim().split(/ {2,}/).slice(1)]));
};

test('the written report is what the written log gives when it is read back', () => {
  const run = openRun(first);
  const { report } = typeof run === 'string' ? assert.fail(run) : run;
  assert.equal(renderReport(report, plainStyle), readFileSync(join(first, 'report.txt'), 'utf8'));
});

test('the flow closes, and each of its numbers is counted again from the log', () => {
  const report = readFileSync(join(first, 'report.txt'), 'utf8');
  const people = readPeople(first);
  const flow = rowsOf(report, 'Participant flow');
  const number = (row: string): number => Number(flow.get(row)?.[0] ?? 0);
  const verdicts = (verdict: string): number =>
    people.filter(
      (events) =>
        find(events, 'participant enrolled') === undefined && find(events, 'eligibility assessed')?.verdict === verdict,
    ).length;
  assert.equal(number('screened'), people.length);
  assert.equal(number('declined'), people.filter((events) => find(events, 'participant declined')).length);
  assert.equal(number('not eligible'), verdicts('not eligible'));
  assert.equal(number('information missing'), verdicts('needs information'));
  assert.equal(number('randomised'), people.filter((events) => find(events, 'participant randomised')).length);
  assert.equal(number('randomised'), 40, 'the number that the study plans');
  const parts = [...flow.keys()].filter((row) => row !== 'screened');
  assert.equal(
    parts.reduce((sum, row) => sum + number(row), 0),
    number('screened'),
  );
});

test('each arm closes, counted again from the log', () => {
  const people = readPeople(first);
  const rows = rowsOf(readFileSync(join(first, 'report.txt'), 'utf8'), 'After randomisation');
  assert.deepEqual(rows.get('msc') ?? rows.get(''), ['il-2']);
  for (const [column, arm] of ['msc', 'il-2'].entries()) {
    const own = people.filter((events) => find(events, 'assignment disclosed')?.arm === arm);
    const number = (row: string): number => Number(rows.get(row)?.[column]);
    const ended = (how: string): number =>
      own.filter((events) => find(events, 'participation ended')?.how === how).length;
    assert.equal(number('randomised'), own.length);
    assert.equal(number('received at least one dose'), own.filter((events) => find(events, 'dose given')).length);
    assert.equal(
      number('discontinued treatment'),
      own.filter((events) => find(events, 'treatment discontinued')).length,
    );
    assert.equal(number('completed the study'), ended('completed'));
    assert.equal(number('received at least one dose') + number('received none'), own.length);
    const ways = ['completed the study', 'withdrew', 'lost to follow-up', 'died', 'still in the study'];
    assert.equal(
      ways.reduce((sum, row) => sum + number(row), 0),
      own.length,
    );
  }
});

test('the reasons why people were not eligible are those of the log', () => {
  const rows = rowsOf(readFileSync(join(first, 'report.txt'), 'utf8'), 'Not eligible, by criterion');
  const failed = readPeople(first).flatMap((events) => {
    const assessed = find(events, 'eligibility assessed');
    return assessed?.verdict === 'not eligible' ? assessed.found.filter((each) => each.result === 'fails') : [];
  });
  const counts = Map.groupBy(failed, (each) => each.criterion);
  assert.ok(counts.size >= 5);
  assert.equal(rows.size, counts.size);
  for (const [row, [count]] of rows) assert.equal(Number(count), counts.get(row.split(' ')[0] ?? '')?.length, row);
});

test('responders are counted again: CR and PR are responders, the levels and the policy make up the analysed', () => {
  const rows = rowsOf(readFileSync(join(first, 'report.txt'), 'utf8'), 'Complete or partial response');
  for (const column of [0, 1]) {
    const number = (row: string): number => Number.parseInt(rows.get(row)?.[column] ?? '0', 10);
    assert.equal(number('CR') + number('PR') + number('a response, level not known'), number('responders'));
    const others = number('none') + number('not known, reported as non-responder');
    assert.equal(number('responders') + others, number('analysed'));
    assert.match(
      rows.get('responders')?.[column] ?? '',
      new RegExp(`^${number('responders')} of ${number('analysed')} \\(`),
    );
  }
});

const openAllocation = (key: Uint8Array): readonly SealedEvent[] => {
  const opened = openSealed<SealedEvent>(readFileSync(join(first, 'allocation.sealed.ndjson'), 'utf8'), key);
  if ('problem' in opened || 'refused' in opened) return assert.fail(JSON.stringify(opened));
  return opened.map(({ event }) => event);
};

test('the sealed log opens with its key and agrees with the arms that were disclosed, slot by slot', () => {
  const key = Buffer.from(readFileSync(join(first, 'allocation.key'), 'utf8').trim(), 'hex');
  const sealed = openAllocation(key);
  const [generated, ...taken] = sealed;
  const slots = generated?.type === 'allocation list generated' ? generated.list.slots : assert.fail();
  const disclosed = readPeople(first).flatMap((events) => {
    const randomised = find(events, 'participant randomised');
    const participant = find(events, 'participant identified')?.participant;
    return randomised === undefined
      ? []
      : [{ slot: randomised.slot, participant, arm: find(events, 'assignment disclosed')?.arm }];
  });
  assert.equal(taken.length, 40);
  assert.deepEqual(
    taken.map((event) =>
      event.type === 'slot taken' ? { slot: event.slot, participant: event.participant, arm: event.arm } : event,
    ),
    disclosed.toSorted((a, b) => a.slot - b.slot),
  );
  for (const { slot, arm } of disclosed) assert.equal(slots[slot - 1]?.arm, arm);
  const other = Uint8Array.from(key, (byte, index) => (index === 0 ? byte ^ 1 : byte));
  const wrong = openSealed(readFileSync(join(first, 'allocation.sealed.ndjson'), 'utf8'), other);
  assert.deepEqual(wrong, { refused: 'does not decrypt', position: 1 });
});

test('neither the public log nor any other open file holds the list', () => {
  const key = Buffer.from(readFileSync(join(first, 'allocation.key'), 'utf8').trim(), 'hex');
  const [event] = openAllocation(key);
  const { list } = event?.type === 'allocation list generated' ? event : assert.fail();
  const [third] = list.slots.slice(2);
  for (const name of ['log.ndjson', 'run.json', 'study.yaml', ...derivedNames]) {
    const text = readFileSync(join(first, name), 'utf8');
    assert.ok(!text.includes(canonicalText(third)), name);
    assert.ok(!text.includes(key.toString('hex')), name);
    assert.ok(!text.includes('"slots":['), name);
  }
});

test('the flow as data closes, and says what the report and the picture say', () => {
  const flow: FlowCounts = JSON.parse(readFileSync(join(first, 'flow.json'), 'utf8'));
  assert.equal(checkFlow(flow), undefined);
  const rows = rowsOf(readFileSync(join(first, 'report.txt'), 'utf8'), 'Participant flow');
  const picture = readFileSync(join(first, 'flow.svg'), 'utf8');
  for (const { place, people } of flow.notAllocated) {
    assert.deepEqual(rows.get(place), [String(people)]);
    assert.ok(picture.toLowerCase().includes(place.slice(0, 8)));
  }
  assert.deepEqual(
    [flow.screened, flow.allocated].map((people) => [String(people)]),
    [rows.get('screened'), rows.get('randomised')],
  );
  assert.ok(picture.includes(`>Screened (n = ${flow.screened})<`));
  assert.deepEqual(
    flow.arms.map(({ arm, allocated, analysed }) => [arm, allocated, analysed]),
    [
      ['msc', 20, 20],
      ['il-2', 20, 20],
    ],
  );
});

test('visits outside their window are those that the log calls so when they are held', () => {
  const people = readPeople(first);
  const rows = rowsOf(readFileSync(join(first, 'report.txt'), 'utf8'), 'What was done and what happened');
  for (const [column, arm] of ['msc', 'il-2'].entries()) {
    const own = people.filter((events) => find(events, 'assignment disclosed')?.arm === arm).flat();
    const number = (row: string): number => Number(rows.get(row)?.[column]);
    const held = own.filter((event) => event.type === 'visit held');
    assert.equal(number('visits held'), held.length);
    assert.equal(number('of these outside their window'), held.filter(({ inWindow }) => !inWindow).length);
    assert.equal(number('visits missed'), own.filter(({ type }) => type === 'visit missed').length);
    assert.equal(number('doses given'), own.filter(({ type }) => type === 'dose given').length);
  }
});

test('the table of values: a line for each endpoint of each who was randomised, and the responders are its yes', () => {
  const next = openCsv(readFileSync(join(first, 'values.csv'), 'utf8'));
  const head = next()?.cells ?? assert.fail();
  const rows: Readonly<Record<string, string>>[] = [];
  for (let row = next(); row !== undefined; row = next())
    rows.push(Object.fromEntries(head.map((name, index) => [name, row?.cells[index] ?? ''])));
  const participants = new Set(rows.map(({ participant }) => participant));
  const endpoints = new Set(rows.map(({ endpoint }) => endpoint));
  assert.deepEqual([participants.size, rows.length], [40, 40 * endpoints.size]);
  const report = JSON.parse(readFileSync(join(first, 'report.json'), 'utf8'));
  for (const { arm, events, of } of [report.results[0].experimental, report.results[0].control]) {
    const own = rows.filter((row) => row.endpoint === 'response' && row.arm === arm);
    assert.deepEqual([own.filter(({ reported }) => reported === 'yes').length, own.length], [events, of]);
  }
  const ids = rows
    .flatMap(({ records = '' }) => records.split(/ (?=(?:participant|sealed)\/)/))
    .filter((id) => id !== '');
  assert.ok(ids.length > 1000);
  for (const id of ids) assert.match(id, /^participant\/\d+#\d+\/./);
});

/** The command line, what is said; nothing is written by any of them. */
const misused: readonly (readonly [readonly string[], RegExp])[] = [
  [['--seed', 'abc'], /--seed abc is no seed\nWrite a whole number from 0 to 4294967295\./],
  [['--seed', '4294967296'], /is no seed/],
  [['--seed', '1.5'], /is no seed/],
  [['--seed=-1'], /--seed -1 is no seed/],
  [['--seed', ''], /is no seed/],
  [['--start', 'nonsense'], /--start nonsense is no day\nWrite a day from 1900 to 2199, such as 2026-01-05\./],
  [['--start', '2026-02-30'], /is no day/],
  [['--start', '2026-01'], /is no day/],
  [['--start', '9999-12-31'], /is no day/],
];

for (const [more, said] of misused)
  test(`${more.join(' ')} is refused`, async () => {
    const answer = await rehearse('--out', scratch.at('none'), ...more);
    assert.deepEqual([answer.code, answer.out], [2, '']);
    mustBeCalm(answer);
    assert.match(answer.err, said);
    assert.ok(!existsSync(scratch.at('none')));
  });

/** The options of a scenario, and what is said of one that cannot be used; nothing is written. */
const scenarios: readonly (readonly [readonly string[], RegExp])[] = [
  [['--participants', '0'], /--participants 0 is no number of people\nWrite a whole number from 1 to 100000\./],
  [['--participants', 'ten'], /is no number of people/],
  [['--effect', 'mcs=-1'], /--effect mcs=-1: "mcs" is no arm\nWrite an arm \(msc, il-2\) and a number: msc=-0\.3\./],
  [['--effect', 'msc'], /"" is no number from -5 to 5/],
  [['--effect', 'msc=1,il-2=x'], /"x" is no number/],
  [['--scenario', 'nowhere.yaml'], /nowhere\.yaml was not read/],
];

for (const [more, said] of scenarios)
  test(`${more.join(' ')} is refused`, async () => {
    const answer = await rehearse('--out', scratch.at('none'), ...more);
    assert.deepEqual([answer.code, answer.out], [2, '']);
    mustBeCalm(answer);
    assert.match(answer.err, said);
    assert.ok(!existsSync(scratch.at('none')));
  });

test('a scenario: fewer people, another course; the run says what it assumed', async () => {
  const file = scratch.write('scenario.yaml', 'participants: 6\nmissed visit: 0\ndeclines: 0\neffect: { msc: -0.5 }\n');
  const folder = scratch.at('scenario');
  const answer = await rehearse('--out', folder, '--scenario', file);
  assert.equal(answer.code, 0, answer.err);
  assert.match(answer.out, /their course is as .*scenario\.yaml assumes/);
  const flow = rowsOf(answer.out, 'Participant flow');
  assert.deepEqual([flow.get('randomised'), flow.get('declined')], [['6'], undefined]);
  assert.equal(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')).scenario, file);
  const fewer = await rehearse('--out', folder, '--scenario', file, '--participants', '4', '--effect', 'msc=-1');
  assert.match(fewer.out, /courses of disease that differ: msc=-1\./);
  assert.deepEqual(rowsOf(fewer.out, 'Participant flow').get('randomised'), ['4']);
});

test('each fault of a scenario is told at its place', async () => {
  const file = scratch.write(
    'faulty.yaml',
    'participants: 1.5\nmised visit: 0.1\nserious: 2\neffect: { mcs: 1, il-2: x }\n',
  );
  const { code, err } = await rehearse('--scenario', file, '--out', scratch.at('none'));
  assert.equal(code, 2);
  const said = err
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(file, 'FILE'));
  assert.deepEqual(said, [
    'FILE:2:1 error: "mised visit" is not assumed of anything; did you mean missed visit? [mised visit]',
    'FILE:3:1 error: 2 cannot stand here; expected a number from 0 to 1 [serious]',
    'FILE:1:1 error: 1.5 cannot stand here; expected a whole number from 1 [participants]',
    'FILE:4:11 error: "mcs" is no arm; expected msc, il-2; did you mean msc? [effect.mcs]',
    'FILE:4:19 error: "x" cannot stand here; expected -5 to 5 [effect.il-2]',
    'Nothing was rehearsed.',
  ]);
});

test('a place that cannot be written: nothing is left behind, and it is said', async () => {
  const file = scratch.write('file', 'mine');
  for (const out of [file, join(file, 'below')]) {
    const answer = await rehearse('--out', out);
    assert.deepEqual([answer.code, answer.out], [2, '']);
    mustBeCalm(answer);
    assert.match(
      answer.err,
      /(holds something else; nothing was written|was not written: .*)\nName another folder with --out\./,
    );
  }
  assert.equal(readFileSync(file, 'utf8'), 'mine');
  const closed = scratch.makeFolder('closed');
  chmodSync(closed, 0o500);
  if (process.getuid?.() !== 0) assert.equal((await rehearse('--out', join(closed, 'run'))).code, 2);
  chmodSync(closed, 0o700);
  rmSync(closed, { recursive: true });
});
