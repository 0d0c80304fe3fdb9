import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { consentWanting, stillWanting } from './consent.ts';
import * as g from './given.ts';
import type { ConsentBy, ParticipantEvent } from './trial-event.ts';

/** Of age at 18, assent from 15, asked again on coming of age. */
const text = readFileSync(new URL('../../trials/nct01741857/study.yaml', import.meta.url), 'utf8');
const study = g.studyIn(text);
const notAgain = g.studyIn(text.replace('reconsent at majority: true', 'reconsent at majority: false'));
const saysNothing = g.shipped('nct05631717');

const born = (on: string): ParticipantEvent => ({ type: 'participant described', born: on, sex: 'female' });
const consent = (by: ConsentBy, on = '2026-05-11', version = '1'): ParticipantEvent => ({
  type: 'consent given',
  on,
  version,
  ...(by === 'representative' ? { by } : {}),
});
const assent = (on = '2026-05-11'): ParticipantEvent => ({ type: 'assent given', on, version: '1' });

const personAfter = (...events: readonly ParticipantEvent[]) => g.participantAfter([g.identified, ...events]);

/** Who was born when and signed what, the day, what is wanting. Births count as completed years: 18 on the birthday. */
const rows: readonly (readonly [what: string, events: readonly ParticipantEvent[], on: string, wanting: string])[] = [
  ['an adult who signed', [born('1990-01-01'), consent('participant')], '2026-05-20', ''],
  [
    'an adult for whom another signed',
    [born('1990-01-01'), consent('representative')],
    '2026-05-20',
    'own consent since coming of age',
  ],
  ['an adult of whom nobody signed', [born('1990-01-01')], '2026-05-20', 'own consent'],
  [
    'a girl of 17 who signed alone',
    [born('2008-09-02'), consent('participant')],
    '2026-05-20',
    'consent of a parent or guardian, assent',
  ],
  ['a girl of 17, parent alone', [born('2008-09-02'), consent('representative')], '2026-05-20', 'assent'],
  ['a girl of 17, assent alone', [born('2008-09-02'), assent()], '2026-05-20', 'consent of a parent or guardian'],
  ['a girl of 17, both', [born('2008-09-02'), consent('representative'), assent()], '2026-05-20', ''],
  [
    'signed later than the day',
    [born('2008-09-02'), consent('representative', '2026-05-21'), assent()],
    '2026-05-20',
    'consent of a parent or guardian',
  ],
  ['a girl of 14: no assent is asked', [born('2011-09-02'), consent('representative')], '2026-05-20', ''],
  ['the day before 18', [born('2008-09-02'), consent('representative'), assent()], '2026-09-01', ''],
  [
    '18 today',
    [born('2008-09-02'), consent('representative'), assent()],
    '2026-09-02',
    'own consent since coming of age',
  ],
  [
    '18, signed anew',
    [born('2008-09-02'), consent('representative'), assent(), consent('participant', '2026-09-02')],
    '2026-09-10',
    '',
  ],
  [
    '18, signed while a minor',
    [born('2008-09-02'), consent('representative'), consent('participant')],
    '2026-09-10',
    'own consent since coming of age',
  ],
  [
    'born some time in 2008',
    [born('2008'), consent('participant')],
    '2026-05-20',
    'consent of a parent or guardian, assent',
  ],
  ['not described yet', [consent('participant')], '2026-05-20', ''],
];
for (const [what, events, on, wanting] of rows)
  test(`${what}, on ${on}: ${wanting || 'nothing wanting'}`, () =>
    assert.equal(consentWanting(study, personAfter(...events), on).join(', '), wanting));

test('a study that does not ask again is content with the parent', () => {
  const person = personAfter(born('2008-09-02'), consent('representative'), assent());
  assert.deepEqual(consentWanting(notAgain, person, '2026-09-02'), []);
});

test('a study that says nothing asks for one consent', () =>
  assert.deepEqual(
    consentWanting(saysNothing, personAfter(born('2012-01-01'), consent('participant')), '2026-05-20'),
    [],
  ));

test('before enrolment nothing is held up; after it, what follows is', () => {
  const minor = [born('2008-09-02'), consent('participant')];
  assert.equal(stillWanting({ study }, personAfter(...minor), '2026-05-20'), undefined);
  assert.deepEqual(stillWanting({ study }, personAfter(...minor, g.enrolled), '2026-05-20'), {
    refused: 'consent wanting',
    wanting: ['consent of a parent or guardian', 'assent'],
  });
});

test('a consent that is given again does not move the first', () => {
  const twice = personAfter(consent('participant'), consent('participant', '2026-07-01', '2'));
  assert.equal(twice.consentedOn, '2026-05-11');
  assert.equal(twice.acts.get('consent given'), 'participant/P-001#2/consent given');
  assert.deepEqual(
    twice.consents.map(({ version, by }) => `${version} ${by}`),
    ['1 participant', '2 participant'],
  );
});
