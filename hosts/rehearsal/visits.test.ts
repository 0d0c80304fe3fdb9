import assert from 'node:assert/strict';
import test from 'node:test';
import { doseAppointments } from './doses.ts';
import { after, dayZero, followedIn, keep, smallStudy } from './given.ts';
import { homeMedicine } from './home-medicine.ts';
import type { ScenarioChanges } from './scenario.ts';
import { visitAppointments } from './visits.ts';

type Numbers = ScenarioChanges['numbers'];
type Scene = ReturnType<typeof followedIn>;

const study = smallStudy();
const atOnce = 1e6;

/** Everything from day 0 on but events and leaving. */
const followed = (numbers: Numbers = {}, arm = 'drip', of = study, person = 1): Scene => {
  const one = followedIn(of, arm, { numbers, person });
  const home = homeMedicine(one);
  home.handOut('baseline', dayZero);
  keep([...doseAppointments(one), ...visitAppointments(one, home)]);
  return one;
};

/** "week 1 2026-06-08", "week 2 missed". */
const visitsOf = ({ clerk }: Scene): readonly string[] =>
  [...clerk.state().visits].slice(2).map(([visit, { on }]) => `${visit} ${on ?? 'missed'}`);
const onTime = ['week 1 2026-06-08', 'week 2 2026-06-15', 'week 4 2026-06-29'];
const endOf = ({ clerk }: Scene): string => {
  const { ended } = clerk.state();
  return ended === undefined ? 'followed' : `${ended.how} ${ended.on}`;
};

test('visits stand on their days; forms are filled, histories signed, and the next visit follows', () => {
  const one = followed();
  assert.deepEqual(visitsOf(one), onTime);
  assert.equal(endOf(one), 'followed');
  for (const visit of ['week 1', 'week 2', 'week 4'])
    assert.deepEqual([...(one.clerk.state().items.get(visit)?.keys() ?? [])], ['weight', 'creatinine', 'UPCR'], visit);
  assert.deepEqual(new Set(one.clerk.state().completeThrough.values()), new Set([after(28)]));
});

/** How far from its day a visit is held, over many people. */
const spreads: readonly (readonly [Numbers, least: number, most: number])[] = [
  [{ 'days away': 0 }, 0, 0],
  [{ 'days away': 2 }, -2, 2],
  [{ 'days away': 2, 'late visit': 1, 'days late': 5 }, 3, 5],
  [{ 'days away': 2, 'late visit': 1, 'days late': 0 }, 3, 3],
];

for (const [numbers, least, most] of spreads)
  test(`${JSON.stringify(numbers)}: from ${least} to ${most} days away`, () => {
    const away = new Set<number>();
    for (let person = 1; person <= 25; person += 1) {
      const one = followedIn(study, 'drip', { numbers, person });
      const held = visitAppointments(one, homeMedicine(one)).filter((_, index) => index % 3 === 0);
      for (const [index, { day }] of held.entries()) away.add(day - dayZero - ([7, 14, 28][index] ?? 0));
    }
    assert.deepEqual([Math.min(...away), Math.max(...away), away.size], [least, most, most - least + 1]);
  });

test('two visits never stand on one day, however late the first is: each at least a day after the one before', () => {
  const close = smallStudy([
    '{ id: week 2, day: 14, earliest: 12, latest: 16 }',
    '{ id: week 2, day: 8, earliest: 8, latest: 8 }',
  ]);
  const numbers = { 'days away': 3, 'late visit': 0.5, 'days late': 30 };
  for (let person = 1; person <= 25; person += 1) {
    const one = followedIn(close, 'drip', { numbers, person });
    const days = visitAppointments(one, homeMedicine(one)).flatMap(({ day }, index) => (index % 3 === 0 ? [day] : []));
    assert.equal(days.length, 3);
    assert.ok(
      (days[0] ?? 0) > dayZero && (days[1] ?? 0) > (days[0] ?? 0) && (days[2] ?? 0) > (days[1] ?? 0),
      days.join(),
    );
  }
});

test('a missed visit takes its dose with it, with that reason; the last is never missed', () => {
  const one = followed({ 'missed visit': 1 });
  assert.deepEqual(visitsOf(one), ['week 1 missed', 'week 2 missed', 'week 4 2026-06-29']);
  const { doses, missedDoses } = one.clerk.state();
  assert.deepEqual(
    doses.map(({ number }) => number),
    [1, 3],
  );
  assert.deepEqual(
    missedDoses.map(({ number, on, why }) => [number, on, why]),
    [[2, after(7), 'visit missed']],
  );
  assert.equal(endOf(one), 'followed');
});

