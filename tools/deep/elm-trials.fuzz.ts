/** Every sentence of every trial, asked of 10,000 people near its limits: by proofs, and by cql-execution on its ELM. */
import { globSync, readFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import { compareTrial } from '../elm/compare-trial.ts';

const people = 10_000;

for (const path of globSync('trials/nct*/study.yaml').toSorted()) {
  const { study } = readStudy(readFileSync(path, 'utf8'));
  if (study === undefined) throw new Error(`${path} does not compile`);
  const { asked, unheld, statements, refused, differences } = await compareTrial(study, people);
  const beyond = refused.flatMap(([name, construct]) => (construct === 'number beyond Integer' ? [name] : []));
  const left = `${refused.length} sentences are no conditions or${beyond.length === 0 ? '' : ` (${beyond.join(', ')})`} beyond Integer`;
  console.log(
    `${path}: ${asked} people (${unheld} not held), ${statements.length} statements, ${differences.length} differences; ${left}`,
  );
  for (const difference of differences.slice(0, 10)) console.log(`  ${difference}`);
  if (differences.length > 0) process.exitCode = 1;
}
