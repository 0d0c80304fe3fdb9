import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { safetyDuties } from '#core/safety/events/duties.ts';
import type { Study } from '#core/study/study.ts';
import { after, dayZero, eventsOf, followedIn, keep, maskedStudy, smallStudy } from './given.ts';
import { momentAt } from './moments.ts';
import { eventAppointments } from './safety-events.ts';
import { reportEvents, safetyRounds } from './safety-reports.ts';
import type { ScenarioChanges } from './scenario.ts';

const inRegions = (regions: string): Study =>
  smallStudy(['conventions:', `safety: { grading: CTCAE v4.03, regions: [${regions}] }\nconventions:`]);
const abroad = inRegions('European Union, United States');
const grave = { 'adverse events yearly': 20, serious: 1, related: 1, 'days of an event': 30 };

/** Everything that becomes of somebody's events in 60 days, rounds of the safety physician with it. */
const livedThrough = (study: Study, numbers: ScenarioChanges['numbers'], person = 1) => {
  const one = followedIn(study, 'drip', { numbers, person });
  keep([...eventAppointments(one, 60), ...safetyRounds(one, dayZero + 90)]);
  return one;
};

test('what is recorded is reported on its day; the site learnt of it in the morning, at most hours before', () => {
  const one = livedThrough(abroad, grave);
  const reports = eventsOf(one.events(), 'event reported');
  assert.ok(reports.length > 1);
  const starts = new Map(one.clerk.state().history.map(({ record, start }) => [record, start]));
  for (const { record, awareness, received, said } of reports) {
    assert.deepEqual([awareness.date, received.date], [starts.get(record), starts.get(record)]);
    const hours = (Date.parse(received.instant) - Date.parse(awareness.instant)) / 3_600_000;
    assert.ok(hours > 0 && hours < 18, `${hours} hours`);
    assert.equal(said.scale, 'CTCAE v4.03');
  }
});

test('the answers are those of the record, and what is not serious is followed no further', () => {
  const mild = livedThrough(abroad, { ...grave, serious: 0, related: 0 });
  const kinds = new Set(mild.events().map(({ type }) => type));
  for (const { said } of eventsOf(mild.events(), 'event reported'))
    assert.deepEqual(
      [said.seriousness, said.causality, said.grade <= 3, said.outcome],
      [[], 'not related', true, 'not recovered'],
    );
  for (const type of ['event followed up', 'event assessed', 'report sent'] as const)
    assert.equal(kinds.has(type), false, type);
  const [{ said } = assert.fail()] = eventsOf(livedThrough(abroad, grave).events(), 'event reported');
  assert.deepEqual([said.seriousness, said.causality, said.grade], [['hospitalisation'], 'related', 3]);
});

test('a serious event is assessed within two days, once, as the investigator held it', () => {
  const one = livedThrough(abroad, grave);
  for (const { versions, assessments } of one.clerk.state().safety.events.values()) {
    const [first] = versions;
    const [opinion, ...more] = assessments;
    assert.equal(more.length, 0);
    assert.deepEqual([opinion?.causality, opinion?.expectedness], [first.said.causality, 'unexpected']);
    const days = (Date.parse(opinion?.determined.instant ?? '') - Date.parse(first.received.instant)) / 86_400_000;
    assert.ok(days > 0 && days < 3, `${days} days`);
  }
});

test('what ends is followed up on the day of its end', () => {
  const one = livedThrough(abroad, grave);
  const ends = new Map(eventsOf(one.events(), 'course ended').map(({ record, end }) => [record, end]));
  const followed = eventsOf(one.events(), 'event followed up');
  assert.ok(followed.length > 1);
  for (const { record, received, changed } of followed)
    assert.deepEqual([received.date, changed], [ends.get(record), { outcome: 'recovered' }]);
});

