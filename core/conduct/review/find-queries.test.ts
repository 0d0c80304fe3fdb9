import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { courses, personOf } from '#core/deviations/given.ts';
import { usualCheckLimits } from './checked-data.ts';
import { findByRule, findQueries, newQueries } from './find-queries.ts';
import * as r from './given.ts';
import type { QueryAbout, QueryRule } from './review-event.ts';

const urine = ['creatinine 1000 mg/dL', 'UPCR 2.0 g/g', 'protein-24h not done'];
const person = (...events: readonly ParticipantEvent[]) =>
  g.participantAfter([...g.screened(r.study, { urine }), ...events]);
const about: QueryAbout = { kind: 'item', visit: 'screening', item: 'creatinine', record: r.creatinine };
const rule: QueryRule = 'value not plausible';
const on = '2027-06-01';

test('of whom all is as it should be, nothing is asked', () => {
  for (const course of [courses.cells, courses['il-2']])
    assert.deepEqual(findQueries(course.study, personOf(course), course.asOf), []);
});

test('what is found is proposed with its rule, and found again as long as it holds', () => {
  const raised = r.raised('Q1', about, rule);
  for (const each of [person(), person(raised), person(raised, r.answered(), r.closed())]) {
    const [found, ...more] = findQueries(r.study, each, on);
    assert.deepEqual([found?.rule, found?.about, more], [rule, about, []]);
    assert.deepEqual(findByRule(rule, r.study, each, on), [found]);
    assert.deepEqual(findByRule('item missing', r.study, each, on), []);
  }
});

test('what was asked is not asked anew, whatever became of it; of a corrected value it is', () => {
  const raised = r.raised('Q1', about, rule);
  assert.equal(newQueries(r.study, person(), on).length, 1);
  assert.deepEqual(newQueries(r.study, person(raised), on), []);
  assert.deepEqual(newQueries(r.study, person(raised, r.withdrawn()), on), []);
  assert.equal(newQueries(r.study, person(r.raised('Q1', about)), on).length, 1, 'a person’s query is none of a rule');
  const still = newQueries(r.study, person(raised, r.corrected(r.creatinine, 'creatinine 900 mg/dL')), on);
  assert.equal(still.length, 1);
  assert.deepEqual(newQueries(r.study, person(raised, r.corrected(r.creatinine, 'creatinine 1 mg/dL')), on), []);
});

test('a study may look closer', () => {
  const seen = [g.held('week 4', '2026-06-29'), g.kidney('week 4', 'UPCR 5 g/g')];
  const rules = (timesOfBefore: number) =>
    findQueries(r.study, r.personAfter(...seen), on, { ...usualCheckLimits, timesOfBefore }).map((each) => each.rule);
  assert.deepEqual([rules(10), rules(2)], [[], ['value far from the visit before']]);
});

test('of one value one thing is asked: not plausible says more than far from the visit before', () => {
  const seen = [g.held('week 4', '2026-06-29'), g.kidney('week 4', 'creatinine 1000 mg/dL')];
  const found = findQueries(r.study, r.personAfter(...seen), on).map((each) => each.rule);
  assert.deepEqual(found, ['value not plausible']);
});
