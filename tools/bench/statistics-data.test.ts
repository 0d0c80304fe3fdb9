import assert from 'node:assert/strict';
import test from 'node:test';
import { numbersOf, repeatedCsv, survivalCsv } from './statistics-data.ts';

test('the people of the survival task: days, events and censorings, both arms, the same for the same seed', () => {
  const csv = survivalCsv(400, 7);
  assert.equal(csv, survivalCsv(400, 7));
  assert.notEqual(csv, survivalCsv(400, 8));
  assert.match(csv, /^time,event,arm,age\n/);
  const people = numbersOf(csv);
  assert.equal(people.length, 400);
  for (const [time = 0, event, arm] of people) {
    assert.ok(Number.isInteger(time) && time >= 1 && time <= 1095);
    assert.ok([0, 1].includes(event ?? -1) && [0, 1].includes(arm ?? -1));
  }
  const events = people.filter(([, event]) => event === 1).length;
  assert.ok(events > 120 && events < 320, String(events));
});

test('the people of the repeated measures: first visits first, and a few who leave', () => {
  const rows = numbersOf(repeatedCsv(200, 6, 7));
  const seen = Map.groupBy(rows, ([id]) => id);
  assert.equal(seen.size, 200);
  for (const own of seen.values())
    assert.deepEqual(
      own.map(([, , , visit]) => visit),
      own.map((_, index) => index + 1),
    );
  const complete = [...seen.values()].filter((own) => own.length === 6).length;
  assert.ok(complete > 150 && complete < 200, String(complete));
});
