/**
 * What a change to the log of a real rehearsal does to its verification. Early lines are drawn more often than late ones,
 * over the whole log: a walk ends at the first bad line, and so a thousand of them stay quick.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { closeEnvelope, type Envelope } from '#core/record/envelope.ts';
import type { Problem } from '#core/record/finding.ts';
import { writeLines } from '#core/record/lines.ts';
import { beforeFirst, closeLink, type Link } from '#core/record/link.ts';
import { type Seal, sealOf, writeSeal } from '#core/record/seal.ts';
import { type SealedEntry, sealNext } from '#core/record/sealed-entry.ts';
import { openSealed } from '#core/record/sealed-log.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { type Rehearsal, rehearse } from '#hosts/rehearsal/rehearse.ts';
import { scenarioWith } from '#hosts/rehearsal/scenario.ts';
import { openScratch, tell } from './given.ts';
import { verifyBytes } from './verify-log.ts';

const scratch = openScratch('tampering');
after(scratch.remove);

const rehearsed = (trial: string, participants: number): Rehearsal => {
  const { study } = readStudy(readFileSync(`trials/${trial}/study.yaml`, 'utf8'));
  assert.ok(study);
  return rehearse({ study, seed: 7, start: '2026-01-05', scenario: scenarioWith({ participants }) });
};

/** The first thousand events of a trial, which are a log of their own. */
const all: readonly Envelope<TrialEvent>[] = rehearsed('nct05631717', 12).log.all().slice(0, 1000);
/** All that a masked trial keeps sealed. */
const run = rehearsed('nct03580291', 6);
const sealedEvents: readonly Envelope<SealedEvent>[] = run.sealed.all();

const sealEvents = (events: readonly Envelope[], key: Uint8Array): readonly SealedEntry[] => {
  const entries: SealedEntry[] = [];
  for (const event of events) entries.push(sealNext(event, sealOf(entries.at(-1)), key));
  return entries;
};
const entries = sealEvents(sealedEvents, run.key);
const otherKey = new Uint8Array(32).fill(7);

const chance = openStream(secretFromSeed(20_260_518), 'tampering');
/** From 1 to `last`: of a thousand lines half in the first six, one in five beyond a hundred, one in twenty beyond 500. */
const drawLine = (last: number): number => {
  const share = chance.integer(1_000_001) / 1_000_000;
  return Math.min(last, Math.floor(last ** (share * share)));
};

/** A log as its lines, each with its line feed, and how a line is forged that fits behind the one before it. */
interface Victim {
  readonly name: string;
  readonly lines: readonly string[];
  readonly seal: Seal;
  /** A line for a place, well closed, behind the true lines before it. */
  readonly forge: (line: number) => string;
}

const lineOf = (link: Link): string => writeLines([link]);
const before = <L extends Link>(links: readonly L[], line: number): string => links[line - 2]?.hash ?? beforeFirst;

const publicLog: Victim = {
  name: 'the public log',
  lines: all.map(lineOf),
  seal: sealOf(all.at(-1)),
  forge: (line) => {
    const stream = all[line - 1]?.stream ?? assert.fail();
    const version = 1 + all.slice(0, line - 1).filter((each) => each.stream === stream).length;
    const { hash: _, ...content } = all[line - 1] ?? assert.fail();
    const event = { type: 'consent given', on: '2026-01-01', version: 'forged' } as const;
    return lineOf(closeEnvelope({ ...content, event, position: line, version, previous: before(all, line) }));
  },
};

const sealedLog: Victim = {
  name: 'the sealed log',
  lines: entries.map(lineOf),
  seal: sealOf(entries.at(-1)),
  forge: (line) => {
    const event = sealedEvents[line - 1] ?? assert.fail();
    return lineOf(sealNext(event, { count: line - 1, hash: before(entries, line) }, otherKey));
  },
};

/** Bytes that differ from those of the lines, and the line that must be named, with what is wrong where that is sure. */
interface Tampered {
  readonly bytes: Buffer;
  readonly line: number;
  readonly problem?: Problem;
}

const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.join(''));

const flipByte = ({ lines }: Victim): Tampered => {
  const line = drawLine(lines.length);
  const start = Buffer.byteLength(lines.slice(0, line - 1).join(''));
  const bytes = joined(lines);
  // The line feed stays: without it two lines are one, which is another change.
  const at = start + chance.integer(Buffer.byteLength(lines[line - 1] ?? '') - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.integer(255));
  return { bytes, line };
};

const deleteLine = ({ lines }: Victim): Tampered => {
  const line = drawLine(lines.length);
  const problem = line === lines.length ? 'tail is missing' : 'position gap';
  return { bytes: joined(lines.toSpliced(line - 1, 1)), line, problem };
};

const swapLines = ({ lines }: Victim): Tampered => {
  const line = drawLine(lines.length - 1);
  const other = line + drawLine(lines.length - line);
  const [a = '', b = ''] = [lines[line - 1], lines[other - 1]];
  return { bytes: joined(lines.with(line - 1, b).with(other - 1, a)), line, problem: 'position gap' };
};

const repeatLine = ({ lines }: Victim): Tampered => {
  const copied = drawLine(lines.length);
  const line = copied + drawLine(lines.length + 1 - copied);
  return { bytes: joined(lines.toSpliced(line - 1, 0, lines[copied - 1] ?? '')), line, problem: 'position gap' };
};

