import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { openScratch, tell } from './given.ts';
import { openCut } from './opened-cut.ts';
import { openSession } from './session.ts';

const scratch = openScratch('opened-cut');
after(scratch.remove);
const run = scratch.at('run');
assert.equal((await tell(['rehearse', 'nct05631717', '--seed', '2', '--participants', '2', '--out', run])).code, 0);

const asked = (folder: string, at?: string) => {
  const errors: string[] = [];
  const streams = { out: { write: () => undefined }, error: { write: (text: string) => errors.push(text) } };
  const opened = openCut(folder, at, openSession(false, streams, true));
  return { opened, said: errors.join('') };
};

test('a log up to an event, up to a day, and whole', () => {
  const [some, day, whole] = ['10', '2026-03-01', undefined].map((at) => asked(run, at).opened);
  assert.ok(typeof some === 'object' && typeof day === 'object' && typeof whole === 'object');
  assert.deepEqual([some.cut.position, some.cut.of], [10, whole.cut.of]);
  assert.equal(whole.cut.position, whole.run.events.length);
  assert.ok(day.cut.date <= '2026-03-01' && day.cut.position < whole.cut.position);
});

test('a folder that holds no run, and a moment that the log does not have', () => {
  assert.equal(asked(scratch.at('none')).opened, 2);
  const { opened, said } = asked(run, '1999-01-01');
  assert.equal(opened, 2);
  assert.match(said, /--at 1999-01-01 is no moment of this log\nWrite a position from 1 to \d+, or a day from \d{4}-/);
});
