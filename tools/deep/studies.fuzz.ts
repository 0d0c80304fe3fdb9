/** 20,000 mutated study files: `node tools/deep/studies.fuzz.ts [seed]`. */
import { readFileSync } from 'node:fs';
import { reportFuzzed, seedOfRun } from './fuzzing.ts';
import { fuzzStudies } from './handle-study.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const seed = seedOfRun();
process.exitCode = reportFuzzed('studies', seed, fuzzStudies(text, 20_000, seed)) ? 0 : 1;