/** The forged line fits behind the one before it: the first that does not is the true one after it. */
const insertForged = ({ lines, forge }: Victim): Tampered => {
  const at = drawLine(lines.length);
  return { bytes: joined(lines.toSpliced(at - 1, 0, forge(at))), line: at + 1, problem: 'position gap' };
};

/** So does one that stands in the place of a true one, with a hash of its own; the last is betrayed by the seal alone. */
const replaceByForged = ({ lines, forge }: Victim): Tampered => {
  const at = drawLine(lines.length - 1);
  return { bytes: joined(lines.with(at - 1, forge(at))), line: at + 1, problem: 'previous hash differs' };
};

const ways = { flipByte, deleteLine, swapLines, repeatLine, insertForged } as const;

const mustName = ({ bytes, line, problem }: Tampered, seal: Seal, what: string): void => {
  const found = verifyBytes(bytes, seal);
  assert.ok('problem' in found, `${what}: not noticed`);
  assert.equal(found.line, line, `${what}: ${found.problem}`);
  if (problem !== undefined) assert.equal(found.problem, problem, what);
};

test('a thousand changes to the public log: the first line that is not as it was is named', () => {
  assert.equal(publicLog.lines.length, 1000);
  for (const [name, tamper] of Object.entries(ways))
    for (let round = 0; round < 200; round += 1) mustName(tamper(publicLog), publicLog.seal, `${name} ${round}`);
});

test('two hundred and fifty changes to the sealed log, without its key', () => {
  assert.ok(sealedLog.lines.length >= 50, `${sealedLog.lines.length} entries`);
  for (const [name, tamper] of Object.entries(ways))
    for (let round = 0; round < 50; round += 1) mustName(tamper(sealedLog), sealedLog.seal, `${name} ${round}`);
});

for (const victim of [publicLog, sealedLog])
  test(`${victim.name}: one line put in the place of another, with a good hash, is betrayed by the next`, () => {
    for (let round = 0; round < 25; round += 1) mustName(replaceByForged(victim), victim.seal, `replaced ${round}`);
  });

/** Every fiftieth line, and the first and the last. */
const places = ({ lines }: Victim): readonly number[] => [
  ...new Set([1, ...[...lines.keys()].filter((line) => line > 0 && line % 50 === 0), lines.length]),
];

for (const victim of [publicLog, sealedLog])
  test(`${victim.name}: a tail cut after any line verifies by itself, and not against a seal kept elsewhere`, () => {
    for (const line of places(victim)) {
      const bytes = joined(victim.lines.slice(0, line - 1));
      const alone = verifyBytes(bytes, undefined);
      assert.ok('verified' in alone && alone.head.count === line - 1, `cut before ${line}`);
      mustName({ bytes, line, problem: 'tail is missing' }, victim.seal, `cut before ${line}`);
    }
  });

const closeAnew = <L extends Link>(links: readonly L[], from: number, change: (link: L) => Omit<L, 'hash'>): Buffer => {
  let previous = before(links, from);
  const anew = links.slice(from - 1).map((link, index) => {
    const { hash: _, ...content } = index === 0 ? { ...link, ...change(link) } : link;
    const closed = closeLink({ ...content, previous });
    previous = closed.hash;
    return closed;
  });
  return joined([...links.slice(0, from - 1), ...anew].map(lineOf));
};

/** An event changed, and every hash from there on computed anew: what somebody can do who may write the whole file. */
const rewritten: readonly (readonly [Victim, (line: number) => Buffer])[] = [
  [publicLog, (line) => closeAnew(all, line, (each) => ({ ...each, actor: { id: 'nobody', role: 'investigator' } }))],
  [sealedLog, (line) => closeAnew(entries, line, (each) => ({ ...each, ciphertext: each.commitment }))],
];

for (const [victim, rewrite] of rewritten)
  test(`${victim.name}: rewritten from any line on it verifies by itself, and not against a seal kept elsewhere`, () => {
    for (const line of places(victim)) {
      const bytes = rewrite(line);
      assert.ok('verified' in verifyBytes(bytes, undefined), `rewritten from ${line}`);
      const last = victim.lines.length;
      mustName({ bytes, line: last, problem: 'head differs from the seal' }, victim.seal, `rewritten from ${line}`);
    }
  });

test('a sealed log that was rewritten without its key does not open with it, from the entry that was changed', () => {
  const [, rewrite] = rewritten[1] ?? assert.fail();
  assert.deepEqual(openSealed(rewrite(20).toString(), run.key), { refused: 'does not decrypt', position: 20 });
});

/** What only a seal can show, the log, and what is said against the seal. */
const unseen: readonly (readonly [string, () => Buffer, RegExp])[] = [
  ['a cut tail', () => joined(publicLog.lines.slice(0, 950)), /broken at line 951: tail is missing/],
  [
    'a rewritten log',
    () => rewritten[0]?.[1](900) ?? assert.fail(),
    /broken at line 1000, .*head differs from the seal/,
  ],
];

for (const [what, make, said] of unseen)
  test(`${what} without a seal: verify says what it cannot see; with one, what it sees`, async () => {
    const path = scratch.write('tampered.ndjson', make());
    const alone = await tell(['verify', path]);
    assert.equal(alone.code, 0);
    assert.match(
      alone.out,
      /No seal was given: a tail that was cut off, or a log rewritten from some event on, would not be noticed\./,
    );
    const against = await tell(['verify', path, '--seal', writeSeal(publicLog.seal)]);
    assert.equal(against.code, 1);
    assert.match(against.out, said);
  });
