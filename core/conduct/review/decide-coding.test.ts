import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { codeOf, decideCoding, uncodedEvents } from './decide-coding.ts';
import { openDictionary } from './dictionary.ts';
import * as r from './given.ts';

const code = (term: string, more: { readonly dictionary?: string; readonly reason?: string; record?: string } = {}) =>
  ({ type: 'code event', record: r.reaction, term, ...more }) as const;
const other = 'General disorders and administration site conditions - Other, specify';

test('an event is coded by CTCAE, whatever the capitals', () => {
  r.past('data manager').when(code('Infusion related reaction')).then(r.coded());
  r.past('data manager').when(code('infusion related REACTION')).then(r.coded());
});

test('another code takes a reason', () => {
  const again: ParticipantEvent = {
    type: 'event coded',
    record: r.reaction,
    dictionary: 'CTCAE v5.0',
    term: other,
    code: other,
    class: 'General disorders and administration site conditions',
  };
  r.past('data manager', r.coded()).when(code(other)).refuses('reason missing');
  r.past('data manager', r.coded())
    .when(code(other, { reason: 'no infusion' }))
    .then(again);
  r.past('data manager', r.coded())
    .when(code('Infusion related reaction', { reason: 'x' }))
    .refuses('done already');
});

test('what cannot be coded', () => {
  const manager = r.past('data manager');
  manager.when(code('Infusion reaction')).refuses('name unknown');
  manager.when(code('Anemia', { dictionary: 'MedDRA 28.1' })).refuses('name unknown');
  manager.when(code('Anemia', { record: 'participant/P-001#9/nothing.1' })).refuses('value not found');
  manager.when(code('Anemia', { record: r.upcr })).refuses('value not found');
  for (const role of ['monitor', 'investigator', 'coordinator'])
    r.past(role).when(code('Anemia')).refuses('role may not');
  assert.deepEqual(g.deciderOf(r.study, 'data manager').decide(code('Infusion reaction'), r.personAfter()), {
    refused: 'name unknown',
    kind: 'term',
    name: 'Infusion reaction',
    nearest: 'Infusion related reaction',
  });
});

test('a dictionary that was loaded is asked by its title', () => {
  const words = openDictionary('Words 1.0', [{ term: 'Shiver', code: '17', class: 'Fever' }]);
  assert.ok('find' in words);
  const setting = { ...g.settingOf(r.study, 'data manager'), dictionaries: [words] };
  assert.deepEqual(decideCoding(code('shiver', { dictionary: 'Words 1.0' }), r.personAfter(), setting), [
    { type: 'event coded', record: r.reaction, dictionary: 'Words 1.0', term: 'Shiver', code: '17', class: 'Fever' },
  ]);
  assert.deepEqual(decideCoding(code('shiver', { dictionary: 'Word 1.0' }), r.personAfter(), setting), {
    refused: 'name unknown',
    kind: 'dictionary',
    name: 'Word 1.0',
    nearest: 'Words 1.0',
  });
});

test('a code falls with the record that it codes, and stays when an end is entered', () => {
  const entry = { source: 'adverse event', concept: 'infection-event', start: '2026-05-19' } as const;
  const ended = r.personAfter(r.coded(), { type: 'course ended', record: r.reaction, end: '2026-05-20' });
  assert.equal(codeOf(ended, r.reaction)?.term, 'Infusion related reaction');
  assert.deepEqual(uncodedEvents(ended), []);
  const corrected = r.personAfter(r.coded(), { type: 'history corrected', replaces: r.reaction, entry });
  assert.deepEqual(
    uncodedEvents(corrected).map(({ record }) => record),
    [r.recordOf(r.next + 1, 'infection-event.1')],
  );
});

test('only adverse events are coded', () => {
  const cough = { source: 'condition', concept: 'infection', start: '2026-05-19' } as const;
  assert.deepEqual(
    uncodedEvents(r.personAfter({ type: 'history recorded', records: [cough] })).map(({ record }) => record),
    [r.reaction],
  );
});
