/** 20,000 mutated sentences of a study, and 20,000 over the whole grammar: `node tools/deep/sentences.fuzz.ts [seed]`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import { reportFuzzed, seedOfRun } from './fuzzing.ts';
import { fuzzSentences } from './handle-sentence.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const { study } = readStudy(text);
if (study === undefined) throw new Error('the study to mutate cannot be read');
const seed = seedOfRun();
const isStudySound = reportFuzzed('sentences', seed, fuzzSentences(text, study, 20_000, seed));

/** Trees of the grammar are made by support of the tests, and so a test walks them. */
const grammar = spawnSync(process.execPath, ['--test', 'tools/deep/handle-grammar.test.ts'], {
  env: { ...process.env, GRAMMAR_RUNS: '20000', GRAMMAR_SEED: seed },
  encoding: 'utf8',
});
console.log(`grammar, seed ${seed}: ${grammar.status === 0 ? 'sound' : grammar.stdout}`);
process.exitCode = isStudySound && grammar.status === 0 ? 0 : 1;
