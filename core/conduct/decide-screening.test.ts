import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import { windowOf } from './decide-screening.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');

const assessedOn = (on: string) => ({ type: 'eligibility assessed', on, verdict: 'eligible', found: [] }) as const;

const past = (...events: readonly ParticipantEvent[]) => given(g.deciderOf(study), ...events);

test('a person is identified at a site, consents, is described; in either order', () => {
  past().when({ type: 'identify', participant: 'P-001', site: 'nanjing' }).then(g.identified);
  past(g.identified).when({ type: 'give consent', on: '2026-05-11', version: '1' }).then(g.consented);
  past(g.identified, g.described).when({ type: 'give consent', on: '2026-05-11', version: '1' }).then(g.consented);
  past(g.identified).when({ type: 'describe', born: '1990-06-15', sex: 'female' }).then(g.described);
  past(g.identified, g.consented)
    .when({ type: 'describe', born: '1990', sex: 'male' })
    .then({ type: 'participant described', born: '1990', sex: 'male' });
  past(g.identified)
    .when({ type: 'decline', on: '2026-05-11' })
    .then({ type: 'participant declined', on: '2026-05-11' });
});

test('a refused date says which and why', () => {
  const answer = (command: { readonly type: 'describe'; readonly born: string; readonly sex: 'male' }) =>
    g.deciderOf(study).decide(command, g.participantAfter([g.identified, g.consented]));
  assert.deepEqual(answer({ type: 'describe', born: '2026-06', sex: 'male' }), {
    refused: 'date impossible',
    date: '2026-05-11',
    why: 'before birth',
  });
  assert.deepEqual(answer({ type: 'describe', born: 'x', sex: 'male' }), {
    refused: 'date impossible',
    date: 'x',
    why: 'no date',
  });
});

test('eligible: every criterion with its result, and then enrolled', () => {
  const answer = g
    .deciderOf(study)
    .decide({ type: 'assess eligibility', on: '2026-05-20' }, g.participantAfter(g.screened(study)));
  assert.ok(Array.isArray(answer));
  const [event] = answer;
  assert.ok(event?.type === 'eligibility assessed');
  assert.equal(event.verdict, 'eligible');
  assert.deepEqual(
    event.found.map(({ criterion }: { criterion: string }) => criterion),
    study.criteria.map(({ id }) => id),
  );
  assert.ok(
    event.found.every(({ result }: { result: string }) => result === 'passes'),
    JSON.stringify(event.found),
  );
  past(...g.screened(study), event)
    .when({ type: 'enrol', on: '2026-05-20' })
    .then(g.enrolled);
});

test('an assessment may be asked again while nobody is enrolled', () => {
  const again = g
    .deciderOf(study)
    .decide(
      { type: 'assess eligibility', on: '2026-05-21' },
      g.participantAfter([...g.screened(study), g.assessedEligible]),
    );
  assert.ok(Array.isArray(again));
});

test('enrolment names the criteria that stand in its way', () => {
  const found = [
    { criterion: 'I3', result: 'fails', because: [] },
    { criterion: 'I4', result: 'not known', because: [] },
  ] as const;
  const enrol = (verdict: 'not eligible' | 'needs information') =>
    g
      .deciderOf(study)
      .decide(
        { type: 'enrol', on: '2026-05-20' },
        g.participantAfter([...g.screened(study), { type: 'eligibility assessed', on: '2026-05-20', verdict, found }]),
      );
  assert.deepEqual(enrol('not eligible'), { refused: 'not eligible', criteria: ['I3'] });
  assert.deepEqual(enrol('needs information'), { refused: 'information missing', criteria: ['I4'] });
});

/** Week 4 is day 28, from 25 to 31 (study.yaml); from 2026-06-01 that is 29 June, 26 June to 2 July. */
test('the days on which a visit may be held', () => {
  assert.deepEqual(windowOf(study, 'week 4', '2026-06-01'), {
    earliest: '2026-06-26',
    planned: '2026-06-29',
    latest: '2026-07-02',
  });
  assert.deepEqual(windowOf(study, 'screening', '2026-06-01'), {
    earliest: '2026-05-04',
    planned: '2026-05-18',
    latest: '2026-05-31',
  });
  assert.equal(windowOf(study, 'week 5', '2026-06-01'), undefined);
  assert.equal(windowOf(study, 'week 4', '2026-06'), undefined);
});

test('another attempt is one of the same person: the visits begin anew, consent and histories stand', () => {
  const notEligible: ParticipantEvent = { ...assessedOn('2026-05-20'), verdict: 'not eligible' };
  const again: ParticipantEvent = { type: 'screening begun again', on: '2026-08-01', attempt: 2 };
  past(...g.screened(study), notEligible)
    .when({ type: 'screen again', on: '2026-08-01', reason: 'the infection is over' })
    .then(again);
  const person = g.participantAfter([...g.screened(study), notEligible, again]);
  assert.deepEqual(
    [person.visits.size, person.items.size, person.judgements.size, person.assessed],
    [0, 0, 0, undefined],
  );
  assert.deepEqual(person.attempts, [{ until: '2026-08-01', verdict: 'not eligible' }]);
  assert.deepEqual([person.id, person.consentedOn, person.sex], ['P-001', '2026-05-11', 'female']);
  past(...g.screened(study), notEligible, again)
    .when({ type: 'hold visit', visit: 'screening', on: '2026-08-03' })
    .then({ type: 'visit held', visit: 'screening', on: '2026-08-03', inWindow: true });
  const third = { type: 'screen again', on: '2026-10-01', reason: 'once more' } as const;
  past(...g.screened(study), notEligible, again, { ...notEligible, on: '2026-08-10' })
    .when(third)
    .then({ ...again, on: '2026-10-01', attempt: 3 });
});

test('who is not screened again', () => {
  const command = { type: 'screen again', on: '2026-08-01', reason: 'better by now' } as const;
  const rows = [
    [[...g.screened(study)], command, 'not assessed'],
    [[g.identified], command, 'consent missing'],
    [[...g.screened(study), g.assessedEligible, g.enrolled], command, 'done already'],
    [[...g.screened(study), g.assessedEligible], { ...command, reason: ' ' }, 'reason missing'],
    [[...g.screened(study), g.assessedEligible], { ...command, on: '2026-05-19' }, 'date impossible'],
    [[...g.screened(study), g.assessedEligible], { ...command, on: '2027-06-02' }, 'date impossible'],
  ] as const;
  for (const [events, asked, refused] of rows) {
    const answer = g.deciderOf(study).decide(asked, g.participantAfter(events));
    assert.equal('refused' in answer && answer.refused, refused);
  }
});
