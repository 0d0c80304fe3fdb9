import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Agenda, openAgenda } from './agenda.ts';

const drain = (agenda: Agenda): readonly (readonly [number, string])[] => {
  const met: [number, string][] = [];
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) {
    met.push([next.day, next.person]);
    next.happen();
  }
  return met;
};
const nothing = (): void => {};

test('an empty agenda has nothing, and stays so', () => {
  const agenda = openAgenda();
  assert.equal(agenda.next(), undefined);
  agenda.add([]);
  assert.equal(agenda.next(), undefined);
});

test('by day, and within a day in the order in which they were made', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 8 }), { maxLength: 8 }), (made) => {
      const agenda = openAgenda();
      let count = 0;
      const all: [number, string][] = [];
      for (const days of made) {
        const appointments = days.map((day) => ({ day, person: String(count++), happen: nothing }));
        all.push(...appointments.map(({ day, person }): [number, string] => [day, person]));
        agenda.add(appointments);
      }
      assert.deepEqual(
        drain(agenda),
        all.toSorted(([a], [b]) => a - b),
      );
    }),
  );
});

test('what is made on the way comes in its turn: today after what stands for today, yesterday at once', () => {
  const agenda = openAgenda();
  const late = (day: number, person: string) => () => agenda.add([{ day, person, happen: nothing }]);
  agenda.add([
    { day: 5, person: 'a', happen: late(5, 'today') },
    { day: 5, person: 'b', happen: late(4, 'yesterday') },
    { day: 9, person: 'c', happen: late(20, 'later') },
  ]);
  assert.deepEqual(drain(agenda), [
    [5, 'a'],
    [5, 'b'],
    [4, 'yesterday'],
    [5, 'today'],
    [9, 'c'],
    [20, 'later'],
  ]);
  agenda.add([{ day: 1, person: 'again', happen: nothing }]);
  assert.deepEqual(drain(agenda), [[1, 'again']]);
});
