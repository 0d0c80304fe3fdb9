import assert from 'node:assert/strict';
import test from 'node:test';
import { writeDay } from '#core/quantities/civil-date.ts';
import { drawCandidate } from './candidates/candidate.ts';
import { changeAppointments, dayOfSilence } from './changes.ts';
import { doseAppointments } from './doses.ts';
import { after, calm, dayZero, drawsOf, followedIn, keep, smallStudy } from './given.ts';
import { homeMedicine } from './home-medicine.ts';
import { type ScenarioChanges, scenarioWith } from './scenario.ts';

type Changes = NonNullable<ScenarioChanges['numbers']>;

/** So often that it happens on the day after day 0. */
const atOnce = 1e6;
const study = smallStudy();

test('somebody leaves, dies or stops on a day, which is recorded as it is called', () => {
  const rows: readonly (readonly [Changes, string])[] = [
    [{}, 'in the study, under treatment'],
    [{ 'leaves yearly': atOnce, 'lost among leavers': 0 }, 'withdrawn 2026-06-02, under treatment'],
    [{ 'leaves yearly': atOnce, 'lost among leavers': 1 }, 'in the study, under treatment'],
    [{ 'dies yearly': atOnce }, 'died 2026-06-02, under treatment'],
    [{ 'stops treatment yearly': atOnce }, 'in the study, stopped 2026-06-02: participant prefers to stop'],
  ];
  for (const [numbers, expected] of rows) {
    const one = followedIn(study, 'drip', { numbers });
    keep(doseAppointments(one));
    keep(changeAppointments(one, 28));
    const { ended, discontinued } = one.clerk.state();
    const stays = ended === undefined ? 'in the study' : `${ended.how} ${ended.on}`;
    const takes = discontinued === undefined ? 'under treatment' : `stopped ${discontinued.on}: ${discontinued.why}`;
    assert.equal(`${stays}, ${takes}`, expected);
  }
});

test('a death is a serious and fatal adverse event of that one day, told before the end', () => {
  const one = followedIn(study, 'drip', { numbers: { 'dies yearly': atOnce } });
  keep(changeAppointments(one, 28));
  assert.deepEqual(
    one
      .events()
      .slice(-3)
      .map(({ type }) => type),
    ['history recorded', 'event reported', 'participation ended'],
  );
  const { source, start, end, attributes } = one.clerk.state().history.at(-1) ?? assert.fail();
  assert.deepEqual([source, start, end], ['adverse event', after(1), after(1)]);
  assert.deepEqual([attributes?.fatal, attributes?.serious, attributes?.related], [true, true, false]);
});

test('only who has a dose ahead, and has had one, has something to stop', () => {
  const daysOfDoses: readonly (readonly [days: string, treated: boolean, stops: boolean])[] = [
    ['[0]', true, false],
    ['[0, 1]', true, false],
    ['[0, 2]', true, true],
    ['[0, 7, 28]', true, true],
    ['[0, 7, 28]', false, false],
  ];
  for (const [days, treated, stops] of daysOfDoses) {
    const edited = smallStudy(['weight at: each visit, on days: [0, 7, 28]', `weight at: baseline, on days: ${days}`]);
    const one = followedIn(edited, 'drip', { numbers: { 'stops treatment yearly': atOnce } });
    if (treated) keep(doseAppointments(one), 0);
    keep(changeAppointments(one, 28));
    assert.equal(one.clerk.state().discontinued !== undefined, stops, `${days}, treated: ${treated}`);
  }
});

test('medicine that was handed out is treatment too; it is stopped once', () => {
  const one = followedIn(study, 'pill', { numbers: { 'stops treatment yearly': atOnce } });
  homeMedicine(one).handOut('baseline', dayZero);
  const changes = changeAppointments(one, 28);
  keep([...changes, ...changes]);
  assert.deepEqual(one.clerk.state().discontinued, { on: after(1), why: 'participant prefers to stop' });
  assert.equal(one.events().filter(({ type }) => type === 'treatment discontinued').length, 1);
});

test('what would come on the last day or later does not come', () => {
  const always = { 'leaves yearly': atOnce, 'dies yearly': atOnce, 'stops treatment yearly': atOnce };
  const rows: readonly (readonly [Changes, last: number, count: number])[] = [
    [{ ...always, 'lost among leavers': 0 }, 2, 3],
    [{ ...always, 'lost among leavers': 0 }, 1, 0],
    [{ ...always, 'lost among leavers': 1 }, 2, 2],
    [{}, 10_000, 0],
  ];
  for (const [numbers, last, count] of rows)
    assert.equal(changeAppointments(followedIn(study, 'drip', { numbers }), last).length, count);
});

test('after somebody has left nothing of it happens', () => {
  const numbers = { 'leaves yearly': atOnce, 'lost among leavers': 0, 'dies yearly': atOnce };
  const one = followedIn(study, 'drip', { numbers: { ...numbers, 'stops treatment yearly': atOnce } });
  const changes = changeAppointments(one, 28);
  one.clerk.act({ type: 'end participation', on: writeDay(dayZero), how: 'withdrawn' }, dayZero);
  const count = one.events().length;
  keep(changes);
  assert.equal(changes.length, 3);
  assert.equal(one.events().length, count);
});

test('with a rate of ln 2 a year half are silent within a year, a quarter after two; without a word is a share of them', () => {
  const one = followedIn(study, 'drip');
  const numbers = { ...calm, 'leaves yearly': Math.LN2, 'lost among leavers': 0.4 };
  const scenario = scenarioWith({ numbers });
  const people = Array.from({ length: 3000 }, (_, index) => drawCandidate(String(index), drawsOf(index)));
  const days = people.flatMap((person) => dayOfSilence({ ...one, scenario, person }) ?? []);
  const near = (found: number, expected: number, of: number): boolean =>
    Math.abs(found - expected) < 4 * Math.sqrt((expected * (1 - expected)) / of);
  assert.ok(near(days.length / 3000, 0.4, 3000), String(days.length));
  const within = (years: number): number => days.filter((day) => day <= 365.25 * years).length / days.length;
  assert.ok(near(within(1), 0.5, days.length) && near(within(2), 0.75, days.length), `${within(1)} ${within(2)}`);
  assert.ok(days.every((day) => Number.isInteger(day) && day >= 1));
});
