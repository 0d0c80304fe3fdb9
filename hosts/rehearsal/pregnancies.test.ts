import assert from 'node:assert/strict';
import test from 'node:test';
import { after, eventsOf, followedIn, keep, smallStudy } from './given.ts';
import { pregnancyAppointments } from './pregnancies.ts';
import type { ScenarioChanges } from './scenario.ts';

const study = smallStudy();
/** So often that it happens on the day after day 0. */
const atOnce = 1e6;
const surely = { 'pregnancies yearly': atOnce, 'partner pregnancies yearly': atOnce, 'partner agrees': 1 };
type Numbers = NonNullable<ScenarioChanges['numbers']>;

const lived = (person: number, numbers: Numbers, last = 300, arm = 'drip') => {
  const one = followedIn(study, arm, { numbers, person });
  keep(pregnancyAppointments(one, last));
  return one;
};
const some = Array.from({ length: 60 }, (_, index) => index + 1);
const first = (is: (one: ReturnType<typeof lived>) => boolean): number =>
  some.find((person) => is(lived(person, {}))) ?? assert.fail();
const mother = first(({ person }) => person.canBear);
const father = first(({ person }) => person.sex === 'male' && person.canHaveChildren);
const neither = first(({ person }) => !person.canHaveChildren);

test('a participant who is pregnant is reported on that day with her test, and a man tells of his partner', () => {
  const rows = [
    [mother, 'participant'],
    [father, 'partner'],
  ] as const;
  for (const [person, whose] of rows) {
    const [found, ...more] = eventsOf(lived(person, surely).events(), 'pregnancy reported');
    const { of, awareness, lastPeriod, test: by } = found ?? assert.fail();
    assert.deepEqual([of, awareness.date, lastPeriod, by], [whose, after(1), after(-27), 'urine hCG']);
    assert.equal(more.length, 0);
  }
});

test('of a partner who does not agree nothing is recorded but that she is pregnant', () => {
  const [found] = eventsOf(lived(father, { ...surely, 'partner agrees': 0 }).events(), 'pregnancy reported');
  assert.deepEqual([found?.of, found?.lastPeriod, found?.test], ['partner', undefined, undefined]);
});

test('nobody is pregnant who cannot have children, nor where it never happens, nor after the last visit', () => {
  const rows = [
    [neither, surely, 300],
    [mother, {}, 300],
    [father, {}, 300],
    [mother, surely, 1],
  ] as const;
  for (const [person, numbers, last] of rows)
    assert.deepEqual(eventsOf(lived(person, numbers, last).events(), 'pregnancy reported'), []);
});

test('it is followed to its end, also where that comes after the last visit', () => {
  const rows = [
    [0, 300, [['live birth', after(253)]]],
    [1, 300, [['miscarriage', after(41)]]],
    [0, 20, [['live birth', after(253)]]],
    [1, 20, [['miscarriage', after(41)]]],
  ] as const;
  for (const [lost, last, expected] of rows) {
    const ended = eventsOf(lived(mother, { ...surely, 'pregnancy lost': lost }, last).events(), 'pregnancy ended');
    assert.deepEqual(
      ended.map(({ outcome, on }) => [outcome, on]),
      expected,
    );
  }
});

test('whether and when hangs on the person and never on the arm; who has had nothing has nothing to stop', () => {
  const told = (arm: string) =>
    some.slice(0, 20).map((person) => {
      const one = lived(person, { 'pregnancies yearly': 1, 'partner pregnancies yearly': 1 }, 300, arm);
      assert.equal(one.clerk.state().discontinued, undefined);
      return eventsOf(one.events(), 'pregnancy reported').map(({ of, awareness }) => [of, awareness.date]);
    });
  assert.deepEqual(told('drip'), told('pill'));
  assert.ok(told('drip').flat().length > 0);
});
