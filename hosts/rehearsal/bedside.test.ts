import assert from 'node:assert/strict';
import test from 'node:test';
import { bedsideGrid } from '#core/conduct/bedside/bedside-grid.ts';
import { watchOf } from '#core/conduct/bedside/watch-points.ts';
import { foldParticipants } from '#core/conduct/fold.ts';
import { shipped } from '#core/conduct/given.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const study = shipped('nct01741857');
const rehearsed = (numbers = {}) =>
  foldParticipants(
    rehearse({ study, seed: 7, start: '2026-01-05', scenario: scenarioWith({ numbers, participants: 6 }) }).log.all(),
  ).filter(({ doses }) => doses.length > 0);
const watch = watchOf(study.definition, 'cell-infusion') ?? assert.fail();
const grids = (numbers = {}) =>
  rehearsed(numbers).flatMap((person) => person.doses.map((dose) => bedsideGrid(watch, person, dose)));

test('around every infusion the plan of the bedside is kept, minute by minute', () => {
  const all = grids({ 'reading missed': 0 });
  assert.ok(all.length >= 6);
  for (const grid of all)
    for (const { status, values } of grid) {
      assert.equal(status, 'on time');
      assert.ok(values.every(({ entry }) => entry !== undefined));
    }
});

test('readings are missed as often as is assumed', () => {
  const rows = grids({ 'reading missed': 0.5 }).flat();
  const missed = rows.filter(({ status }) => status === 'not done').length;
  assert.ok(missed > rows.length * 0.3 && missed < rows.length * 0.7, `${missed} of ${rows.length}`);
});

test('a study that watches nothing has no times and no readings', () => {
  const open = shipped('nct05631717');
  const people = foldParticipants(
    rehearse({ study: open, seed: 7, start: '2026-01-05', scenario: scenarioWith({ participants: 4 }) }).log.all(),
  );
  assert.ok(people.some(({ doses }) => doses.length > 0));
  assert.ok(
    people.every(({ doses, bedside }) => bedside.length === 0 && doses.every(({ course }) => course === undefined)),
  );
});
