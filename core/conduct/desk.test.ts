import assert from 'node:assert/strict';
import test from 'node:test';
import { openDesk } from './desk.ts';
import { foldParticipants, foldStudy } from './fold.ts';
import * as g from './given.ts';
import { isRefusal } from './refusal.ts';

const study = g.shipped('nct05631717');

const arms = ['il-2', 'msc'] as const;
const start = () => {
  const opened = g.openedDesk(study, g.listOf(...arms));
  const { desk, act } = opened;
  desk.actOnParticipant(g.id, { type: 'identify', participant: g.id, site: 'nanjing' }, act());
  desk.actOnParticipant(g.id, { type: 'give consent', on: '2026-05-11', version: '1' }, act());
  return opened;
};

test('a decision is appended to its stream with actor, moment and version of the study', () => {
  const { desk, log, act } = start();
  const answer = desk.actOnParticipant(
    g.id,
    { type: 'describe', born: '1990-06-15', sex: 'female' },
    act('coordinator'),
  );
  assert.ok(!isRefusal(answer));
  const [added] = answer;
  assert.equal(added?.stream, 'participant/P-001');
  assert.equal(added?.version, 3);
  assert.deepEqual(added?.actor, { id: 'coordinator-1', role: 'coordinator' });
  assert.equal(added?.study, study.hash);
  assert.deepEqual(log.read('participant/P-001').at(-1), added);
});

test('a refusal appends nothing', () => {
  const { desk, log, act } = start();
  const before = log.head();
  assert.ok(isRefusal(desk.actOnParticipant(g.id, { type: 'enrol', on: '2026-05-20' }, act())));
  assert.ok(isRefusal(desk.actOnParticipant('P-404', { type: 'enrol', on: '2026-05-20' }, act())));
  assert.ok(isRefusal(desk.randomise(g.id, '2026-06-01', act())));
  assert.deepEqual(log.head(), before);
});

test('the reason of a correction stands beside its event', () => {
  const { desk, log, act } = start();
  desk.actOnParticipant(g.id, { type: 'hold visit', visit: 'screening', on: '2026-05-18' }, act());
  desk.actOnParticipant(
    g.id,
    { type: 'record section', visit: 'screening', section: 'kidney', items: g.entries('UPCR 20 g/g') },
    act(),
  );
  const [entry] = g.entries('UPCR 2.0 g/g');
  assert.ok(entry);
  desk.actOnParticipant(
    g.id,
    { type: 'correct item', visit: 'screening', replaces: 'participant/P-001#4/UPCR', entry, reason: 'typing' },
    act(),
  );
  assert.equal(log.read('participant/P-001').at(-1)?.reason, 'typing');
  assert.equal(log.read('participant/P-001').at(-2)?.reason, undefined);
});

test('randomising writes the slot to the sealed log and the fact to the public one', () => {
  const { desk, log, sealed, act } = start();
  const ready = g.participantAfter([...g.screened(study), g.assessedEligible, g.enrolled]);
  const past = [...g.screened(study), g.assessedEligible, g.enrolled].slice(2);
  log.append({
    reads: [{ stream: 'participant/P-001', version: 2 }],
    events: past.map((event) => ({ stream: 'participant/P-001', event })),
    ...act(),
    study: study.hash,
  });
  assert.deepEqual(desk.participant(g.id), ready, 'what somebody else wrote is folded too');
  assert.ok(!isRefusal(desk.randomise(g.id, '2026-06-01', act())));
  assert.deepEqual(
    sealed.all().map(({ event }) => event.type),
    ['allocation list generated', 'slot taken'],
  );
  assert.deepEqual(
    log
      .all()
      .slice(-2)
      .map(({ event }) => event.type),
    ['participant randomised', 'assignment disclosed'],
  );
  assert.equal(desk.participant(g.id).arm, 'il-2');
  assert.deepEqual(desk.randomise(g.id, '2026-06-01', act()), { refused: 'done already', what: 'allocation' });
});

test('the state is the fold of the log: a new desk over the same log knows the same', () => {
  const { desk, log, sealed } = start();
  assert.deepEqual(openDesk(study, log, sealed).participant(g.id), desk.participant(g.id));
  assert.deepEqual(foldParticipants(log.all()), [desk.participant(g.id)]);
  assert.equal(foldStudy(log.all()).openFor, 'rehearsal');
});

test('a person is identified in the stream of the same id', () => {
  const { desk, act } = start();
  assert.throws(
    () => desk.actOnParticipant('P-002', { type: 'identify', participant: 'P-003', site: 'nanjing' }, act()),
    /P-003 was to be identified in the stream of P-002/,
  );
});
