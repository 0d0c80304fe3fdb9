import assert from 'node:assert/strict';
import test from 'node:test';
import { itemAt } from '#core/conduct/participant.ts';
import { doseAppointments, doseOfVisit, missDoseOfVisit } from './doses.ts';
import { fillVisit } from './fill-visit.ts';
import { after, dayZero, followedIn, keep, maskedStudy, smallStudy } from './given.ts';
import type { ScenarioChanges } from './scenario.ts';

type Scene = ReturnType<typeof followedIn>;

const study = smallStudy();
const eachVisit = 'weight at: each visit, on days: [0, 7, 28]';
/** The same on days of its own, by the weight at baseline. */
const onDays = smallStudy([eachVisit, 'weight at: baseline, on days: [0, 7, 28]']);
const followed = (numbers: ScenarioChanges['numbers'] = {}, of = study, arm = 'drip'): Scene =>
  followedIn(of, arm, { numbers });
const days = (one: Scene): readonly number[] => doseAppointments(one).map(({ day }) => day - dayZero);

/** "1 on day 0", "2 missed on day 7: no": what became of each dose, by number. */
const became = ({ clerk }: Scene): readonly string[] => {
  const { doses, missedDoses } = clerk.state();
  const given = doses.map(({ number, on }) => [number, `${number} ${on}`] as const);
  const missed = missedDoses.map(({ number, on, why }) => [number, `${number} missed ${on}: ${why}`] as const);
  return [...given, ...missed].toSorted(([a], [b]) => a - b).map(([, says]) => says);
};

const comes = (one: Scene, visit: string, day: number): void => {
  one.clerk.act({ type: 'hold visit', visit, on: after(day) }, dayZero + day);
  fillVisit(one, one.forms.get(visit) ?? assert.fail(), one.course.at(visit, day / 7), dayZero + day);
};

test('doses on days of their own, by whether preparing fails: on the day and again a day later then, in whatever arm', () => {
  const rows: readonly (readonly [typeof study, arm: string, fails: number, expected: readonly number[]])[] = [
    [onDays, 'drip', 0, [0, 7, 28]],
    [onDays, 'drip', 1, [0, 1, 7, 8, 28, 29]],
    [onDays, 'pill', 1, []],
    [study, 'drip', 0, [0]],
    [study, 'drip', 1, [0, 1]],
    [maskedStudy(), 'drip', 1, [0, 1, 7, 8]],
    [maskedStudy(), 'pill', 1, [0, 1, 7, 8]],
    [smallStudy(['route: intravenous', 'route: subcutaneous']), 'drip', 1, [0]],
  ];
  for (const [of, arm, fails, expected] of rows)
    assert.deepEqual(days(followed({ 'thaw failure': fails }, of, arm)), expected, `${arm} ${fails}`);
});

test('whether preparing fails is drawn of the person and the number, never of the arm', () => {
  const late = (arm: string, person: number): string =>
    days(followedIn(maskedStudy(), arm, { numbers: { 'thaw failure': 0.5 }, person })).join();
  const people = [1, 2, 3, 4, 5, 6, 7, 8];
  const [drip, pill] = ['drip', 'pill'].map((arm) => people.map((person) => late(arm, person)));
  assert.deepEqual(drip, pill);
  assert.ok(new Set(drip).size > 1);
});

test('a dose goes by the weight of its visit: 10 mg a kilogram', () => {
  const one = followed();
  keep(doseAppointments(one));
  for (const [visit, day] of [
    ['week 1', 7],
    ['week 4', 28],
  ] as const) {
    comes(one, visit, day);
    doseOfVisit(one, visit, dayZero + day);
  }
  const weights = ['baseline', 'week 1', 'week 4'].map((visit) =>
    Number(itemAt(one.clerk.state(), visit, 'weight')?.value),
  );
  assert.equal(new Set(weights).size, 3);
  assert.deepEqual(
    one.clerk.state().doses.map(({ number, on, amount, unit }) => [number, on, Number(amount), unit]),
    weights.map((weight, index) => [index + 1, after([0, 7, 28][index] ?? 0), Math.round(weight * 100) / 10, 'mg']),
  );
});

