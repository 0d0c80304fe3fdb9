import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { itemAt } from '#core/conduct/participant.ts';
import { deriveValues } from './derived-values.ts';
import { type Course, courses, endpointOf, person, seenAt, studyEdited } from './given.ts';
import { mapVisits, usualMapping } from './mapped-visits.ts';

const study = g.shipped('nct05631717');
const withMapping = (written: string) =>
  studyEdited(['assumptions:\n', `visit mapping: { ${written} }\n\nassumptions:\n`]);
const mapped = (course: Course, of = study) => mapVisits(of, person(of, 'P-001', 'msc', course));

/** Week 20 was held on day 160, which is nearer to day 168; week 24 was missed. */
const slipped: Course = { ...courses.missed, more: seenAt('week 20', '2026-11-08', '0.4') };

test('what was held in its window is seen as it was recorded', () => {
  const { participant, mapped: from } = mapped({ ...courses.complete, more: seenAt('week 20', '2026-10-19', '0.9') });
  assert.equal(from.size, 0);
  assert.equal(participant.visits.get('week 20')?.on, '2026-10-19');
});

test('a visit out of its window comes to the visit whose day is nearest, with date, items and records', () => {
  const { participant, mapped: from } = mapped(slipped);
  const before = person(study, 'P-001', 'msc', slipped);
  assert.deepEqual(participant.visits.get('week 24'), before.visits.get('week 20'));
  assert.deepEqual(itemAt(participant, 'week 24', 'UPCR'), itemAt(before, 'week 20', 'UPCR'));
  assert.equal(participant.visits.get('week 20')?.on, undefined, 'and it is no longer where it was');
  assert.equal(itemAt(participant, 'week 20', 'UPCR'), undefined);
  assert.deepEqual(from.get('week 24'), {
    visit: 'week 20',
    because: 'recorded at week 20 on day 160, out of its window, nearest to week 24 (day 168)',
  });
});

test('judgements move with their visit', () => {
  const answers = [{ text: 'other indicator of deterioration', answer: 'yes' } as const];
  const judged = { type: 'judgements recorded', visit: 'week 20', answers } as const;
  const { participant } = mapped({ ...slipped, more: [...(slipped.more ?? []), judged] });
  assert.equal(participant.judgements.get('week 24/other indicator of deterioration')?.answer, 'yes');
  assert.equal(participant.judgements.has('week 20/other indicator of deterioration'), false);
});

test('the value at the visit rests on what was moved there, and says so', () => {
  const people = [person(study, 'P-001', 'msc', slipped)];
  const [value] = deriveValues(study, people)(endpointOf(study, 'response'));
  assert.deepEqual(value?.mapped?.visit, 'week 20');
  const [asRecorded] = deriveValues(
    withMapping('out of window: as recorded'),
    people,
  )(endpointOf(withMapping('out of window: as recorded'), 'response'));
  assert.deepEqual([asRecorded?.reported, asRecorded?.policy], ['false', 'non-responder']);
  assert.equal(asRecorded?.mapped, undefined);
});

test('a study may leave visits where they were recorded, or take the latest', () => {
  const stays = mapped(slipped, withMapping('out of window: as recorded'));
  assert.equal(stays.participant.visits.get('week 20')?.on, '2026-11-08');
  assert.deepEqual(stays.mapped.get('week 20')?.because, 'recorded at week 20 on day 160, out of its window');
  const both = { ...courses.complete, more: seenAt('week 20', '2026-11-08', '0.4') };
  assert.equal(mapped(both).participant.visits.get('week 24')?.on, '2026-11-16');
  const late = { ...courses.unchanged, more: seenAt('week 20', '2026-11-18', '0.4') };
  assert.equal(mapped(late).participant.visits.get('week 24')?.on, '2026-11-16', 'recorded there, in its window');
  const latest = mapped(late, withMapping('out of window: nearest day, several: latest'));
  assert.equal(latest.participant.visits.get('week 24')?.on, '2026-11-18');
});

test('what baseline lacks stays missing, or is the last known before treatment', () => {
  const lacking = [...g.randomisedTo(study, 'msc'), g.kidney('baseline', 'creatinine not done', 'UPCR 2.0 g/g')];
  const someone = g.participantAfter(lacking);
  assert.equal(itemAt(mapVisits(study, someone).participant, 'baseline', 'creatinine')?.value, 'not done');
  const carried = mapVisits(withMapping('out of window: nearest day, baseline: last before treatment'), someone);
  assert.deepEqual(
    itemAt(carried.participant, 'baseline', 'creatinine'),
    itemAt(someone, 'screening', 'creatinine'),
    'from screening, under its own record',
  );
  assert.equal(itemAt(carried.participant, 'baseline', 'UPCR')?.value, '2.0', 'what is known stays');
});

test('without allocation nothing is mapped; the default is a choice of each', () => {
  const someone = g.participantAfter(g.screened(study));
  assert.equal(mapVisits(study, someone).participant, someone);
  assert.deepEqual(usualMapping, {
    'out of window': 'nearest day',
    tie: 'earlier',
    several: 'nearest',
    baseline: 'as recorded',
  });
});

test('day 0 itself still counts for baseline, and the day after does not', () => {
  const study = withMapping('out of window: nearest day, baseline: last before treatment');
  const screenedOn = (on: string) =>
    g.participantAfter(
      [...g.randomisedTo(study, 'msc'), g.kidney('baseline', 'creatinine not done')].map((event) =>
        event.type === 'visit held' && event.visit === 'screening' ? { ...event, on } : event,
      ),
    );
  const creatinine = (on: string) =>
    itemAt(mapVisits(study, screenedOn(on)).participant, 'baseline', 'creatinine')?.value;
  assert.deepEqual(['2026-05-18', '2026-06-01', '2026-06-02'].map(creatinine), ['1.0', '1.0', 'not done']);
});
