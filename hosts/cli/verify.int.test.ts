import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { closeEnvelope, type Envelope } from '#core/record/envelope.ts';
import { writeLines } from '#core/record/lines.ts';
import { sealOf, writeSeal } from '#core/record/seal.ts';
import { derivedNames } from './derived-files.ts';
import { edit, mustBeCalm, openScratch, type Told, tell } from './given.ts';

const scratch = openScratch('verify');
after(scratch.remove);
const full = scratch.at('full');
/** The same run, stopped and sealed after its first events, so that the many damages below are quick. */
const whole = scratch.at('whole');
const events = 300;
const run = scratch.at('run');
const joined = (list: readonly string[]): string => `${list.join('\n')}\n`;
let text = '';
let lines: readonly string[] = [];
before(async () => {
  assert.equal((await tell(['rehearse', 'nct05631717', '--out', full])).code, 0);
  cpSync(full, whole, { recursive: true });
  lines = readFileSync(`${full}/log.ndjson`, 'utf8').split('\n').slice(0, events);
  text = joined(lines);
  writeFileSync(`${whole}/log.ndjson`, text);
  const last: Envelope = JSON.parse(lines.at(-1) ?? '');
  writeFileSync(`${whole}/log.seal`, `${writeSeal(sealOf(last))}\n`);
  // What was derived from the whole log is not what its first events give.
  for (const name of derivedNames) rmSync(`${whole}/${name}`);
});

/** A fresh copy of the run with another public log in it. */
const withLog = (content: string | Uint8Array, seal = true): string => {
  rmSync(run, { recursive: true, force: true });
  cpSync(whole, run, { recursive: true });
  writeFileSync(`${run}/log.ndjson`, content);
  if (!seal) rmSync(`${run}/log.seal`);
  return run;
};
const verify = (path: string, ...more: readonly string[]): Promise<Told> => tell(['verify', path, ...more]);

const mustBreakAt = async (path: string, line: number, problem: RegExp): Promise<void> => {
  const told = await verify(path);
  assert.equal(told.code, 1, told.out);
  mustBeCalm(told);
  assert.match(told.out, new RegExp(`broken at line ${line}\\b`));
  assert.match(told.out, problem);
  const { logs, derived } = JSON.parse((await verify(path, '--json')).out);
  assert.equal(logs[0].line, line);
  assert.deepEqual(derived, [], 'nothing is derived from a log that is broken');
};

test('a whole run: both logs, each to its end', async () => {
  const told = await verify(full);
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.equal(told.out.match(/each as it was written\. It ends where .* says\./g)?.length, 2);
  assert.ok(told.out.includes(readFileSync(`${full}/log.seal`, 'utf8').trim()));
  const value = JSON.parse((await verify(full, '--json')).out);
  assert.deepEqual(
    value.logs.map((each: { verified: boolean; head: { count: number } }) => [each.verified, each.head.count]),
    [
      [true, readFileSync(`${full}/log.ndjson`, 'utf8').split('\n').length - 1],
      [true, 41],
    ],
  );
  assert.deepEqual(
    value.derived,
    derivedNames.map((file) => ({ file, found: 'as the log gives it' })),
  );
});

const at = 100;
const changed = (from: RegExp, to: string): string => {
  const line = lines[at] ?? '';
  assert.match(line, from);
  return joined(lines.with(at, line.replace(from, to)));
};

