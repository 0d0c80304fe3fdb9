import assert from 'node:assert/strict';
import test from 'node:test';
import { closeEnvelope, type Envelope, isEnvelope } from './envelope.ts';
import { beforeFirst, linkHash } from './link.ts';

const envelope: Envelope = closeEnvelope({
  position: 1,
  stream: 'participant/1',
  version: 1,
  event: { type: 'participant identified' },
  at: { instant: '2026-03-02T01:30:00Z', offset: '+08:00', zone: 'Asia/Shanghai', date: '2026-03-02' },
  actor: { id: 'u1', role: 'investigator' },
  study: 'a'.repeat(64),
  previous: beforeFirst,
});

const without = (key: string): object => Object.fromEntries(Object.entries(envelope).filter(([name]) => name !== key));

test('a closed envelope carries the hash of the rest', () => assert.equal(envelope.hash, linkHash(envelope)));

const shapes: readonly (readonly [why: string, value: unknown, expected: boolean])[] = [
  ['as closed', envelope, true],
  ['with a reason', { ...envelope, reason: 'typing error' }, true],
  ['with data in the event', { ...envelope, event: { type: 'noted', more: [1, { a: null }] } }, true],
  ['null', null, false],
  ['a number', 1, false],
  ['an array', [envelope], false],
  ['a member too many', { ...envelope, note: '' }, false],
  ['a member called __proto__', JSON.parse(JSON.stringify(envelope).replace('{', '{"__proto__":{},')), false],
  ['a member called constructor', { ...envelope, constructor: 1 }, false],
  ['a reason that is no text', { ...envelope, reason: null }, false],
  ['position 0', { ...envelope, position: 0 }, false],
  ['position as text', { ...envelope, position: '1' }, false],
  ['a broken version', { ...envelope, version: 1.5 }, false],
  ['an event without type', { ...envelope, event: {} }, false],
  ['an event that is an array', { ...envelope, event: ['type'] }, false],
  ['an event whose type is no text', { ...envelope, event: { type: 1 } }, false],
  ['an actor without role', { ...envelope, actor: { id: 'u1' } }, false],
  ['a moment with a member too many', { ...envelope, at: { ...envelope.at, week: 1 } }, false],
  ['a moment without zone', { ...envelope, at: { instant: '', offset: '', date: '' } }, false],
  ['a short hash', { ...envelope, hash: 'abc' }, false],
  ['a previous in capitals', { ...envelope, previous: 'A'.repeat(64) }, false],
  ...['position', 'stream', 'version', 'event', 'at', 'actor', 'study', 'previous', 'hash'].map(
    (key): [string, unknown, boolean] => [`no ${key}`, without(key), false],
  ),
];

for (const [why, value, expected] of shapes)
  test(`is it an envelope: ${why}`, () => assert.equal(isEnvelope(value), expected));
