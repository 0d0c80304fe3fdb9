/** Writes the page of open questions beside every study.yaml under trials/. Run: node tools/questions.ts */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import { writeQuestionsPage } from '#core/study/questions-page.ts';

const studies = globSync('trials/*/study.yaml').sort();
if (studies.length === 0) throw new Error('no study.yaml was found under trials/');
for (const path of studies) {
  const { study, findings } = readStudy(readFileSync(path, 'utf8'));
  if (study === undefined) throw new Error(`${path}:${findings[0].line}: ${findings[0].what}`);
  const page = path.replace(/study\.yaml$/, 'questions.md');
  writeFileSync(page, writeQuestionsPage(study.definition));
  console.log(`${page.replaceAll('\\', '/')} written`);
}
