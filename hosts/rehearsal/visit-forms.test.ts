import assert from 'node:assert/strict';
import test from 'node:test';
import { smallStudy } from './given.ts';
import { planForms } from './visit-forms.ts';

test('each visit has the sections that are asked there, in the order of the study, on its own day', () => {
  const study = smallStudy([
    'UPCR], visits: [screening, baseline, week 1, week 2, week 4]',
    'UPCR], visits: [baseline, week 4]',
  ]);
  const forms = [...planForms(study).values()].map(({ visit, day, sections, judgements }) => {
    const asked = sections.map(({ id, items }) => `${id}(${items.map(({ item }) => item.id).join()})`);
    return [visit, day, asked.join(' '), judgements.length];
  });
  assert.deepEqual(forms, [
    ['screening', -7, 'body(weight)', 0],
    ['baseline', 0, 'body(weight) kidney(creatinine,UPCR)', 0],
    ['week 1', 7, 'body(weight)', 0],
    ['week 2', 14, 'body(weight)', 0],
    ['week 4', 28, 'body(weight) kidney(creatinine,UPCR)', 0],
  ]);
});

test('what is judged is asked at the visits of its sentence', () => {
  const study = smallStudy([
    'rule: age at consent >= 1 years',
    'rule: judged "fit" at screening or judged "fit" at baseline',
  ]);
  const judged = [...planForms(study)].flatMap(([visit, { judgements }]) =>
    judgements.map(({ text }) => `${visit}: ${text}`),
  );
  assert.deepEqual(judged, ['screening: fit', 'baseline: fit']);
});