test('every report is sent in time, to every authority that is named, and none to another', () => {
  const one = livedThrough(abroad, grave);
  const now = momentAt(dayZero + 90, 12 * 3600, one.clerk.site);
  const duties = safetyDuties(abroad, [one.clerk.state()], now);
  assert.deepEqual([...new Set(duties.map(({ state }) => state))], ['done']);
  assert.deepEqual([...new Set(duties.map(({ duty }) => duty))].toSorted(), [
    'assessment',
    'eu-15-days',
    'site-24-hours',
    'us-15-days',
    'us-follow-up',
  ]);
  const sent = eventsOf(livedThrough(inRegions(''), grave).events(), 'report sent');
  assert.deepEqual(sent, []);
});

test('who has left is assessed and reported on all the same', () => {
  const one = followedIn(abroad, 'drip', { numbers: grave });
  const record: ParticipantEvent = {
    type: 'history recorded',
    records: [
      {
        source: 'adverse event',
        concept: 'adverse-event',
        start: after(5),
        end: after(5),
        attributes: { serious: true, related: true },
      },
    ],
  };
  one.clerk.act({ type: 'record history', records: record.records }, dayZero + 5);
  reportEvents(one, dayZero + 5);
  one.clerk.act({ type: 'end participation', on: after(5), how: 'withdrawn' }, dayZero + 5);
  keep(safetyRounds(one, dayZero + 5));
  const types = one.events().map(({ type }) => type);
  assert.deepEqual(types.slice(types.indexOf('participation ended') + 1), [
    'event assessed',
    'report sent',
    'report sent',
  ]);
});

test('a death is grade 5, and reported twice to the Union: after 7 days and after 8 more', () => {
  const one = followedIn(inRegions('European Union'), 'drip');
  const attributes = { serious: true, related: true, fatal: true, 'life-threatening': true };
  const start = after(3);
  one.clerk.act(
    {
      type: 'record history',
      records: [{ source: 'adverse event', concept: 'adverse-event', start, end: start, attributes }],
    },
    dayZero + 3,
  );
  reportEvents(one, dayZero + 3);
  keep(safetyRounds(one, dayZero + 20));
  const [report] = eventsOf(one.events(), 'event reported');
  assert.deepEqual(
    [report?.said.grade, report?.said.seriousness, report?.said.outcome],
    [5, ['death', 'life-threatening'], 'fatal'],
  );
  assert.deepEqual(
    eventsOf(one.events(), 'report sent').map(({ duty }) => duty),
    ['eu-7-days', 'eu-8-days-more'],
  );
});

test('rounds go on until the last visit is covered, and do nothing where there is nothing to do', () => {
  const one = followedIn(abroad, 'drip');
  const rounds = safetyRounds(one, dayZero + 28);
  assert.deepEqual([rounds[0]?.day, rounds.at(-1)?.day], [dayZero + 1, dayZero + 31]);
  const before = one.events().length;
  keep(rounds);
  assert.equal(one.events().length, before);
});

test('in a masked trial the safety physician judges by what is public', () => {
  const one = followedIn(maskedStudy(), 'drip', { numbers: grave });
  keep([...eventAppointments(one, 60), ...safetyRounds(one, dayZero + 90)]);
  const { events } = one.clerk.masked().safety;
  assert.ok(events.size > 0);
  for (const { assessments } of events.values()) assert.equal(assessments.length, 1);
});

test('the sponsor may hold more than the investigator, and never less', () => {
  const opinions = (numbers: ScenarioChanges['numbers']): readonly string[] => [
    ...new Set(
      [
        ...livedThrough(abroad, { ...grave, ...numbers })
          .clerk.state()
          .safety.events.values(),
      ].map(({ versions, assessments }) => `${versions[0]?.said.causality}, ${assessments[0]?.causality}`),
    ),
  ];
  assert.deepEqual(opinions({ related: 0, 'sponsor holds related': 1 }), ['not related, related']);
  assert.deepEqual(opinions({ related: 0, 'sponsor holds related': 0 }), ['not related, not related']);
  assert.deepEqual(opinions({ related: 1, 'sponsor holds related': 1 }), ['related, related']);
});
