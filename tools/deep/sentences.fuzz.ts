/** 20,000 mutated sentences: `node tools/deep/sentences.fuzz.ts [seed]`. */
import { readFileSync } from 'node:fs';
import { readStudy } from '#core/study/compile-study.ts';
import { reportFuzzed, seedOfRun } from './fuzzing.ts';
import { fuzzSentences } from './handle-sentence.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const { study } = readStudy(text);
if (study === undefined) throw new Error('the study to mutate cannot be read');
const seed = seedOfRun();
process.exitCode = reportFuzzed('sentences', seed, fuzzSentences(text, study, 20_000, seed)) ? 0 : 1;
