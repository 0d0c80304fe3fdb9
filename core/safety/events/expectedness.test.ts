import assert from 'node:assert/strict';
import test from 'node:test';
import type { EventGrade } from '#core/conduct/safety-file/safety-event.ts';
import { expectednessOf } from './expectedness.ts';
import { maskedWith, studyWith } from './given.ts';

const il2 = 'interleukin-2';
const entry = (more: string): string => `{ reference: [{ concept: injection-site-reaction${more} }] }`;
const said = (grade: EventGrade, term?: string) => (term === undefined ? { grade } : { grade, term });

/** The reference, the arm, the concept, grade and term of the event, and whether it is expected. Rules: ICH E2A II A 3. */
const rows = [
  ['{ grading: CTCAE v5.0 }', 'il-2', 'injection-site-reaction', said(1), 'false'],
  [entry(''), 'il-2', 'injection-site-reaction', said(1), 'true'],
  [entry(''), 'il-2', 'adverse-event', said(1), 'false'],
  ['{ reference: [{ concept: adverse-event }] }', 'il-2', 'injection-site-reaction', said(1), 'false'],
  [entry(''), 'il-2', 'injection-site-reaction', said(4), 'true'],
  [entry(''), 'il-2', 'injection-site-reaction', said(5), 'false'],
  [entry(', grade at most: 5'), 'il-2', 'injection-site-reaction', said(5), 'true'],
  [entry(', grade at most: 2'), 'il-2', 'injection-site-reaction', said(2), 'true'],
  [entry(', grade at most: 2'), 'il-2', 'injection-site-reaction', said(3), 'false'],
  [entry(`, product: ${il2}`), 'il-2', 'injection-site-reaction', said(1), 'true'],
  [entry(`, product: ${il2}`), 'msc', 'injection-site-reaction', said(1), 'false'],
  [entry(`, product: ${il2}`), undefined, 'injection-site-reaction', said(1), 'unknown'],
  [entry(''), undefined, 'injection-site-reaction', said(1), 'true'],
  [entry(', term: Erythema'), 'il-2', 'injection-site-reaction', said(1, 'erythema'), 'true'],
  [entry(', term: Erythema'), 'il-2', 'injection-site-reaction', said(1, 'Abscess'), 'false'],
  [entry(', term: Erythema'), 'il-2', 'injection-site-reaction', said(1), 'unknown'],
  [entry(', term: Erythema, grade at most: 1'), 'il-2', 'injection-site-reaction', said(2), 'false'],
] as const;
for (const [safety, arm, concept, answers, expected] of rows)
  test(`${safety}: ${concept} of grade ${answers.grade} in ${arm ?? 'an arm that is not known'} is expected: ${expected}`, () =>
    assert.equal(expectednessOf(studyWith(safety), arm, concept, answers), expected));

test('one of two entries is enough', () => {
  const study = studyWith(
    '{ reference: [{ concept: infection-event, term: Zoster, grade at most: 2 }, { concept: infection-event, grade at most: 1 }] }',
  );
  assert.equal(expectednessOf(study, 'il-2', 'infection-event', said(1, 'Cystitis')), 'true');
  assert.equal(expectednessOf(study, 'il-2', 'infection-event', said(2, 'Zoster')), 'true');
  assert.equal(expectednessOf(study, 'il-2', 'infection-event', said(2, 'Cystitis')), 'false');
});

test('masked, it is asked as if the product under study was given: a placebo decides nothing', () => {
  const cells = 'allogeneic bone marrow mesenchymal stem cells (MSV-allo)';
  const study = maskedWith(`reference: [{ product: "${cells}", concept: infusion-reaction, grade at most: 2 }]`);
  assert.equal(expectednessOf(study, undefined, 'infusion-reaction', said(2)), 'true');
  assert.equal(expectednessOf(study, undefined, 'infusion-reaction', said(3)), 'false');
});
