/**
 * Runs the tests that a mutant has to be noticed by, in one process, up to the first that fails.
 *
 *   node tools/deep/mutation-tests.ts core/measures/sdi.test.ts core/measures/catalogue.test.ts
 *
 * Properties draw the same examples each time, so that a score can be had again, and look for no smaller example.
 */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { run } from 'node:test';

// What was compiled for the first mutant of a file serves all others. It goes away with the copy that Stryker works in.
enableCompileCache(resolve('.stryker-tmp/compiled'));

const { default: fc } = await import('fast-check');
fc.configureGlobal({ seed: 1, endOnFailure: true });

let passed = 0;
const end = (problem: string): never => {
  console.error(problem);
  process.exit(1);
};
run({ files: process.argv.slice(2), isolation: 'none' })
  .on('test:fail', ({ name, details }) => end(`${name}: ${details.error.message}`))
  .on('test:pass', () => {
    passed += 1;
  })
  .on('end', () => {
    if (passed === 0) end('no test was run');
  })
  .resume();
