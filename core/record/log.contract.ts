import assert from 'node:assert/strict';
import test from 'node:test';
import type { AnyEvent, Moment } from './envelope.ts';
import type { Commit, Log } from './log.ts';
import { emptySeal } from './seal.ts';

interface Noted extends AnyEvent {
  readonly type: 'noted';
  readonly text: string;
  readonly more?: number | undefined;
}

const at: Moment = { instant: '2026-03-02T01:30:00Z', offset: '+08:00', zone: 'Asia/Shanghai', date: '2026-03-02' };
const noted = (text: string): Noted => ({ type: 'noted', text });

/** A commit of one event to each named stream, with the versions that were read. */
const commitTo = (streams: Readonly<Record<string, number>>, text = 'x'): Commit<Noted> => ({
  reads: Object.entries(streams).map(([stream, version]) => ({ stream, version })),
  events: Object.keys(streams).map((stream) => ({ stream, event: noted(text) })),
  at,
  actor: { id: 'u1', role: 'investigator' },
  study: 'a'.repeat(64),
});

/** The contract of the port, as tests of any log that keeps it. `open` gives an empty log each time. */
export const testLogContract = (name: string, open: () => Log<Noted>): void => {
  const filled = (): Log<Noted> => {
    const log = open();
    log.append(commitTo({ p1: 0 }, 'first'));
    log.append(commitTo({ p1: 1, s1: 0 }, 'second'));
    return log;
  };

  test(`${name}: an empty log`, () => {
    const log = open();
    assert.deepEqual([log.all(), log.read('p1'), log.version('p1'), log.head()], [[], [], 0, emptySeal]);
  });

  test(`${name}: positions run through the log, versions through each stream`, () => {
    const places = filled()
      .all()
      .map(({ position, stream, version }) => [position, stream, version]);
    assert.deepEqual(places, [
      [1, 'p1', 1],
      [2, 'p1', 2],
      [3, 's1', 1],
    ]);
  });

  test(`${name}: an envelope holds the whole commit`, () => {
    const [envelope] = filled().read('s1');
    assert.ok(envelope);
    const { hash, previous, ...rest } = envelope;
    const { actor, study } = commitTo({});
    assert.deepEqual(rest, { position: 3, stream: 's1', version: 1, event: noted('second'), at, actor, study });
    assert.deepEqual([hash.length, previous.length], [64, 64]);
  });

  test(`${name}: a reason is kept where one is given`, () => {
    const log = open();
    const commit = commitTo({ p1: 0 });
    log.append({ ...commit, events: [{ stream: 'p1', event: noted('x'), reason: 'typing error' }] });
    assert.equal(log.read('p1')[0]?.reason, 'typing error');
  });

  test(`${name}: append answers what it appended`, () => {
    const log = open();
    const answer = log.append(commitTo({ p1: 0, s1: 0 }));
    assert.deepEqual(answer, log.all());
  });

  test(`${name}: each link names the one before`, () => {
    const all = filled().all();
    assert.deepEqual(
      all.map((envelope) => envelope.previous),
      [emptySeal.hash, all[0]?.hash, all[1]?.hash],
    );
  });

  test(`${name}: the head is the last link`, () => {
    const log = filled();
    assert.deepEqual(log.head(), { count: 3, hash: log.all()[2]?.hash });
  });

  const clashes: readonly (readonly [string, Readonly<Record<string, number>>, readonly unknown[]])[] = [
    ['behind', { p1: 1 }, [{ stream: 'p1', read: 1, now: 2 }]],
    ['ahead', { p1: 3 }, [{ stream: 'p1', read: 3, now: 2 }]],
    ['a new stream that exists', { s1: 0 }, [{ stream: 's1', read: 0, now: 1 }]],
    ['one of two', { p1: 2, s1: 0 }, [{ stream: 's1', read: 0, now: 1 }]],
    [
      'both',
      { p1: 0, s1: 7 },
      [
        { stream: 'p1', read: 0, now: 2 },
        { stream: 's1', read: 7, now: 1 },
      ],
    ],
  ];
  for (const [why, streams, expected] of clashes) {
    test(`${name}: refuses a version that differs, and appends nothing: ${why}`, () => {
      const log = filled();
      const before = log.all();
      assert.deepEqual(log.append(commitTo(streams)), { refused: 'version clash', streams: expected });
      assert.deepEqual([log.all(), log.version('p1'), log.version('s1')], [before, 2, 1]);
    });
  }

  test(`${name}: a stream that is only read must not have moved`, () => {
    const log = filled();
    const commit = { ...commitTo({ p2: 0, p1: 1 }), events: [{ stream: 'p2', event: noted('x') }] };
    assert.ok('refused' in log.append(commit));
    assert.equal(log.version('p2'), 0);
  });

  test(`${name}: several events of one commit in one stream are numbered in their order`, () => {
    const log = filled();
    const events = ['a', 'b', 'c'].map((text) => ({ stream: 'p1', event: noted(text) }));
    log.append({ ...commitTo({ p1: 2 }), events });
    const added = log
      .read('p1')
      .slice(2)
      .map(({ version, event }) => [version, event.text]);
    assert.deepEqual(added, [
      [3, 'a'],
      [4, 'b'],
      [5, 'c'],
    ]);
  });

  test(`${name}: a commit without events appends nothing and still looks at its reads`, () => {
    const log = filled();
    assert.deepEqual(log.append({ ...commitTo({ p1: 2 }), events: [] }), []);
    assert.ok('refused' in log.append({ ...commitTo({ p1: 1 }), events: [] }));
    assert.equal(log.head().count, 3);
  });

  test(`${name}: writing a stream that was not read is a fault, and appends nothing`, () => {
    const log = filled();
    const events = [
      { stream: 'p1', event: noted('x') },
      { stream: 'p9', event: noted('x') },
    ];
    assert.throws(() => log.append({ ...commitTo({ p1: 2 }), events }), /p9 is written and was not read/);
    assert.equal(log.head().count, 3);
  });

  test(`${name}: an event that is not JSON is a fault, and nothing of its commit is appended`, () => {
    const log = filled();
    const events = [noted('x'), { ...noted('y'), more: Number.NaN }].map((event) => ({ stream: 'p1', event }));
    assert.throws(() => log.append({ ...commitTo({ p1: 2 }), events }), /NaN/);
    assert.deepEqual([log.head().count, log.version('p1')], [3, 2]);
  });

  test(`${name}: an event comes back as its text reads`, () => {
    const log = open();
    log.append({ ...commitTo({ p1: 0 }), events: [{ stream: 'p1', event: { ...noted('x'), more: undefined } }] });
    assert.deepEqual(Object.keys(log.read('p1')[0]?.event ?? {}).sort(), ['text', 'type']);
  });

  test(`${name}: changing an object after it was appended changes no event`, () => {
    const log = open();
    const event = { type: 'noted' as const, text: 'as it was' };
    log.append({ ...commitTo({ p1: 0 }), events: [{ stream: 'p1', event }] });
    event.text = 'changed';
    assert.equal(log.read('p1')[0]?.event.text, 'as it was');
  });

  test(`${name}: what was read stays as it was`, () => {
    const log = filled();
    const [all, read] = [log.all(), log.read('p1')];
    log.append(commitTo({ p1: 2 }));
    assert.deepEqual([all.length, read.length, log.all().length], [3, 2, 4]);
  });

  test(`${name}: names of streams are only names`, () => {
    const log = open();
    for (const stream of ['__proto__', 'constructor', '', 'p/1 ü']) {
      assert.equal(log.version(stream), 0);
      log.append({ ...commitTo({}), reads: [{ stream, version: 0 }], events: [{ stream, event: noted('x') }] });
    }
    assert.deepEqual(
      log.read('constructor').map((envelope) => envelope.version),
      [1],
    );
  });
};

/** A log with something in it, for tests: `count` events over five streams, every seventh with a reason. */
export const fillLog = (log: Log<Noted>, count: number): Log<Noted> => {
  for (let i = 0; i < count; i += 1) {
    const stream = `participant/${i % 5}`;
    const commit = commitTo({ [stream]: log.version(stream) }, `entry ${i}: größer als "1" µmol/L\n`);
    const reason = i % 7 === 3 ? { reason: 'entered for another participant' } : {};
    log.append({ ...commit, events: commit.events.map((added) => ({ ...added, ...reason })) });
  }
  return log;
};
