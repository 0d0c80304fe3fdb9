import assert from 'node:assert/strict';
import test from 'node:test';
import { acceptItem, itemsOf } from '#core/conduct/accept-item.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { drawCourse } from './disease-course.ts';
import { answerItem } from './form-answers.ts';
import { compileShipped } from './given.ts';
import { drawPerson } from './virtual-person.ts';

const study = compileShipped();
const secret = secretFromSeed(7);
const people = Array.from({ length: 60 }, (_, index) => {
  const person = drawPerson(secret, String(index));
  return { person, course: drawCourse(secret, person) };
});

test('every item that the study schedules is answered, and the form accepts every answer', () => {
  let answers = 0;
  for (const { id: visit, day } of study.definition.visits)
    for (const { id: section, visits } of study.definition.activities) {
      if (!visits.includes(visit)) continue;
      const items = itemsOf(study, section);
      assert.ok(items.size > 0, section);
      for (const one of people)
        for (const item of items.values()) {
          const answer = answerItem(item, { ...one, visit, week: Math.max(0, day / 7) });
          assert.equal(acceptItem(answer, items), undefined, JSON.stringify(answer));
          answers += 1;
        }
    }
  assert.ok(answers > 10_000, String(answers));
});

test('every item of the catalogue has an answer, scheduled by this study or not', () => {
  const [one] = people;
  for (const { instrument } of catalogue)
    for (const item of instrument?.items ?? []) {
      const answer = answerItem(item, { ...(one ?? assert.fail()), visit: 'week 4', week: 4 });
      assert.equal(acceptItem(answer, new Map([[item.id, item]])), undefined, item.id);
    }
});

test('some results are not done, and not only the collection of urine', () => {
  const [laboratory = new Map()] = ['kidney', 'safety laboratory'].map((section) => itemsOf(study, section));
  const missing = people.flatMap((one) =>
    [...laboratory.values()]
      .filter((item) => answerItem(item, { ...one, visit: 'week 8', week: 8 }).value === 'not done')
      .map(({ id }) => id),
  );
  assert.ok(new Set(missing).size >= 2, missing.join());
});

test('an item that nobody taught it is an error that names it', () => {
  const item = { id: 'shoe-size', label: 'Shoe size', answer: { type: 'whole number', least: 1, most: 60 } } as const;
  assert.throws(
    () => answerItem(item, { ...(people[0] ?? assert.fail()), visit: 'week 4', week: 4 }),
    /no answer to shoe-size/,
  );
});

test('a weight is always taken: a dose by weight hangs on it', () => {
  const weight = itemsOf(study, 'body').get('weight') ?? assert.fail();
  for (let index = 0; index < 1000; index += 1) {
    const person = drawPerson(secret, String(index));
    const sitting = { person, course: drawCourse(secret, person), visit: 'baseline', week: 0 };
    assert.equal(answerItem(weight, sitting).unit, 'kg');
  }
});
