import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { courseAssumptions, drawCourse } from './disease-course.ts';
import { drawPerson } from './virtual-person.ts';

const secret = secretFromSeed(7);
const many = Array.from({ length: 1500 }, (_, index) => {
  const person = drawPerson(secret, String(index));
  return { person, course: drawCourse(secret, person) };
});
const share = (holds: (one: (typeof many)[number]) => boolean): number => many.filter(holds).length / many.length;
const near = (found: number, expected: number): boolean =>
  Math.abs(found - expected) < 4 * Math.sqrt((expected * (1 - expected)) / many.length);

test('a course is drawn for the person alone, and asking twice gives the same', () => {
  const { person, course } = many[10] ?? assert.fail();
  const again = drawCourse(secret, person);
  for (const week of [24, 0, 4, 24]) assert.equal(again.upcrAt(week), course.upcrAt(week));
  assert.equal(again.notDone('week 4', 'UPCR'), course.notDone('week 4', 'UPCR'));
  assert.deepEqual(again.adverseEvents, course.adverseEvents);
});

test('about 57% halve their protein by week 24, as was assumed of standard treatment', () => {
  // P(fall < log 1/2) with mean −0.84 and sd 0.86 is Φ(0.1708) = 0.568; noise of 0.12 at week 24 leaves 0.567.
  const found = share(({ person, course }) => course.upcrAt(24) < person.upcr / 2);
  assert.ok(near(found, 0.567), String(found));
});

test('at screening protein and creatinine are those of the person, but for the noise of the laboratory', () => {
  for (const { person, course } of many) {
    assert.ok(Math.abs(Math.log(course.upcrAt(0) / person.upcr)) < 5 * courseAssumptions.noise);
    assert.ok(Math.abs(Math.log(course.creatinineAt(0) / person.creatinine)) < 5 * courseAssumptions.noise);
  }
});

test('who leaves, stops or misses is about as many as assumed, and between week 2 and 21', () => {
  assert.ok(
    near(
      share(({ course }) => course.leavesInWeek !== undefined),
      courseAssumptions.leaves,
    ),
  );
  assert.ok(
    near(
      share(({ course }) => course.stopsTreatmentInWeek !== undefined),
      courseAssumptions.stopsTreatment,
    ),
  );
  assert.ok(
    near(
      share(({ course }) => course.misses('week 8')),
      courseAssumptions.missedVisit,
    ),
  );
  for (const { course } of many)
    for (const week of [course.leavesInWeek, course.stopsTreatmentInWeek])
      assert.ok(week === undefined || (week >= 2 && week <= 21));
});

test('prednisone is tapered in steps of 2.5 mg, never up, never below 5', () => {
  for (const { person, course } of many) {
    const doses = [0, 4, 8, 12, 16, 20, 24].map(course.prednisoneAt);
    assert.equal(doses[0], person.prednisone);
    for (const [index, dose] of doses.entries())
      assert.ok(dose >= 5 && (dose / 2.5) % 1 === 0 && dose <= (doses[index - 1] ?? dose));
  }
});

test('adverse events lie within the 24 weeks, in order, and some are serious', () => {
  const all = many.flatMap(({ course }) => course.adverseEvents);
  assert.ok(all.length > 1000 && all.some(({ serious }) => serious) && all.some(({ serious }) => !serious));
  for (const { course } of many)
    for (const [index, { day }] of course.adverseEvents.entries())
      assert.ok(day >= 1 && day < 168 && day > (course.adverseEvents[index - 1]?.day ?? 0));
});
