/** What a page in a browser needs to read, check, ask and explain sentences, with every measure of the catalogue. */
import { checkFormula } from '#core/criteria/check.ts';
import { compileCondition } from '#core/criteria/compile.ts';
import { compileValue } from '#core/criteria/compile-value.ts';
import { concepts } from '#core/criteria/concepts.ts';
import { explain } from '#core/criteria/explain.ts';
import { flipsOn } from '#core/criteria/flips.ts';
import { inWords } from '#core/criteria/in-words.ts';
import { minimalNeeds } from '#core/criteria/needs.ts';
import { printFormula } from '#core/criteria/print.ts';
import { readFormula, readRule } from '#core/criteria/read.ts';
import { ageBy } from '#core/measures/age.ts';
import { catalogue } from '#core/measures/catalogue.ts';

export const language = {
  ageBy,
  catalogue,
  checkFormula,
  compileCondition,
  compileValue,
  concepts,
  explain,
  flipsOn,
  inWords,
  minimalNeeds,
  printFormula,
  readFormula,
  readRule,
};
