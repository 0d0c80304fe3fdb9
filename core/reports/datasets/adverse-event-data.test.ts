import assert from 'node:assert/strict';
import test from 'node:test';
import type { Participant } from '#core/conduct/participant.ts';
import * as s from '#core/conduct/safety-file/given.ts';
import { sceneOfPeople } from '#core/reports/charts/given.ts';
import { everywhere, having, infection, treatedOn } from '#core/safety/events/given.ts';
import { adverseEventData, adverseEventSet } from './adverse-event-data.ts';

const allocated: Participant['allocated'] = { on: '2026-06-01', record: 'participant/P-001#2/slot', slot: undefined };

const dataOf = (person: Participant) =>
  adverseEventData(sceneOfPeople(everywhere, [{ ...person, id: 'P-001', arm: 'msc', allocated }]), () => 'msc');

const reported: Participant = {
  ...treatedOn('2026-06-01'),
  history: [infection({ start: '2026-06-10', end: '2026-06-20' })],
  safety: having(s.file(s.version('2026-06-11', s.hospital))).safety,
};

test('an event with its file: grade, seriousness, causality as they stand', () => {
  const [event] = dataOf(reported);
  assert.deepEqual(
    [event?.grade, event?.serious, event?.related, event?.fatal, event?.start, event?.end, event?.emergent],
    [s.hospital.grade, true, s.hospital.causality === 'related', false, 9, 19, 'true'],
  );
});

test('without a file it has no grade, and is serious where its record says so', () => {
  const bare = (attributes: Readonly<Record<string, boolean>>) =>
    dataOf({ ...treatedOn('2026-06-01'), history: [infection({ start: '2026-06-10', attributes })] })[0];
  assert.deepEqual([bare({})?.grade, bare({})?.serious, bare({})?.related], [undefined, false, undefined]);
  assert.deepEqual([bare({ serious: true })?.serious, bare({ serious: true })?.recordedSerious], [true, true]);
  assert.equal(bare({ related: false })?.related, false);
});

/** Start as it was written: day from allocation, whether it emerged, whether it may lie after allocation. */
const starts: readonly (readonly [string, number | undefined, string, boolean])[] = [
  ['2026-06-01', 0, 'true', true],
  ['2026-05-31', -1, 'false', false],
  ['2026-06', undefined, 'true', true],
  ['2026-05', undefined, 'false', false],
  ['2026', undefined, 'unknown', true],
];
for (const [start, day, emergent, after] of starts)
  test(`began ${start}: day ${day ?? 'not known'}, emergent ${emergent}`, () => {
    const [event] = dataOf({ ...treatedOn('2026-06-01'), history: [infection({ start })] });
    assert.deepEqual([event?.start, event?.emergent, event?.isFromAllocation], [day, emergent, after]);
  });

test('what was not coded says so; a code names term and class', () => {
  const [event] = dataOf(reported);
  assert.equal(event?.class, 'not coded');
  const code = { dictionary: 'CTCAE v5.0', term: 'Sepsis', code: '10040047', class: 'Infections and infestations' };
  const record = reported.history[0]?.record ?? '';
  const [coded] = dataOf({ ...reported, review: { ...reported.review, codes: new Map([[record, code]]) } });
  assert.deepEqual([coded?.term, coded?.class], ['Sepsis', 'Infections and infestations']);
});

test('as a table each event is a line', () => {
  assert.equal(adverseEventSet(dataOf(reported)).rows.length, 1);
});
