import assert from 'node:assert/strict';
import test from 'node:test';
import { after, dayZero, followedIn, smallStudy } from './given.ts';
import { homeMedicine } from './home-medicine.ts';
import type { ScenarioChanges } from './scenario.ts';

/** Twice a day on days 0 to 20: 42 tablets, 14 of them for each week. */
const study = smallStudy();
const held = { 'week 1': 7, 'week 2': 14, 'week 4': 28 } as const;
type Later = keyof typeof held;

const opened = (numbers: ScenarioChanges['numbers'] = {}, arm = 'pill') => {
  const one = followedIn(study, arm, { numbers });
  const home = homeMedicine(one);
  const come = (visit: Later, day: number): void => {
    one.clerk.act({ type: 'hold visit', visit, on: after(day) }, dayZero + day);
    home.takeBack(visit, dayZero + day);
  };
  const out = (): readonly string[] =>
    one.clerk.state().dispensed.map(({ visit, on, units }) => `${visit} ${on} ${units}`);
  const back = (): readonly string[] =>
    one.clerk.state().returned.map(({ visit, on, units }) => `${visit} ${on} ${units}`);
  return { one, home, come, out, back };
};

test('each visit hands out what is planned until the next; after the last dose there is nothing to hand out', () => {
  const { home, come, out } = opened();
  home.handOut('baseline', dayZero);
  for (const visit of ['week 1', 'week 2', 'week 4'] as const) {
    come(visit, held[visit]);
    home.handOut(visit, dayZero + held[visit]);
  }
  // Days 0 to 6, 7 to 13 and 14 to 20, twice a day.
  assert.deepEqual(out(), ['baseline 2026-06-01 14', 'week 1 2026-06-08 14', 'week 2 2026-06-15 14']);
});

test('what is handed out goes by the plan, not by the day on which the visit was held', () => {
  const { home, come, out } = opened();
  home.handOut('baseline', dayZero);
  come('week 1', 9);
  home.handOut('week 1', dayZero + 9);
  assert.deepEqual(out(), ['baseline 2026-06-01 14', 'week 1 2026-06-10 14']);
});

test('what was not taken comes back: of 14 for 7 days, by adherence and the days that went by', () => {
  const rows: readonly (readonly [adherence: number, visit: Later, day: number, back: number])[] = [
    [1, 'week 1', 7, 0],
    [1, 'week 1', 5, 4],
    [1, 'week 1', 1, 12],
    [1, 'week 1', 9, 0],
    [1, 'week 2', 14, 0],
    [0.5, 'week 1', 7, 7],
    [0.5, 'week 1', 5, 9],
    [0.5, 'week 2', 14, 7],
    [0, 'week 1', 7, 14],
    [3, 'week 1', 7, 0],
  ];
  for (const [adherence, visit, day, back] of rows) {
    const scene = opened({ adherence });
    scene.home.handOut('baseline', dayZero);
    scene.come(visit, day);
    assert.deepEqual(scene.back(), [`${visit} ${after(day)} ${back}`], `${adherence} ${visit} on day ${day}`);
  }
});

test('a supply is brought back once, whether early or late, also where none follows it', () => {
  for (const days of [
    [7, 14, 28],
    [5, 12, 26],
    [9, 16, 30],
  ] as const) {
    const { one, home, come, back } = opened({ adherence: 0.5 });
    home.handOut('baseline', dayZero);
    come('week 1', days[0]);
    // Treatment is interrupted: nothing is handed out at week 1, and nothing can come back at week 2.
    come('week 2', days[1]);
    home.handOut('week 2', dayZero + days[1]);
    come('week 4', days[2]);
    home.takeBack('week 4', dayZero + days[2]);
    assert.deepEqual(
      back().map((each) => each.slice(0, 6)),
      ['week 1', 'week 4'],
    );
    const sum = (list: readonly { readonly units: number }[]): number =>
      list.reduce((total, { units }) => total + units, 0);
    assert.ok(sum(one.clerk.state().returned) < sum(one.clerk.state().dispensed));
  }
});

test('adherence varies between visits, and never takes more than there is or less than nothing', () => {
  for (const [sd, least, most] of [
    [0, 1, 1],
    [0.3, 2, 3],
    [50, 1, 3],
  ] as const) {
    const { one, home, come } = opened({ adherence: 0.5, 'adherence sd': sd });
    home.handOut('baseline', dayZero);
    for (const visit of ['week 1', 'week 2', 'week 4'] as const) {
      come(visit, held[visit]);
      home.handOut(visit, dayZero + held[visit]);
    }
    const units = one.clerk.state().returned.map((each) => each.units);
    const kinds = new Set(units).size;
    assert.ok(kinds >= least && kinds <= most && units.length === 3, `${sd}: ${units.join()}`);
    assert.ok(units.every((each) => each >= 0 && each <= 14));
  }
});

test('who has stopped gets nothing more, and brings back what is left', () => {
  const { one, home, come, out, back } = opened();
  home.handOut('baseline', dayZero);
  one.clerk.act({ type: 'discontinue treatment', on: after(3), why: 'asked for' }, dayZero + 3);
  come('week 1', 7);
  home.handOut('week 1', dayZero + 7);
  assert.deepEqual([out().length, back().length], [1, 1]);
});

test('an arm with nothing for the home hands out nothing', () => {
  const { home, come, out, back } = opened({}, 'drip');
  home.handOut('baseline', dayZero);
  come('week 1', 7);
  assert.deepEqual([out(), back()], [[], []]);
});