/** What was done, the log that came of it, the line that is named and the problem; line 101 is index 100. */
const damages: readonly (readonly [string, () => string | Uint8Array, number, RegExp])[] = [
  ['a digit of a date', () => changed(/"date":"2026/, '"date":"2025'), at + 1, /content differs from its hash/],
  ['a space', () => changed(/"at":/, '"at": '), at + 1, /line not canonical/],
  ['a hash', () => changed(/"hash":"[0-9a-f]{4}/, '"hash":"0000'), at + 1, /content differs from its hash/],
  ['a line deleted', () => joined(lines.toSpliced(at, 1)), at + 1, /position gap/],
  ['a line twice', () => joined(lines.toSpliced(at, 0, lines[at] ?? '')), at + 2, /position gap/],
  [
    'two lines swapped',
    () => joined(lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '')),
    at + 1,
    /position gap/,
  ],
  ['the first line deleted', () => joined(lines.slice(1)), 1, /position gap/],
  ['an empty line', () => joined(lines.toSpliced(at, 0, '')), at + 1, /not json/],
  ['garbage at the end', () => `${text}garbage\n`, events + 1, /not json/],
  ['garbage without a line end', () => `${text}garbage`, events + 1, /not json/],
  ['the last line end missing', () => text.slice(0, -1), events, /last line not ended/],
  ['half of the last line', () => text.slice(0, -100), events, /not json/],
  ['the tail cut', () => joined(lines.slice(0, -3)), events - 2, /tail is missing/],
  ['nothing left', () => '', 1, /tail is missing/],
  ['line ends of Windows', () => text.replaceAll('\n', '\r\n'), 1, /control characters/],
  ['a byte order mark', () => `\ufeff${text}`, 1, /not json/],
  [
    'a byte that is no UTF-8',
    () =>
      Buffer.concat([Buffer.from(joined(lines.slice(0, at))), Buffer.of(0xff), Buffer.from(joined(lines.slice(at)))]),
    at + 1,
    /no UTF-8/,
  ],
  [
    'no UTF-8 after an earlier change',
    () => Buffer.concat([Buffer.from(changed(/"date":"2026/, '"date":"2025')), Buffer.of(0xff)]),
    at + 1,
    /content differs/,
  ],
];

for (const [what, make, line, problem] of damages)
  test(`${what}: the first bad event is named`, () => mustBreakAt(withLog(make()), line, problem));

test('a cut tail without its seal verifies, and it is said that it would', async () => {
  const told = await verify(withLog(joined(lines.slice(0, -3)), false));
  assert.equal(told.code, 0);
  assert.match(
    told.out,
    /297 events, each as it was written\. No seal was given: a tail that was cut off, or a log rewritten from some event on, would not be noticed\./,
  );
});

test('the same cut tail is noticed by the seal that was kept elsewhere, as text or as a file', async () => {
  const seal = readFileSync(`${whole}/log.seal`, 'utf8');
  const path = `${withLog(joined(lines.slice(0, -3)), false)}/log.ndjson`;
  for (const kept of [
    seal.trim(),
    seal.trim().toUpperCase().replace('SEAL', 'seal'),
    scratch.write('kept.seal', seal),
  ]) {
    const told = await verify(path, '--seal', kept);
    assert.equal(told.code, 1, told.err);
    assert.match(told.out, /broken at line 298: tail is missing \(expected 300 entries, found 297 entries\)/);
  }
});

test('a seal given with a folder is that of the public log', async () => {
  const told = await verify(whole, '--seal', readFileSync(`${whole}/log.seal`, 'utf8').trim());
  assert.equal(told.code, 0, told.out);
  assert.match(told.out, /log\.ndjson: .* It ends where the seal that was given says/);
});

test('a wrong seal, a mistyped one, none at all', async () => {
  const seal = readFileSync(`${whole}/log.seal`, 'utf8').trim();
  const other = readFileSync(`${whole}/allocation.sealed.seal`, 'utf8').trim();
  const log = `${whole}/log.ndjson`;
  const wrong = await verify(log, '--seal', other);
  assert.deepEqual([wrong.code, /line 41.*head differs from the seal/.test(wrong.out)], [1, true]);
  const mistyped = await verify(
    log,
    '--seal',
    seal.replace(/[0-9a-f](?= [0-9a-f]{8}$)/, (digit) => (digit === '0' ? '1' : '0')),
  );
  assert.deepEqual([mistyped.code, /is mistyped/.test(mistyped.err)], [2, true]);
  for (const none of ['seal/1 nonsense', scratch.write('none.seal', 'hello\n'), scratch.at('missing.seal')]) {
    const told = await verify(log, '--seal', none);
    assert.equal(told.code, 2);
    mustBeCalm(told);
    assert.match(told.err, /the seal .* (is not a seal|was not read: there is no such file)/);
  }
});

test('events that were added after the seal, well chained, are not said to be sealed', async () => {
  const last: Envelope = JSON.parse(lines.at(-1) ?? '');
  const { hash, reason: _, ...rest } = last;
  const forged = closeEnvelope({ ...rest, position: last.position + 1, version: last.version + 1, previous: hash });
  const told = await verify(withLog(text + writeLines([forged])));
  assert.equal(told.code, 0);
  assert.match(told.out, /Its first 300 are those of .*log\.seal; of the 1 after them the seal says nothing\./);
});

test('the sealed log verifies without its key, and names its first bad entry', async () => {
  const path = `${withLog(text)}/allocation.sealed.ndjson`;
  assert.match((await verify(path)).out, /41 events, each as it was written\. It ends where/);
  const entries = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(path, joined(entries.with(6, (entries[6] ?? '').replace(/"ciphertext":"../, '"ciphertext":"00'))));
  const told = await verify(path);
  assert.equal(told.code, 1);
  assert.match(told.out, /broken at line 7, event 7: content differs from its hash/);
  assert.equal((await verify(run)).code, 1, 'and so the folder is broken');
});

test('twenty damages at random: each is noticed, no later than where it stands', async () => {
  const chance = openStream(secretFromSeed(20_260_518), 'damages');
  const bytes = Buffer.from(text);
  const starts = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at);
  for (let round = 0; round < 20; round += 1) {
    const place = chance.integer(bytes.length);
    const damaged = Buffer.from(bytes);
    damaged[place] = (bytes[place] ?? 0) ^ (1 + chance.integer(255));
    const line = starts.filter((end) => end < place).length + 1;
    const told = await verify(withLog(damaged));
    assert.equal(told.code, 1, `byte ${place}`);
    mustBeCalm({ ...told, out: told.out.replaceAll(/found .*/g, '') });
    const [, named] = /broken at line (\d+)/.exec(told.out) ?? [];
    // A line feed that is written over joins two lines; a byte that becomes one splits a line.
    assert.ok(Number(named) === line, `byte ${place}: line ${named} is named, ${line} was changed`);
  }
});

/** A fresh copy of the whole run, with one file of it changed; without a change it is taken away. */
const withFile = (name: string, change?: (text: string) => string): string => {
  rmSync(run, { recursive: true, force: true });
  cpSync(full, run, { recursive: true });
  const path = `${run}/${name}`;
  if (change === undefined) rmSync(path);
  else writeFileSync(path, change(readFileSync(path, 'utf8')));
  return run;
};

/** The file, how it is changed, and what is said of it. */
const forged: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  ['report.json', (text) => edit(text, '"events": ', '"events": 1'), /from line \d+ on: the log gives ".*"events": /],
  ['report.txt', (text) => edit(text, 'randomised', 'randomized'), /from line \d+ on: the log gives "/],
  ['flow.json', (text) => edit(text, '"screened": ', '"screened": 1'), /line 4 on: the log gives ".*"screened": \d+,"/],
  ['flow.svg', (text) => edit(text, 'Screened (n = ', 'Screened (n = 1'), /from line \d+ on/],
  ['values.csv', (text) => edit(text, ',none,', ',CR,'), /from line \d+ on: the log gives "\d+,/],
  ['values.csv', (text) => `${text}x\r\n`, /the log gives "", and it has "x/],
  ['values.csv', () => '', /from line 1 on: the log gives "participant,arm.*…", and it has ""\./],
];

for (const [index, [file, change, said]] of forged.entries())
  test(`a derived file that was changed is named: ${file} (${index + 1})`, async () => {
    const told = await verify(withFile(file, change));
    assert.equal(told.code, 1);
    mustBeCalm(told);
    assert.match(told.out, new RegExp(`run.${file.replace('.', '\\.')}: not what the log gives`));
    assert.match(told.out, said);
    const { logs, derived } = JSON.parse((await verify(run, '--json')).out);
    assert.deepEqual(
      logs.map((each: { verified: boolean }) => each.verified),
      [true, true],
    );
    assert.deepEqual(
      derived.filter(({ found }: { found: string }) => found === 'differs').map((each: { file: string }) => each.file),
      [file],
    );
  });

test('a derived file that is not there is told, and proves nothing', async () => {
  const told = await verify(withFile('values.csv'));
  assert.equal(told.code, 0);
  assert.match(told.out, /not there, and not compared: values\.csv\./);
});

test('with another study file, or without one, nothing can be compared: that is no yes', async () => {
  const other = await verify(withFile('study.yaml', (text) => edit(text, 'UPCR < 0.5 g/g', 'UPCR < 0.8 g/g')));
  assert.equal(other.code, 1);
  assert.match(
    other.out,
    /study\.yaml: not what the log gives .*: .*is not the version under which the log was kept\./,
  );
  const none = await verify(withFile('study.yaml'));
  assert.deepEqual([none.code, /study\.yaml was not read: there is no such file/.test(none.out)], [1, true]);
});

test('what is no log at all', async () => {
  for (const path of [scratch.at('missing.ndjson'), scratch.makeFolder('hollow')]) {
    const told = await verify(path);
    assert.deepEqual([told.code, told.out], [2, '']);
    mustBeCalm(told);
  }
  const told = await verify(scratch.write('random.ndjson', randomBytes(2048)));
  assert.deepEqual([told.code, /broken at line 1\b/.test(told.out)], [1, true]);
});
