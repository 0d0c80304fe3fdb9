import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  adverseEvent,
  all,
  cleanCourse,
  courses,
  day,
  dossierOf,
  type Edit,
  kindsAfter,
  kindsOf,
  recorded,
  saidAfter,
  serious,
  stopped,
  until,
  withItem,
  without,
} from './given.ts';
import { rulesMet } from './safety-rule-deviations.ts';

type Name = keyof typeof courses;
const reaction = (n: number): Edit => added(n, adverseEvent('infusion-reaction', day(n), { attributes: serious }));
const notGiven = (from: number): readonly Edit[] => [
  without('dose given', ({ number }) => number >= from),
  without('dose prepared', ({ number }) => number >= from),
];

/**
 * NCT04318600 has infusions on days 0, 28 and 56. R1 stops for a positive pregnancy test at those visits, R2 for a severe
 * reaction, asked at weeks 4 and 8; R3 and R5 interrupt, R4 asks for a review.
 */
const rows: readonly (readonly [what: string, from: Name, edits: readonly Edit[], expected: readonly string[]])[] = [
  [
    'a positive test before the second infusion',
    'infusions',
    [withItem('week 4', 'urine-hCG', 'positive')],
    ['dose after a stopping rule'],
  ],
  [
    'the same, and nothing was given',
    'infusions',
    [withItem('week 4', 'urine-hCG', 'positive'), ...notGiven(2), added(28, stopped(28))],
    [],
  ],
  ['a severe reaction to the first infusion', 'infusions', [reaction(1)], ['dose after a stopping rule']],
  ['to the third: no infusion is left', 'infusions', [reaction(56)], []],
  ['to the second, on its day: the third is one too many', 'infusions', [reaction(28)], ['dose after a stopping rule']],
  ['to the second, and no third', 'infusions', [reaction(28), ...notGiven(3), added(30, stopped(30))], []],
  ['a reaction that is not severe', 'infusions', [added(1, adverseEvent('infusion-reaction', day(1)))], []],
  [
    'a reaction of which that is not known',
    'infusions',
    [added(1, adverseEvent('infusion-reaction', day(1), { attributes: { serious: false, related: true } }))],
    [],
  ],
  ['liver enzymes at an infusion', 'infusions', [withItem('week 8', 'AST', '121')], ['dose despite an interruption']],
  ['liver enzymes just at the limit', 'infusions', [withItem('week 8', 'AST', '105')], []],
  ['liver enzymes at a visit without infusion', 'infusions', [withItem('week 12', 'AST', '200')], []],
  ['creatinine: a review stops nothing', 'infusions', [withItem('week 4', 'creatinine', '1.4')], []],
  [
    'a serious infection, and tablets dispensed',
    'tablets',
    [added(80, adverseEvent('infection-event', day(80), { attributes: serious }))],
    ['dose despite an interruption'],
  ],
  [
    'the infection began on the day of the visit',
    'tablets',
    [added(364, adverseEvent('infection-event', day(364), { attributes: serious }))],
    [],
  ],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('a stopping rule is one deviation, with the first dose after it and the number of the others', () => {
  const said = saidAfter('infusions', withItem('baseline', 'urine-hCG', 'positive'));
  assert.equal(said.length, 1);
  assert.match(
    said[0] ?? '',
    /^Dose 1 of cell-infusion was given on 2026-06-01, and 2 more after it, though rule R1 \(Pregnancy\) held at visit baseline on 2026-06-01: urine-hCG = positive holds/,
  );
});

test('a rule that names its own point is asked at the last visit that it names', () => {
  const course = cleanCourse('nct03673748', 'cells');
  const infected = added(-14, recorded('condition', 'pneumonia', day(-3), 'ongoing'));
  const active = all(infected)({ ...course, steps: course.steps });
  const known = active.steps.map((step) =>
    step.event.type === 'history recorded'
      ? {
          ...step,
          event: {
            ...step.event,
            records: step.event.records.map((each) => ({ ...each, attributes: { active: true } })),
          },
        }
      : step,
  );
  const met = rulesMet(dossierOf({ ...active, steps: known }), 'interrupt treatment');
  assert.deepEqual(
    met.map(({ rule, visit }) => [rule.of.id, visit.plan.id]),
    [['no-infusion', 'baseline']],
  );
  assert.ok(kindsOf({ ...active, steps: known }).includes('dose despite an interruption'));
  assert.ok(!kindsOf(course).includes('dose despite an interruption'));
});

test('before allocation no rule is asked, and a study without rules has none', () => {
  assert.deepEqual(
    rulesMet(
      dossierOf(all(withItem('screening', 'urine-hCG', 'positive'), until(-1))(courses.infusions)),
      'stop treatment',
    ),
    [],
  );
  assert.deepEqual(rulesMet(dossierOf(courses.cells), 'stop treatment'), []);
});
