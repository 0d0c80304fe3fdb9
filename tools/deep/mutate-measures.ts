/**
 * Mutation runs over the measures: every file of core/measures that has tests beside it, one at a time. Prints a score
 * for each and for all, and the survivors that docs/mutation.md does not name yet. Fails below 85 %.
 *
 *   node tools/deep/mutate-measures.ts               all
 *   node tools/deep/mutate-measures.ts sledai-2k bilag/renal bilag
 */
import { mutateFolder } from './mutate-folder.ts';

const measures = {
  folder: 'core/measures/',
  /** Texts for people: what they say in numbers is tested by their worked examples, their wording by nobody. */
  leftOut: 'core/measures/guides/',
  /** What a measure promises of itself (title, unit, limits, source) is looked at for all measures in one place. */
  heldBy: ['core/measures/catalogue.test.ts'],
  least: 85,
};

if (!(await mutateFolder(measures, process.argv.slice(2)))) process.exitCode = 1;