test('a visit on which no dose is planned has none, and neither has a dose of another visit', () => {
  const one = followed();
  keep(doseAppointments(one));
  comes(one, 'week 2', 14);
  doseOfVisit(one, 'week 2', dayZero + 14);
  missDoseOfVisit(one, 'week 2', dayZero + 14, 'no');
  const other = followed({}, onDays);
  comes(other, 'week 1', 7);
  doseOfVisit(other, 'week 1', dayZero + 7);
  assert.deepEqual([became(one), became(other)], [['1 2026-06-01'], []]);
});

test('a dose is missed with a reason; the first never by chance', () => {
  const one = followed({ 'missed dose': 1 }, onDays);
  keep(doseAppointments(one));
  const why = 'participant did not come';
  assert.deepEqual(became(one), ['1 2026-06-01', `2 missed 2026-06-08: ${why}`, `3 missed 2026-06-29: ${why}`]);
  const two = followed();
  keep(doseAppointments(two));
  missDoseOfVisit(two, 'week 1', dayZero + 9, 'visit missed');
  comes(two, 'week 4', 28);
  doseOfVisit(two, 'week 4', dayZero + 28);
  assert.deepEqual(became(two), ['1 2026-06-01', '2 missed 2026-06-10: visit missed', '3 2026-06-29']);
});

test('who has stopped or left is given nothing, and misses nothing', () => {
  const [on, day] = [after(1), dayZero + 1];
  const stopped = followed({}, onDays);
  keep(doseAppointments(stopped), 0);
  stopped.clerk.act({ type: 'discontinue treatment', on, why: 'asked for' }, day);
  const left = followed({ 'missed dose': 1 }, onDays);
  keep(doseAppointments(left), 0);
  left.clerk.act({ type: 'end participation', on, how: 'withdrawn' }, day);
  const byVisit = followed();
  keep(doseAppointments(byVisit));
  byVisit.clerk.act({ type: 'discontinue treatment', on, why: 'asked for' }, day);
  comes(byVisit, 'week 1', 7);
  doseOfVisit(byVisit, 'week 1', dayZero + 7);
  missDoseOfVisit(byVisit, 'week 1', dayZero + 7, 'visit missed');
  for (const one of [stopped, left]) keep(doseAppointments(one).slice(1));
  for (const one of [stopped, left, byVisit]) assert.deepEqual(became(one), ['1 2026-06-01']);
});

test('a reaction to an infusion is a related event of that one day; what is not infused has none', () => {
  const rows: readonly (readonly [typeof study, chance: number, expected: readonly string[]])[] = [
    [onDays, 1, ['2026-06-01', '2026-06-08', '2026-06-29']],
    [onDays, 0, []],
    [smallStudy([eachVisit, 'weight at: baseline, on days: [0, 7]'], ['intravenous', 'oral']), 1, []],
  ];
  for (const [of, chance, expected] of rows) {
    const one = followed({ 'infusion reaction': chance, serious: 0, severe: 1 }, of);
    keep(doseAppointments(one));
    const reactions = one.clerk.state().history.filter(({ concept }) => concept === 'infusion-reaction');
    assert.deepEqual(
      reactions.map(({ start }) => start),
      expected,
    );
    for (const { source, start, end, attributes } of reactions) {
      assert.deepEqual([source, end], ['adverse event', start]);
      assert.deepEqual(
        [attributes?.related, attributes?.serious, attributes?.['grade-3-or-worse']],
        [true, false, true],
      );
    }
  }
});

test('in a masked study what is given was made ready by the pharmacist, from the stock of the arm, in the sealed log', () => {
  const asked: string[] = [];
  const supply = {
    take: (arm: string, dose: string, day: number) => {
      asked.push(`${arm} ${dose} ${day - dayZero}`);
      return assert.fail('the stock is empty');
    },
    stock: () => undefined,
  };
  const one = followedIn(maskedStudy(), 'pill', {}, supply);
  assert.throws(() => keep(doseAppointments(one)), /the stock is empty/);
  assert.deepEqual([asked, became(one)], [['pill infusion 0'], []]);
});
