import assert from 'node:assert/strict';
import test from 'node:test';
import { allocateOn } from './allocation.ts';
import { drawCandidate } from './candidates/candidate.ts';
import { after, comingTo, dayZero, drawsOf, openScene, smallStudy } from './given.ts';
import { scenarioWith } from './scenario.ts';
import { type Screening, screenOn, welcome } from './screening.ts';

const byChance = 'method: permuted blocks, ratio: { drip: 1, pill: 1 }, block sizes: [2]';
const sharing = (places: string, all: number) =>
  smallStudy(
    ['participants: 4', `participants: ${all}`],
    [byChance, `method: assigned, rule: they choose, participants: ${places}`],
  );

/** What is asked of the clerk for somebody, instead of what the desk says to it. */
const askedOf = (screening: Screening): string => {
  let asked = '';
  const clerk = {
    ...screening.clerk,
    randomise: () => {
      asked = 'randomise';
      return undefined;
    },
    assign: (arms: readonly string[]) => {
      asked = `assign ${arms.join()}`;
      return undefined;
    },
  };
  allocateOn({ ...screening, clerk }, dayZero);
  return asked;
};

/** How often each order comes among a thousand people. */
const ordersOf = (study: Screening['study']): ReadonlyMap<string, number> => {
  const one = comingTo(study);
  const people = Array.from({ length: 1000 }, (_, index) => drawCandidate(String(index), drawsOf(index)));
  const orders = people.map((person) => askedOf({ ...one, person }));
  return new Map([...Map.groupBy(orders, (order) => order)].map(([order, all]) => [order, all.length]));
};

test('a drawn method randomises, and whoever chooses is assigned', () => {
  assert.equal(askedOf(comingTo(smallStudy())), 'randomise');
  assert.match(askedOf(comingTo(sharing('{ drip: 4, pill: 1 }', 5))), /^assign (drip,pill|pill,drip)$/);
});

test('a single group is assigned to its one arm', () => {
  const [drip = assert.fail()] = smallStudy().definition.arms;
  const small = smallStudy();
  const allocation = { method: 'single group' } as const;
  const study = { ...small, definition: { ...small.definition, arms: [drip], allocation } };
  assert.equal(askedOf(comingTo(study)), 'assign drip');
});

/** Places, and the share of people whose first choice is the drip: that of its places. */
const shares: readonly (readonly [places: string, all: number, expected: number])[] = [
  ['{ drip: 11, pill: 5 }', 16, 11 / 16],
  ['{ pill: 5, drip: 11 }', 16, 11 / 16],
  ['{ drip: 1, pill: 1 }', 2, 1 / 2],
  ['{ drip: 1, pill: 99 }', 100, 1 / 100],
];

for (const [places, all, expected] of shares)
  test(`${places}: ${(100 * expected).toFixed(0)}% would choose the drip, and take the other where it is full`, () => {
    const orders = ordersOf(sharing(places, all));
    const first = orders.get('assign drip,pill') ?? 0;
    assert.equal(first + (orders.get('assign pill,drip') ?? 0), 1000);
    assert.ok(Math.abs(first / 1000 - expected) < 4 * Math.sqrt((expected * (1 - expected)) / 1000), String(first));
  });

test('a choice is that of the person: the same again, and another under another word', () => {
  const study = sharing('{ drip: 1, pill: 1 }', 2);
  const choice = (person: number, choices = ''): string =>
    askedOf({ ...comingTo(study, { person }), scenario: scenarioWith({ choices }) });
  const people = Array.from({ length: 40 }, (_, index) => index);
  assert.deepEqual(
    people.map((person) => choice(person)),
    people.map((person) => choice(person)),
  );
  assert.ok(people.some((person) => choice(person) !== choice(person, 'otherwise')));
});

test('when an arm is full the others come into the other, until both are full', () => {
  const study = sharing('{ drip: 1, pill: 2 }', 3);
  const scene = openScene(study);
  const told = [1, 2, 3, 4].map((number) => {
    const one = comingTo(study, { person: number }, scene);
    welcome(one, dayZero - 10);
    screenOn(one, 0, dayZero - 10);
    one.clerk.act({ type: 'assess eligibility', on: after(-1) }, dayZero - 1);
    one.clerk.act({ type: 'enrol', on: after(-1) }, dayZero - 1);
    one.clerk.act({ type: 'hold visit', visit: 'baseline', on: after(0) }, dayZero);
    return allocateOn(one, dayZero)?.refused ?? one.clerk.state().arm;
  });
  assert.deepEqual(told.slice(0, 3).toSorted(), ['drip', 'pill', 'pill']);
  assert.equal(told[3], 'arm full');
});
