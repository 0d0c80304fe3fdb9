/** Writes contract/study.schema.json, by which editors complete and check study.yaml. Run: node tools/schema.ts */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { studyJsonSchema } from '#core/study/schema-keys.ts';

const path = 'contract/study.schema.json';
writeFileSync(path, JSON.stringify(studyJsonSchema(), null, 2));
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', path]);
console.log(`${path} written`);
