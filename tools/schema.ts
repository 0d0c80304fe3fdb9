/**
 * Writes the JSON Schemas of contract/: study.schema.json, by which editors complete and check study.yaml, and
 * check.schema.json, of what `trialwright check --json` prints. Run: node tools/schema.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { checkAnswerSchema } from '#contract/check-answer.ts';
import { studyJsonSchema } from '#core/study/schema-keys.ts';

const written = { 'contract/study.schema.json': studyJsonSchema(), 'contract/check.schema.json': checkAnswerSchema() };
for (const [path, schema] of Object.entries(written)) {
  writeFileSync(path, JSON.stringify(schema, null, 2));
  execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', path]);
  console.log(`${path} written`);
}
