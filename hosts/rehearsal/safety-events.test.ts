import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#core/quantities/civil-date.ts';
import type { Appointment } from './appointment.ts';
import { drawCandidate } from './candidates/candidate.ts';
import { after, dayZero, drawsOf, followedIn, keep, smallStudy } from './given.ts';
import { eventAppointments } from './safety-events.ts';
import type { ScenarioChanges } from './scenario.ts';

const study = smallStudy();
const started = (numbers: ScenarioChanges['numbers'], person = 1) => followedIn(study, 'drip', { numbers, person });
const often = { 'adverse events yearly': 60, 'infections yearly': 20 };
const told = (one: ReturnType<typeof started>) =>
  one.clerk.state().history.filter(({ source }) => source === 'adverse event');

test('an event is told on the day on which it begins, as going on, and ended when it is over', () => {
  const one = started(often);
  const appointments = eventAppointments(one, 60).toSorted((a, b) => a.day - b.day);
  const [first] = appointments;
  keep(first === undefined ? [] : [first]);
  const [event] = told(one);
  assert.deepEqual([event?.start, event?.end], [after((first?.day ?? 0) - dayZero), 'ongoing']);
  keep(appointments.slice(1));
  const all = told(one);
  assert.ok(all.length > 5);
  for (const { start, end = '' } of all) {
    const days = (readDay(end) ?? assert.fail(end)) - (readDay(start) ?? 0);
    assert.ok(days >= 1 && days <= 10, `${start} to ${end}`);
  }
});

test('each act carries the day on which it is done', () => {
  const one = started(often);
  keep(eventAppointments(one, 60));
  for (const event of one.events()) {
    if (event.type !== 'history recorded' || event.records[0]?.source !== 'adverse event') continue;
    assert.equal(event.records.length, 1);
    assert.equal(event.records[0].end, 'ongoing');
  }
  const dates = told(one).map(({ start }) => start);
  assert.ok(
    dates.every((start) => start > after(0) && start <= after(60)),
    dates.join(),
  );
});

test('who has left tells nothing more: what goes on stays so', () => {
  const one = started(often);
  const appointments = eventAppointments(one, 60).toSorted((a, b) => a.day - b.day);
  const [first] = appointments;
  keep(first === undefined ? [] : [first]);
  const day = first?.day ?? dayZero;
  one.clerk.act({ type: 'end participation', on: after(day - dayZero), how: 'withdrawn' }, day);
  const count = one.events().length;
  keep(appointments.slice(1));
  assert.equal(one.events().length, count);
  assert.equal(told(one)[0]?.end, 'ongoing');
});

/** Yearly rates, infections among them, and how many events are expected in half a year of 183 days. */
const rates: readonly (readonly [adverse: number, infections: number, expected: number])[] = [
  [0, 0, 0],
  [4, 0, 2.004],
  [4, 1, 2.004],
  [4, 4, 2.004],
  [1, 4, 2.004],
];

for (const [adverse, infections, expected] of rates)
  test(`${adverse} a year, ${infections} of them infections: ${expected} in half a year`, () => {
    const people = 300;
    const one = started({ 'adverse events yearly': adverse, 'infections yearly': infections, 'days of an event': 1 });
    const all = Array.from({ length: people }, (_, index): readonly Appointment[] =>
      eventAppointments({ ...one, person: drawCandidate(String(index), drawsOf(index)) }, 183),
    ).flat();
    assert.ok(all.every(({ day }) => day > dayZero && day <= dayZero + 184));
    // A Poisson count lies within four standard errors; each event begins and ends.
    const [count, mean] = [all.length / 2, people * expected];
    assert.ok(Math.abs(count - mean) <= 4 * Math.sqrt(mean), String(count));
  });

test('infections are a share of the events: 20 of 60 a year', () => {
  const one = started(often);
  keep(eventAppointments(one, 2 * 365.25));
  const infections = told(one).filter(({ concept }) => concept === 'infection-event').length;
  const others = told(one).filter(({ concept }) => concept === 'adverse-event').length;
  assert.equal(infections + others, told(one).length);
  assert.ok(Math.abs(infections - 40) < 4 * Math.sqrt(40) && Math.abs(others - 80) < 4 * Math.sqrt(80));
});

test('of what is serious so many are dangerous to life as are assumed, and nothing else is', () => {
  const dangerous = (numbers: ScenarioChanges['numbers']): readonly boolean[] => {
    const one = started({ ...often, ...numbers });
    keep(eventAppointments(one, 60));
    return told(one).map(({ attributes = {} }) => attributes['life-threatening'] === true);
  };
  assert.ok(dangerous({ serious: 1, 'life-threatening': 1 }).every((each) => each));
  assert.ok(dangerous({ serious: 0, 'life-threatening': 1 }).every((each) => !each));
  const some = dangerous({ serious: 1, 'life-threatening': 0.5 });
  assert.ok(some.includes(true) && some.includes(false));
});

test('what is serious is of grade 3 or worse; none of these is fatal', () => {
  const rows: readonly (readonly [serious: number, severe: number, related: number, expected: readonly boolean[]])[] = [
    [1, 0, 0, [true, true, false]],
    [0, 1, 0, [false, true, false]],
    [0, 0, 1, [false, false, true]],
    [1, 1, 1, [true, true, true]],
  ];
  for (const [serious, severe, related, expected] of rows) {
    const one = started({ ...often, serious, severe, related });
    keep(eventAppointments(one, 60));
    for (const { attributes = {} } of told(one)) {
      assert.deepEqual([attributes.serious, attributes['grade-3-or-worse'], attributes.related], expected);
      assert.deepEqual([attributes.fatal, attributes['life-threatening']], [false, false]);
    }
    assert.ok(told(one).length > 5);
  }
});
