import assert from 'node:assert/strict';
import test from 'node:test';
import { relativeSpecifiers } from './types.ts';

/** The import as it was written, the file in which it stands, and as it is written in the declarations. */
const rows: readonly (readonly [written: string, path: string, expected: string])[] = [
  ["from '#core/quantities/range.ts'", 'core/measures/measure.d.ts', "from '../quantities/range.js'"],
  ["from '#core/measures/measure.ts'", 'contract/measures.d.ts', "from '../core/measures/measure.js'"],
  ["from '#core/measures/say.ts'", 'core/measures/age.d.ts', "from './say.js'"],
  ['import("./instrument.ts").Item', 'core/measures/measure.d.ts', 'import("./instrument.js").Item'],
  ["from '../lexicon.ts'", 'core/criteria/analysis/case.d.ts', "from '../lexicon.js'"],
  ["from 'zod'", 'core/study/schema.d.ts', "from 'zod'"],
  ["'a text that ends in .ts'", 'core/study/schema.d.ts', "'a text that ends in .ts'"],
];
for (const [written, path, expected] of rows)
  test(`${written} in ${path}`, () => assert.equal(relativeSpecifiers(written, path), expected));
