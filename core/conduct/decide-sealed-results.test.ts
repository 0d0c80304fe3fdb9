import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantCommand } from './command.ts';
import { evolveSealed } from './evolve-participant.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct03580291');
const past = g.participantAfter(g.maskedPast(g.held('week 4', '2026-06-29')));
const record = (
  type: 'record section' | 'record sealed results',
  ...written: readonly string[]
): ParticipantCommand => ({
  type,
  visit: 'week 4',
  section: 'safety laboratory',
  items: g.entries(...written),
});
const answer = (command: ParticipantCommand, role: string) => g.deciderOf(study, role).decide(command, past);

test('what would tell the arm is recorded by the laboratory alone, and nothing else is', () => {
  const lymphocytes = 'lymphocytes 1.0 10^9/L';
  assert.deepEqual(answer(record('record sealed results', lymphocytes), 'laboratory'), [
    { type: 'section recorded', visit: 'week 4', section: 'safety laboratory', items: g.entries(lymphocytes) },
  ]);
  assert.deepEqual(answer(record('record sealed results', 'leucocytes 5 10^9/L'), 'laboratory'), {
    refused: 'name unknown',
    kind: 'item',
    name: 'leucocytes',
    nearest: undefined,
  });
  assert.deepEqual(answer(record('record section', 'leucocytes 5 10^9/L', lymphocytes), 'investigator'), {
    refused: 'sealed',
    items: ['lymphocytes'],
  });
  assert.deepEqual(answer(record('record sealed results', lymphocytes), 'investigator'), {
    refused: 'role may not',
    role: 'investigator',
    act: 'record sealed results',
  });
});

test('a sealed result is corrected by the laboratory, and one on the forms by anybody but the laboratory', () => {
  const [entry = { item: '', value: '' }] = g.entries('lymphocytes 1.2 10^9/L');
  const sealed: ParticipantEvent = {
    type: 'section recorded',
    visit: 'week 4',
    section: 'safety laboratory',
    items: g.entries('lymphocytes 12 10^9/L'),
  };
  const person = evolveSealed(past, sealed);
  const correct = (replaces: string, role: string) =>
    g
      .deciderOf(study, role)
      .decide({ type: 'correct item', visit: 'week 4', replaces, entry, reason: 'decimal point' }, person);
  const replaces = 'sealed/P-001#1/lymphocytes';
  assert.deepEqual(correct(replaces, 'laboratory'), [{ type: 'item corrected', visit: 'week 4', replaces, entry }]);
  const refused = (role: string) => ({ refused: 'role may not', role, act: 'correct item' });
  assert.deepEqual(correct(replaces, 'investigator'), refused('investigator'));
  assert.deepEqual(correct('participant/P-001#9/UPCR', 'laboratory'), refused('laboratory'));
});
