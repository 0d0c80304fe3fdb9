import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { rational } from '#core/quantities/rational.ts';
import type { BedsideReading } from './bedside-event.ts';
import { bedsideGrid } from './bedside-grid.ts';
import type { DoseCourse } from './dose-course.ts';
import { given, hour, observed, reading, study } from './given.ts';
import { watchOf } from './watch-points.ts';

const watch = watchOf(study.definition, 'cell-infusion') ?? assert.fail();

const grid = (readings: readonly BedsideReading[], course: DoseCourse | undefined = hour) => {
  const person = g.participantAfter(g.maskedPast(given(course), observed(...readings)));
  return bedsideGrid(watch, person, person.doses[0] ?? assert.fail());
};
const rowOf = (id: string, readings: readonly BedsideReading[], course?: DoseCourse) =>
  grid(readings, course).find(({ point }) => point.id === id);

test('every moment of the plan has a row; those after an early end are left out', () => {
  assert.equal(grid([]).length, 1 + 4 + 8, 'an hour: four quarters while it runs, eight after');
  assert.ok(grid([]).every(({ status }) => status === 'not done'));
  assert.equal(grid([], { started: '09:00', stopped: '09:20' }).length, 1 + 1 + 8);
});

test('how far a reading is from its moment, five minutes being on time', () => {
  const rows = [
    ['before', '08:50', 0, 'on time'],
    ['before', '09:05', 5, 'on time'],
    ['before', '09:06', 6, 'off time'],
    ['15 minutes from start', '09:15', 0, 'on time'],
    ['15 minutes from start', '09:10', -5, 'on time'],
    ['15 minutes from start', '09:09', -6, 'off time'],
    ['15 minutes from end', '10:20', 5, 'on time'],
    ['15 minutes from end', '10:21', 6, 'off time'],
  ] as const;
  for (const [id, at, off, status] of rows) {
    const row = rowOf(id, [reading(id, at, 'heart-rate 80 /min')]);
    assert.deepEqual([row?.minutesOff, row?.status], [off, status], `${id} at ${at}`);
  }
});

test('the change from the reading before the dose, exactly, and not where one of the two is missing', () => {
  const before = reading(
    'before',
    '08:50',
    'systolic-pressure 128 mm[Hg]',
    'temperature 36.6 Cel',
    'heart-rate not done',
  );
  const later = reading(
    '15 minutes from start',
    '09:15',
    'systolic-pressure 119 mm[Hg]',
    'temperature 36.9 Cel',
    'heart-rate 80 /min',
  );
  const row = rowOf('15 minutes from start', [before, later]);
  const changeOf = (item: string) => row?.values.find((each) => each.item === item)?.change;
  assert.deepEqual(changeOf('systolic-pressure'), rational(-9));
  assert.deepEqual(changeOf('temperature'), rational(3, 10));
  assert.equal(changeOf('heart-rate'), undefined);
  assert.equal(changeOf('diastolic-pressure'), undefined);
  assert.ok(rowOf('before', [before, later])?.values.every(({ change }) => change === undefined));
});

test('each value leads to its record', () => {
  const [value] = rowOf('before', [reading('before', '08:50', 'temperature 36.6 Cel')])?.values ?? [];
  assert.match(value?.record ?? '', /^participant\/P-001#\d+\/cell-infusion\.1\.1$/);
});

test('without the times of the dose nothing is called late', () => {
  const person = g.participantAfter(g.maskedPast(given(), observed(reading('before', '08:50', 'heart-rate 80 /min'))));
  const [dose] = person.doses;
  assert.ok(dose);
  const [row] = bedsideGrid(watch, person, { ...dose, course: undefined });
  assert.deepEqual([row?.minutesOff, row?.status], [undefined, 'time not known']);
});
