import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { events, medicines, people } from './assumed-numbers.ts';
import { type Candidate, drawCandidate } from './candidate.ts';
import { historyOf, recordedConcepts } from './candidate-history.ts';
import { drawnFinding } from './drawn-finding.ts';
import { openDraws } from './draws.ts';

const today = readDay('2026-05-18') ?? assert.fail();
const { concepts } = shipped('nct03580291').lexicon;
const drawsOf = openDraws(secretFromSeed(11));
const crowd = Array.from({ length: 1500 }, (_, index) => drawCandidate(`C-${index}`, drawsOf(index)));
const told = new Map(crowd.map((each) => [each, historyOf(each, today, concepts)]));
const recordsOf = (candidate: Candidate, concept: string): readonly HistoryEntry[] =>
  (told.get(candidate) ?? []).filter((each) => each.concept === concept);
const all = [...told.values()].flat();
const shareWith = (concept: string): number =>
  crowd.filter((candidate) => recordsOf(candidate, concept).length > 0).length / crowd.length;

/** Within 4.5 standard errors of a share among so many. */
const isAbout = (found: number, expected: number, what: string): void =>
  assert.ok(
    Math.abs(found - expected) <= 4.5 * Math.sqrt((expected * (1 - expected)) / crowd.length) + 1e-12,
    `${what}: ${found} for ${expected}`,
  );

for (const [concept, ever] of medicines)
  if (concepts.has(concept))
    test(`${concept} was ever taken by about ${ever} of all`, () => isAbout(shareWith(concept), ever, concept));

for (const [concept, chance] of events)
  if (concepts.has(concept) && !['hepatitis-B', 'hepatitis-C', 'HIV-infection', 'syphilis'].includes(concept))
    test(`a record of ${concept} have about ${chance} of all`, () => isAbout(shareWith(concept), chance, concept));

test('every date can be read and none lies after today; nothing ends before it began', () => {
  for (const { concept, start, end } of all) {
    const began = readDate(start);
    assert.ok(began !== undefined && began.first <= today, `${concept} ${start}`);
    if (end === undefined || end === 'ongoing') continue;
    const ended = readDate(end);
    assert.ok(ended !== undefined && ended.last >= began.first, `${concept} ${start} to ${end}`);
  }
});

test('of what is more than a year ago the month is remembered, of the rest the day', () => {
  for (const { start } of all) {
    const began = readDate(start);
    assert.ok(began !== undefined);
    if (start.length === 10) assert.ok(today - began.first <= 365, start);
    else assert.ok(today - began.last > 365 - 31, start);
  }
});

test('a dose that was changed lately is two courses, the earlier of half, which meet', () => {
  let seen = 0;
  for (const candidate of crowd)
    for (const [concept, , , amount] of medicines) {
      const courses = recordsOf(candidate, concept);
      if (courses.length !== 2) continue;
      seen += 1;
      const [before, now] = courses;
      assert.equal(now?.end, 'ongoing');
      assert.deepEqual(
        [before?.dose?.amount, now?.dose?.amount],
        [String(Number(amount) * people.changeOfDose.value), amount],
      );
      const [end, start] = [before?.end, now?.start].map((date) => readDate(date === 'ongoing' ? '' : (date ?? '')));
      if (end !== undefined && start !== undefined) assert.ok(start.last >= end.first, `${before?.end} ${now?.start}`);
    }
  assert.ok(seen > 20);
});

test('whoever takes prednisone has a dose of today and one before it that was higher; the others none', () => {
  let without = 0;
  for (const candidate of crowd) {
    const doses = recordsOf(candidate, 'prednisone');
    if (doses.length === 0) without += 1;
    else {
      assert.deepEqual([doses.length, doses[1]?.end], [2, 'ongoing']);
      assert.ok(Number(doses[0]?.dose?.amount) === Number(doses[1]?.dose?.amount) * people.steroidBefore.value);
    }
  }
  assert.ok(without > 0 && without < crowd.length);
});

test('a pulse lasts three days and lies in the weeks before', () => {
  for (const { start, end } of all.filter(({ concept }) => concept === 'methylprednisolone')) {
    const [first, last] = [readDay(start), readDay(end ?? '')];
    assert.ok(first !== undefined && last === first + 2);
    assert.ok(today - first >= 4 && today - first <= people.pulse.value.within);
  }
});

test('records agree with the answers of the same person', () => {
  for (const candidate of crowd) {
    const biopsies = recordsOf(candidate, 'kidney-biopsy');
    assert.equal(biopsies.length, candidate.biopsyDaysAgo === undefined ? 0 : 1);
    if (candidate.biopsyDaysAgo !== undefined && candidate.biopsyDaysAgo <= 365)
      assert.equal(biopsies[0]?.start, writeDay(today - candidate.biopsyDaysAgo));
    assert.equal(recordsOf(candidate, 'lupus-nephritis').length, 1);
    for (const [question, concept] of [
      ['HBsAg', 'hepatitis-B'],
      ['anti-HIV', 'HIV-infection'],
    ] as const)
      if (concepts.has(concept) && drawnFinding(candidate, question) === 'positive')
        assert.ok(recordsOf(candidate, concept).some(({ end }) => end === 'ongoing'));
  }
});

test('only concepts of the study are told, and only those that are named here', () => {
  for (const { concept } of all) {
    assert.ok(concepts.has(concept), concept);
    assert.ok(recordedConcepts.includes(concept), concept);
  }
  assert.deepEqual(historyOf(crowd[0] ?? assert.fail(), today, new Map()), []);
});

test('antibiotics by vein go with a stay in hospital', () => {
  for (const { attributes } of all)
    if (attributes?.['iv-antibiotics'] === true) assert.equal(attributes.hospitalised ?? true, true);
});

test('a person tells the same whoever else is asked, and the same on each asking', () => {
  const [one] = crowd.slice(40);
  assert.ok(one !== undefined);
  assert.deepEqual(historyOf(one, today, concepts), told.get(one));
  assert.deepEqual(historyOf(drawCandidate('another', drawsOf(40)), today, concepts), told.get(one));
});