test('who leaves silently is lost after two missed visits in a row, on the day of the second', () => {
  const silent = { 'leaves yearly': atOnce, 'lost among leavers': 1 };
  const one = followed(silent);
  assert.deepEqual(visitsOf(one), ['week 1 missed', 'week 2 missed']);
  assert.equal(endOf(one), 'lost to follow-up 2026-06-15');
  // Who says that they leave does not vanish by missing visits.
  assert.deepEqual(visitsOf(followed({ ...silent, 'lost among leavers': 0 })), onTime);
});

test('who falls silent before the last visit is lost on its day', () => {
  const last = smallStudy(
    ['  - { id: week 1, day: 7, earliest: 5, latest: 9 }\n', ''],
    ['  - { id: week 2, day: 14, earliest: 12, latest: 16 }\n', ''],
    [
      'measures: [weight], visits: [screening, baseline, week 1, week 2, week 4]',
      'measures: [weight], visits: [screening, baseline, week 4]',
    ],
    ['UPCR], visits: [screening, baseline, week 1, week 2, week 4]', 'UPCR], visits: [screening, baseline, week 4]'],
    ['each visit, on days: [0, 7, 28]', 'each visit, on days: [0, 28]'],
  );
  const one = followed({ 'leaves yearly': atOnce, 'lost among leavers': 1 }, 'drip', last);
  assert.deepEqual([visitsOf(one), endOf(one)], [['week 4 missed'], 'lost to follow-up 2026-06-29']);
});

const ruled = (rule: string, action: string) =>
  smallStudy([
    'eligibility:\n',
    `safety:\n  rules:\n    - { id: r, title: R, rule: ${rule}, at: [week 1, week 2], action: ${action} }\neligibility:\n`,
  ]);

test('a rule that stops ends the treatment on that day; one that interrupts costs the dose of its visit alone', () => {
  const always = 'weight > 0 kg';
  const rows: readonly (readonly [rule: string, action: string, expected: string])[] = [
    [always, 'stop treatment', 'given 1; missed ; stopped 2026-06-08: a safety rule says so'],
    [always, 'interrupt treatment', 'given 1,3; missed 2: a safety rule says so; goes on'],
    [always, 'review', 'given 1,2,3; missed ; goes on'],
    ['weight > 900 kg', 'stop treatment', 'given 1,2,3; missed ; goes on'],
  ];
  for (const [rule, action, expected] of rows) {
    const one = followed({}, 'drip', ruled(rule, action));
    const { doses, missedDoses, discontinued } = one.clerk.state();
    const missed = missedDoses.map(({ number, why }) => `${number}: ${why}`).join();
    const stands = discontinued === undefined ? 'goes on' : `stopped ${discontinued.on}: ${discontinued.why}`;
    assert.equal(`given ${doses.map(({ number }) => number).join()}; missed ${missed}; ${stands}`, expected);
    assert.deepEqual(visitsOf(one), onTime, 'who stops stays in the study');
  }
});

test('with a rule that stops or interrupts no medicine goes home, and what went comes back', () => {
  const rows: readonly (readonly [action: string, out: string, back: string])[] = [
    ['stop treatment', 'baseline', 'week 1'],
    ['interrupt treatment', 'baseline', 'week 1'],
    ['review', 'baseline,week 1,week 2', 'week 1,week 2,week 4'],
  ];
  for (const [action, out, back] of rows) {
    const { dispensed, returned } = followed({}, 'pill', ruled('weight > 0 kg', action)).clerk.state();
    const names = (list: readonly { readonly visit: string }[]): string => list.map(({ visit }) => visit).join();
    assert.deepEqual([names(dispensed), names(returned)], [out, back], action);
  }
});

test('a slip is corrected three days after its visit, and what was prescribed there begins on the day after it', () => {
  const one = followedIn(study, 'pill', { numbers: { slip: 1 } });
  const visits = visitAppointments(one, homeMedicine(one));
  assert.deepEqual(
    visits.map(({ day }) => day - dayZero),
    [7, 8, 10, 14, 15, 17, 28, 29, 31],
  );
  keep(visits, 9);
  assert.equal(one.events().filter(({ type }) => type === 'item corrected').length, 0);
  keep(visits.slice(2, 3));
  const corrected = one.log.all().filter(({ event }) => event.type === 'item corrected');
  assert.deepEqual(
    corrected.map(({ at }) => at.date),
    [after(10), after(10)],
  );
});

test('after leaving no visit is held, missed or corrected', () => {
  const one = followedIn(study, 'pill', { numbers: { slip: 1, 'missed visit': 0.5 } });
  const visits = visitAppointments(one, homeMedicine(one));
  keep(visits, 8);
  one.clerk.act({ type: 'end participation', on: after(9), how: 'withdrawn' }, dayZero + 9);
  const count = one.events().length;
  keep(visits.slice(2));
  assert.equal(one.events().length, count);
});
