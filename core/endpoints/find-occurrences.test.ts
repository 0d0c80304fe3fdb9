import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { Study } from '#core/study/study.ts';
import { findOccurrences } from './find-occurrences.ts';
import { courses, endedOn, endpointOf, medicine, person, studyWithEvent } from './given.ts';

const said = (study: Study, more: readonly ParticipantEvent[], course: 'complete' | 'missed' = 'complete') =>
  findOccurrences(
    study,
    person(study, 'P-001', 'msc', { ...courses[course], more }),
    endpointOf(study, 'response'),
  ).map(({ what, on, happened, records, of }) => {
    const when = on === undefined ? 'undated' : on.written;
    return `${of.event}: ${what} ${when} ${happened} ${records.length}`;
  });

const stopped = { type: 'treatment discontinued', on: '2026-08-10', why: 'own wish' } as const;

// Day 0 is 2026-06-01; week 24 is held on 2026-11-16, through which the histories are signed.
// biome-ignore format: one row a line
const rows: readonly (readonly [event: string, more: readonly ParticipantEvent[], ...found: readonly string[]])[] = [
  ['kinds: [treatment discontinued], strategy: treatment policy', [stopped], 'planted: treatment discontinued (own wish) 2026-08-10 true 1'],
  ['kinds: [treatment discontinued], strategy: treatment policy', []],
  ['kinds: [rescue medicine], strategy: composite', [medicine('methylprednisolone', '2026-07-01')], 'planted: rescue medicine methylprednisolone 2026-07-01 true 1'],
  ['kinds: [rescue medicine], strategy: composite', [medicine('rituximab', '2026-07-01')]],
  ['kinds: [rescue medicine, treatment discontinued], strategy: composite', [stopped, medicine('methylprednisolone', '2026-07-01')], 'planted: rescue medicine methylprednisolone 2026-07-01 true 1', 'planted: treatment discontinued (own wish) 2026-08-10 true 1'],
  // A month may have begun before the tenth of July: it comes first.
  ['kinds: [rescue medicine, treatment discontinued], strategy: composite', [{ ...stopped, on: '2026-07-10' }, medicine('methylprednisolone', '2026-07')], 'planted: rescue medicine methylprednisolone 2026-07 true 1', 'planted: treatment discontinued (own wish) 2026-07-10 true 1'],
  ['rule: received rituximab from baseline to this visit, strategy: composite', [medicine('rituximab', '2026-07-01')], 'planted: planted 2026-07-01 true 1'],
  ['rule: received rituximab from baseline to this visit, strategy: composite', [medicine('rituximab', '2026-05-01')]],
];

for (const [event, more, ...found] of rows)
  test(`${event}: ${found.join('; ') || 'nothing'}`, () => assert.deepEqual(said(studyWithEvent(event), more), found));

test('events of several lines of the estimand, the earliest first; who died is told beside what came before', () => {
  const study = studyWithEvent('kinds: [rescue medicine], strategy: hypothetical');
  assert.deepEqual(
    said(study, [endedOn('2026-09-01', 'died'), medicine('methylprednisolone', '2026-07-01')], 'missed'),
    ['planted: rescue medicine methylprednisolone 2026-07-01 true 1', 'death before week 24: death 2026-09-01 true 1'],
  );
});

test('a history that is not signed through the span leaves a sentence and a list open alike', () => {
  const open = { ...courses.complete, signed: '2026-08-01' };
  for (const event of [
    'kinds: [rescue medicine], strategy: composite',
    'rule: received rituximab from baseline to this visit, strategy: composite',
  ]) {
    const study = studyWithEvent(event);
    const someone = person(study, 'P-001', 'msc', open);
    const [found, ...others] = findOccurrences(study, someone, endpointOf(study, 'response'));
    assert.equal(found?.happened, 'unknown', event);
    assert.equal(found?.on, undefined);
    assert.deepEqual(
      found?.missing.map(({ kind }) => kind),
      ['source'],
    );
    assert.deepEqual(others, []);
  }
});

test('without allocation, and for an endpoint without an estimand, there is none', () => {
  const study = studyWithEvent('kinds: [treatment discontinued], strategy: composite');
  const response = endpointOf(study, 'response');
  assert.deepEqual(findOccurrences(study, g.participantAfter(g.screened(study)), response), []);
  const someone = person(study, 'P-001', 'msc', { ...courses.complete, more: [stopped] });
  assert.deepEqual(findOccurrences(study, someone, endpointOf(study, 'sri-4')), []);
});

test('at an earlier visit only what came before it', () => {
  const study = studyWithEvent('kinds: [treatment discontinued], strategy: composite');
  const someone = person(study, 'P-001', 'msc', {
    ...courses.complete,
    more: [stopped, g.held('week 4', '2026-06-29')],
  });
  const at = (visit: string) => findOccurrences(study, someone, endpointOf(study, 'response'), undefined, visit).length;
  assert.deepEqual([at('week 4'), at('week 24')], [0, 1]);
});
