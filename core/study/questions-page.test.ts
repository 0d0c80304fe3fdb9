import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited } from './given.ts';
import { writeQuestionsPage } from './questions-page.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const page = (of: string): string => {
  const { study, findings } = readStudy(of);
  assert.ok(study, JSON.stringify(findings));
  return writeQuestionsPage(study.definition);
};

test('the page beside the trial is the one that its definition gives', () => {
  const written = readFileSync(new URL('../../trials/nct05631717/questions.md', import.meta.url), 'utf8');
  assert.equal(written, page(text), 'run: node tools/questions.ts');
});

test('each question is there once, in the section of its severity, in the order of the definition', () => {
  const { study } = readStudy(text);
  assert.ok(study);
  const asked = [...page(text).matchAll(/^### (.*)$/gm)].map(([, id]) => id);
  const by = (severity: string) =>
    study.definition.questions.filter((each) => each.severity === severity).map(({ id }) => id);
  assert.deepEqual(asked, [...by('error'), ...by('warning'), ...by('information')]);
  assert.equal([...page(text).matchAll(/^## /gm)].length, 3);
});

test('a question says what is asked, what is taken meanwhile, and what rests on it', () => {
  const start = page(text).indexOf('### S002-03');
  assert.equal(
    page(text).slice(start, page(text).indexOf('### S002-04')),
    [
      '### S002-03',
      'Is the cell dose 2×10^6 or 1×10^6 per kg?',
      'Taken meanwhile (A-03): The cell dose is 2×10^6 per kg; another copy of the record says 1×10^6',
      'Rests on it: `arms.doses msc-infusion`.\n\n',
    ].join('\n\n'),
  );
});

test('a question without assumption, and one that is answered, say so; marks of markdown are shown as written', () => {
  const first = 'questions:\n';
  const more =
    '  - { id: Q-1, severity: warning, ask: "Is *this* a [trap]?" }\n  - { id: Q-2, severity: warning, ask: "And this?", answer: "No" }\n';
  const changed = page(edited(text, first, first + more));
  assert.match(changed, /### Q-1\n\nIs \\\*this\\\* a \\\[trap\\\]\?\n\nNo assumption is taken\.\n\n### Q-2/);
  assert.match(changed, /### Q-2\n\nAnd this\?\n\nNo assumption is taken\.\n\nAnswered: No\n/);
});

test('the place in the record that raises a question stands beside it', () => {
  const first = 'questions:\n';
  const more = '  - { id: Q-1, severity: warning, ask: And this?, from: "primary[1].PR" }\n';
  const changed = page(edited(text, first, first + more));
  assert.match(changed, /### Q-1\n\nAnd this\?\n\nIn the record: `primary\[1\]\.PR`\.\n\nNo assumption/);
  assert.ok(!page(text).includes('In the record'));
});
