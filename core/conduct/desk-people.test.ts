import assert from 'node:assert/strict';
import test from 'node:test';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { openPeople } from './desk-people.ts';
import * as g from './given.ts';
import type { ParticipantEvent, SealedEvent, TrialEvent } from './trial-event.ts';

const study = g.shipped('nct03673748');
const { at, actor } = g.settingOf(study);
const act = { at, actor };
const told: ParticipantEvent = { type: 'assignment disclosed', arm: 'cells' };
const left: ParticipantEvent = { type: 'participation ended', on: '2026-07-01', how: 'withdrawn' };

const opened = () => {
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  return { log, sealed, people: openPeople(() => study, log, sealed) };
};

test('what is sealed is seen by the unmasked alone, and the public log knows nothing of it', () => {
  const { log, people } = opened();
  people.append(g.id, g.maskedPast(), act);
  const head = log.head();
  people.seal(g.id, [told], act);
  assert.deepEqual([people.masked(g.id).arm, people.unmasked(g.id).arm], [undefined, 'cells']);
  assert.deepEqual(log.head(), head);
  people.append(g.id, [left], act);
  assert.deepEqual([people.masked(g.id).ended?.how, people.unmasked(g.id).ended?.how], ['withdrawn', 'withdrawn']);
  assert.equal(people.unmasked(g.id).arm, 'cells');
});

test('a fold that is kept is the fold of the logs, also where somebody else wrote', () => {
  const { log, sealed, people } = opened();
  people.append(g.id, g.maskedPast(), act);
  people.seal(g.id, [told], act);
  const other = openPeople(() => study, log, sealed);
  assert.deepEqual(other.unmasked(g.id), people.unmasked(g.id));
  other.append(g.id, [left], act);
  assert.equal(people.unmasked(g.id).ended?.how, 'withdrawn');
  assert.equal(people.masked('nobody').id, undefined);
});

test('those who are followed were allocated and have not left', () => {
  const { people } = opened();
  people.append(g.id, g.maskedPast(), act);
  people.append('P-002', [{ type: 'participant identified', participant: 'P-002', site: 'valladolid' }], act);
  assert.deepEqual(people.followed(), [g.id]);
  people.append(g.id, [left], act);
  assert.deepEqual(people.followed(), []);
});

test('what was sealed is said at last, each event with when and by whom it was recorded', () => {
  const { log, people } = opened();
  people.append(g.id, g.maskedPast(), act);
  people.seal(g.id, [told], act);
  people.disclose(act);
  const last = log.all().at(-1);
  assert.deepEqual(last?.event, told);
  assert.equal(last?.reason, 'sealed at 2027-06-01T08:00:00Z by dr-1, investigator');
  assert.equal(people.masked(g.id).arm, 'cells');
});

test('after the disclosure an event that ended has ended for all, and nothing counts twice', () => {
  const { log, sealed, people } = opened();
  const dose: ParticipantEvent = {
    type: 'dose given',
    dose: 'cells',
    number: 1,
    on: '2026-06-01',
    planned: '2026-06-01',
    amount: '1',
    unit: '1',
  };
  const fever: ParticipantEvent = {
    type: 'history recorded',
    records: [{ source: 'adverse event', concept: 'fever', start: '2026-06-02', end: 'ongoing' }],
  };
  people.append(g.id, g.maskedPast(), act);
  people.seal(g.id, [told, dose, fever], act);
  people.seal(g.id, [{ type: 'course ended', record: `sealed/${g.id}#3/fever.1`, end: '2026-06-04' }], act);
  people.disclose(act);
  for (const desk of [people, openPeople(() => study, log, sealed)])
    for (const person of [desk.masked(g.id), desk.unmasked(g.id)]) {
      assert.deepEqual(
        person.history.filter(({ concept }) => concept === 'fever').map(({ end }) => end),
        ['2026-06-04'],
      );
      assert.equal(person.doses.length, 1);
    }
});
