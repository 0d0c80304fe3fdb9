import assert from 'node:assert/strict';
import test from 'node:test';
import type { Envelope } from '#core/record/envelope.ts';
import { closeEnvelope } from '#core/record/envelope.ts';
import * as g from './given.ts';
import { type SealedEvent, sealedStream } from './trial-event.ts';
import { unmask } from './unmask.ts';

const person = g.participantAfter(g.maskedPast());
const told = (date: string, id = g.id): Envelope<SealedEvent> =>
  closeEnvelope({
    position: 1,
    stream: sealedStream(id),
    version: 1,
    event: { type: 'assignment disclosed', arm: 'msc' },
    at: { instant: `${date}T08:00:00Z`, offset: '+08:00', zone: 'Asia/Shanghai', date },
    actor: { id: 's', role: 'statistician' },
    study: 'a'.repeat(64),
    previous: 'b'.repeat(64),
  });

const armOf = (people: readonly (typeof person)[], sealed: readonly Envelope<SealedEvent>[], until: string) =>
  unmask(people, sealed, until)[0]?.arm;

test('what the sealed log says of somebody by then, and nothing that it says later', () => {
  assert.equal(person.arm, undefined);
  assert.equal(armOf([person], [told('2026-06-01')], '2026-06-01T08:00:00Z'), 'msc');
  assert.equal(armOf([person], [told('2026-06-01')], '2026-06-01T07:59:59Z'), undefined);
});

test('of another it says nothing', () =>
  assert.equal(armOf([person], [told('2026-06-01', 'P-002')], '2027-01-01T00:00:00Z'), undefined));

test('whose arm is public already stays as they are', () => {
  const open = { ...person, arm: 'il-2' };
  assert.deepEqual(unmask([open], [told('2026-06-01')], '2027-01-01T00:00:00Z'), [open]);
});
