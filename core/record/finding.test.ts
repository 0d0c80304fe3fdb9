import assert from 'node:assert/strict';
import test from 'node:test';
import { broken, finding } from './finding.ts';

test('what was found is cut to a length that can be shown', () => {
  assert.deepEqual(finding('not json', 1, 'x'.repeat(121)), {
    problem: 'not json',
    expected: '1',
    found: `${'x'.repeat(120)}…`,
  });
  assert.equal(finding('not json', 1, 'x'.repeat(120)).found, 'x'.repeat(120));
});

const whole = { position: 3, stream: 'p', version: 2, event: { type: 'noted' } };

// Expected: position, stream, version, type.
const readable: readonly (readonly [why: string, value: unknown, expected: readonly unknown[]])[] = [
  ['all of it', whole, [3, 'p', 2, 'noted']],
  ['nothing', undefined, [undefined, undefined, undefined, undefined]],
  ['null', null, [undefined, undefined, undefined, undefined]],
  ['a text', 'position', [undefined, undefined, undefined, undefined]],
  ['members of other types', { ...whole, position: '3', stream: 7, event: [] }, [undefined, undefined, 2, undefined]],
  ['an event that is null', { ...whole, event: null }, [3, 'p', 2, undefined]],
  ['inherited members', Object.create(whole), [undefined, undefined, undefined, undefined]],
  ['a very long stream', { ...whole, stream: 'x'.repeat(999) }, [3, 'x'.repeat(200), 2, 'noted']],
];
for (const [why, value, expected] of readable) {
  test(`names as much as can be read: ${why}`, () => {
    const { line, position, stream, version, type } = broken(finding('not an entry', '', ''), 5, value);
    assert.deepEqual([line, position, stream, version, type], [5, ...expected]);
  });
}
