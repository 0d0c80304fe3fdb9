import assert from 'node:assert/strict';
import test from 'node:test';
import { participantAfter } from '#core/conduct/given.ts';
import { usualLimits } from './deviation-limits.ts';
import { entriesOf, isDue, mustBeDay, openDossier, signedAt } from './dossier.ts';
import { all, changed, courses, day, dossierOf, isVisit, personOf, streamOf, until, without } from './given.ts';

const dossier = dossierOf(courses.tablets);

test('visits stand by the days of the schedule, whatever the order in which they were held', () => {
  const turned = dossierOf({ ...courses.cells, steps: courses.cells.steps.toReversed() });
  assert.deepEqual(
    turned.held.map(({ plan }) => plan.id),
    ['screening', 'baseline', 'week 4', 'week 8', 'week 12', 'week 16', 'week 20', 'week 24'],
  );
});

test('days count from allocation, and what has not happened has no day', () => {
  assert.equal(dossier.dayZero, mustBeDay(day(0)));
  assert.equal(dossier.endedOn, mustBeDay(day(365)));
  assert.equal(dossier.discontinuedOn, undefined);
  assert.equal(dossierOf(until(-1)(courses.cells)).dayZero, undefined);
});

test('a record leads to the day on which its event was entered, the late one to its own', () => {
  const late = dossierOf(changed('visit held', isVisit('week 4'), {}, 3)(courses.cells));
  const [visit] = late.held.filter(({ plan }) => plan.id === 'week 4');
  assert.equal(late.enteredOn(visit?.record ?? ''), mustBeDay(day(31)));
  assert.equal(late.enteredOn('participant/P-001#9999/week 4'), undefined);
});

test('what was sealed and disclosed later was entered when it was sealed, as its reason says', () => {
  const disclosed = streamOf(courses.cells).map((each) =>
    each.event.type === 'dose given'
      ? {
          ...each,
          at: { ...each.at, date: day(220) },
          reason: `sealed at ${day(1)}T23:30:00Z by nurse-1, investigator`,
        }
      : each,
  );
  const opened = openDossier(courses.cells.study, personOf(courses.cells), disclosed, day(230), usualLimits);
  assert.deepEqual(
    entriesOf(opened, 'dose given').map(({ enteredOn }) => enteredOn),
    [mustBeDay(day(1))],
  );
});

test('a reason that is none of disclosure changes nothing', () => {
  const reasoned = streamOf(courses.cells).map((each) => ({ ...each, reason: 'as sealed at the site' }));
  const opened = openDossier(courses.cells.study, personOf(courses.cells), reasoned, day(230), usualLimits);
  assert.deepEqual(
    opened.entries.map(({ enteredOn }) => enteredOn),
    dossierOf(courses.cells).entries.map(({ enteredOn }) => enteredOn),
  );
});

test('entries of one type are those of that type, with ids that the fold gives too', () => {
  const given = entriesOf(dossier, 'dose given');
  assert.deepEqual(
    given.map(({ event, record }) => record(`${event.dose}.${event.number}`)),
    dossier.participant.doses.map(({ record }) => record),
  );
});

test('a sealed measure is seen by those who know the arm, and by others up to day 0', () => {
  const masked = dossierOf(without('assignment disclosed')(courses.tablets));
  const rows: readonly (readonly [typeof dossier, visit: string, item: string, expected: boolean])[] = [
    [dossier, 'week 1', 'lymphocytes', true],
    [masked, 'week 1', 'lymphocytes', false],
    [masked, 'baseline', 'lymphocytes', true],
    [masked, 'week 1', 'platelets', true],
  ];
  for (const [reader, visit, item, expected] of rows) assert.equal(reader.isVisible(visit, item), expected);
});

test('nothing is due before the time to enter it is over', () => {
  const today = mustBeDay(courses.tablets.asOf);
  assert.equal(isDue(dossier, today - 7), false);
  assert.equal(isDue(dossier, today - 8), true);
});

test('adverse events are signed from day 0 on', () => {
  const [screening, baseline] = dossier.held;
  assert.ok(screening !== undefined && baseline !== undefined);
  assert.deepEqual(signedAt(screening), ['medication', 'condition', 'procedure', 'vaccination']);
  assert.deepEqual(signedAt(baseline).at(-1), 'adverse event');
});

test('events of the study are no entries of a participant', () => {
  const [first] = streamOf(courses.cells);
  assert.ok(first !== undefined);
  const closed = { ...first, event: { type: 'data locked', on: day(200) } as const };
  const opened = openDossier(courses.cells.study, participantAfter([]), [closed], day(200), usualLimits);
  assert.deepEqual(opened.entries, []);
});

test('a day that is none stops the program', () => {
  assert.throws(() => mustBeDay('2026-02-30'), /the record holds the day "2026-02-30"/);
  assert.throws(() => dossierOf({ ...all()(courses.cells), asOf: 'today' }), /"today"/);
});
