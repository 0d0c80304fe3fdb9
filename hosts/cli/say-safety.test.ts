import assert from 'node:assert/strict';
import test from 'node:test';
import type { Participant } from '#core/conduct/participant.ts';
import { nobody } from '#core/conduct/participant.ts';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import type { Moment } from '#core/record/envelope.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import { plainStyle } from '#hosts/render/text.ts';
import { readTrialFile } from './given.ts';
import { saySafety } from './say-safety.ts';

const studyWith = (safety: string): Study => {
  const { study, findings } = readStudy(`${readTrialFile('study.yaml')}\nsafety: ${safety}\n`);
  return study ?? assert.fail(JSON.stringify(findings));
};
const moment = (date: string): Moment => ({ instant: `${date}T08:00:00Z`, offset: '+00:00', zone: 'UTC', date });
const now = moment('2026-06-20');

const said: EventAnswers = {
  grade: 3,
  scale: 'CTCAE v5.0',
  seriousness: ['hospitalisation'],
  causality: 'related',
  byProcedure: 'not related',
  action: 'none',
  outcome: 'recovered',
};
const version = { awareness: moment('2026-06-11'), received: moment('2026-06-11'), said, learnt: undefined };
const person: Participant = {
  ...nobody,
  id: 'P-001',
  doses: [{ dose: 'a', number: 1, on: '2026-06-01', amount: '1', unit: 'g', record: 'd' }],
  history: [{ source: 'adverse event', concept: 'infection-event', start: '2026-06-10', record: 'r' }],
  safety: { events: new Map([['r', { versions: [version], assessments: [], sent: [] }]]), pregnancies: [] },
};

const interested =
  '{ regions: [European Union], special interest: [{ id: X1, title: Infection, concept: infection-event }, { id: X2, title: Early, concept: infection-event, within: 200 hours }] }';

test('events by grade, reactions, and the duties of the regions that are named', () =>
  assert.deepEqual(saySafety(studyWith(interested), [person], now, plainStyle), [
    'Adverse events',
    '  1 event of 1 participant, 1 after the first dose or worse since',
    '                                          events  serious  related',
    '  grade 3                                      1        1        1',
    '  of special interest: Infection               1',
    '  of special interest: Early              0 to 1',
    '  suspected unexpected serious reactions       1',
    '  duties: 1 done in time, 0 late, 2 open (to the authorities of European Union)',
    '',
  ]));

test('where no region is named it says so; what was not reported, and pregnancies, have a line', () => {
  const pregnant = { record: 'p', of: 'partner', awareness: now, received: now, ended: undefined } as const;
  const silent: Participant = { ...person, safety: { events: new Map(), pregnancies: [pregnant] } };
  const lines = saySafety(studyWith('{ grading: CTCAE v5.0 }'), [silent], now, plainStyle);
  assert.deepEqual(lines.slice(2, 4), ['  1 not reported', '  1 pregnancy']);
  assert.equal(lines.at(-2), '  duties: 1 done in time, 0 late, 1 open (no region is named, so no authority is told)');
});

test('nobody had an event, or nothing happened at all: nothing is said', () => {
  const study = studyWith('{ grading: CTCAE v5.0 }');
  assert.deepEqual(saySafety(study, [nobody], now, plainStyle), []);
  assert.deepEqual(saySafety(study, [person], undefined, plainStyle), []);
});
