import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';

/** The study of a file, which must compile. */
export const compileFile = (path: string): Study => {
  const { study, findings } = readStudy(readFileSync(path, 'utf8'));
  return study ?? assert.fail(`${path}: ${JSON.stringify(findings[0])}`);
};

/** Criteria by id: what they include, or with `not` before, exclude. */
export type Planted = Readonly<Record<string, string>>;

const criteriaText = (planted: Planted, kind: 'include' | 'exclude'): string => {
  const rows = Object.entries(planted)
    .filter(([, rule]) => rule.startsWith('not: ') === (kind === 'exclude'))
    .map(
      ([id, rule]) => `\n    - { id: ${id}, title: Planted ${id}, rule: ${JSON.stringify(rule.replace('not: ', ''))} }`,
    );
  return rows.length === 0 ? `  ${kind}: []\n` : `  ${kind}:${rows.join('')}\n`;
};

/** The trial that comes with the program with these criteria alone, and these measures beside its own at screening. */
export const plantStudy = (planted: Planted, measures: readonly string[] = []): Study => {
  const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
  const [start, end] = [text.indexOf('\neligibility:\n'), text.indexOf('\ndefinitions:\n')];
  assert.ok(start > 0 && end > start);
  const criteria = `\neligibility:\n${criteriaText(planted, 'include')}${criteriaText(planted, 'exclude')}`;
  const asked = `activities:\n  - { id: planted, title: Planted, measures: [${measures.join(', ')}], visits: [screening] }\n`;
  const edited = `${text.slice(0, start)}${criteria}${text.slice(end)}`;
  const { study, findings } = readStudy(measures.length === 0 ? edited : edited.replace('activities:\n', asked));
  return study ?? assert.fail(JSON.stringify(findings[0]));
};
