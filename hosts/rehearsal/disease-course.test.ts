import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { assumedCourse } from './assumed-course.ts';
import { drawCandidate } from './candidates/candidate.ts';
import { openDraws } from './candidates/draws.ts';
import { drawCourse } from './disease-course.ts';
import { scenarioWith, usualScenario } from './scenario.ts';

const drawsOf = openDraws(secretFromSeed(7));
const people = Array.from({ length: 1500 }, (_, index) => drawCandidate(String(index), drawsOf(index)));
const many = people.map((person) => ({ person, course: drawCourse(person, 'a', usualScenario) }));
type One = (typeof many)[number];
const share = (holds: (one: One) => boolean): number => many.filter(holds).length / many.length;
const near = (found: number, expected: number): boolean =>
  Math.abs(found - expected) < 4 * Math.sqrt((expected * (1 - expected)) / many.length);
const value = ({ course }: One, measure: string, weeks: number): number =>
  course.at(`week ${weeks}`, weeks).result(measure)?.value ?? assert.fail(measure);
const first = ({ person }: One, measure: string): number => person.result(measure)?.value ?? assert.fail(measure);

test('a course is drawn for the person alone, and asking twice gives the same', () => {
  const one = many[10] ?? assert.fail();
  const again = { ...one, course: drawCourse(one.person, 'a', usualScenario) };
  for (const weeks of [24, 0, 4, 24])
    for (const measure of ['UPCR', 'creatinine', 'C3', 'weight', 'protein-24h'])
      assert.equal(value(again, measure, weeks), value(one, measure, weeks));
});

test('about 57% halve their protein by week 24, as was assumed of standard treatment', () => {
  // P(fall < log 1/2) with mean −0.84, sd 0.86 and noise 0.12 is Φ(0.1469 / √(0.86² + 0.12²)) = 0.567.
  const found = share((one) => value(one, 'UPCR', 24) < first(one, 'UPCR') / 2);
  assert.ok(near(found, 0.567), String(found));
});

test('on day 0 a result is that of the person, but for the noise of the laboratory', () => {
  for (const one of many)
    for (const measure of ['UPCR', 'creatinine'])
      assert.ok(
        Math.abs(Math.log(value(one, measure, 0) / first(one, measure))) < 5 * assumedCourse.noise.value + 0.02,
      );
  assert.ok(many.every((one) => value(one, 'height', 24) === first(one, 'height')));
});

test('what goes with the activity of the disease follows the protein: albumin up, antibodies down', () => {
  const better = many.filter((one) => value(one, 'UPCR', 24) < first(one, 'UPCR') / 3);
  assert.ok(better.length > 400);
  const part = (measure: string, rises: boolean): number =>
    better.filter((one) => value(one, measure, 24) > first(one, measure) === rises).length / better.length;
  assert.ok(part('albumin', true) > 0.8, String(part('albumin', true)));
  assert.ok(part('C3', true) > 0.7);
  assert.ok(part('anti-dsDNA', false) > 0.7);
});

test('an effect moves the arm that it names and nobody else', () => {
  const scenario = scenarioWith({ effect: { a: -1 } });
  for (const person of people.slice(0, 50)) {
    const [without, moved, other] = [
      drawCourse(person, 'a', usualScenario),
      drawCourse(person, 'a', scenario),
      drawCourse(person, 'b', scenario),
    ].map((course) => course.at('week 24', 24).result('UPCR')?.value ?? assert.fail());
    assert.equal(other, without);
    assert.ok(Math.abs((moved ?? 0) - (without ?? 0) / Math.E) < 0.01);
  }
});

test('prednisone is tapered in steps of 2.5 mg, never up, and not below 5 mg', () => {
  const { course } = many[0] ?? assert.fail();
  const rows = [
    [40, 0, 40],
    [40, 4, 30],
    [40, 12, 10],
    [40, 24, 5],
    [20, 8, 10],
    [5, 24, 5],
    [2.5, 24, 2.5],
  ] as const;
  for (const [before, weeks, after] of rows) assert.equal(course.prednisoneAfter(before, weeks), after);
});
