import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as g from './given.ts';
import type { Participant } from './participant.ts';
import { touchedPeople } from './touched-people.ts';
import type { ParticipantEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.shipped('nct05631717');

const called = (id: string, events: readonly ParticipantEvent[]): Participant => ({
  ...g.participantAfter(events),
  id,
});
const ended: ParticipantEvent = { type: 'participation ended', on: '2026-08-01', how: 'withdrawn' };
const people = [
  called('being screened', g.screened(study)),
  called('declined', [g.identified, { type: 'participant declined', on: '2026-05-11' }]),
  called('randomised', g.randomisedTo(study, 'msc')),
  called('past week 4', g.randomisedTo(study, 'msc', g.held('week 4', '2026-06-29'))),
  called('has left', g.randomisedTo(study, 'msc', ended)),
];

const touched = (from: string, to: string): readonly (readonly string[])[] => {
  assert.ok(text.includes(from), from);
  const after = g.studyIn(text.replace(from, to));
  return touchedPeople(study.definition, after.definition, people).map(({ participants }) => participants);
};

test('whom each change touches: an amendment looks forward', () => {
  const rows = [
    ['SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screening >= 10', ['being screened']],
    ['earliest: 25, latest: 31', 'earliest: 25, latest: 32', ['being screened', 'randomised']],
    ['version:', 'version: later #', []],
    ['phase: 3', 'phase: 2', []],
  ] as const;
  for (const [from, to, expected] of rows) assert.deepEqual(touched(from, to), [expected], from);
});

test('a change of a definition is one of the analysis: of everybody who was allocated, also those who have left', () => {
  const [first] = touched('UPCR < 0.5 g/g', 'UPCR < 0.4 g/g');
  assert.deepEqual(first, ['randomised', 'past week 4', 'has left']);
});

test('what is said of a change is said once more in words', () => {
  const after = g.studyIn(text.replace('SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screening >= 10'));
  const [change] = touchedPeople(study.definition, after.definition, []);
  assert.deepEqual([change?.touches, change?.participants], ['people being screened', []]);
  assert.match(change?.said ?? '', /now reads SLEDAI-2K at screening >= 10/);
});
