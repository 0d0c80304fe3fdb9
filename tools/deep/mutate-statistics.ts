/**
 * Mutation runs over the statistics: every file of core/statistics that has tests beside it, one at a time. Prints a score
 * for each and for all, and the survivors that docs/mutation.md does not name yet. Fails below 80 %.
 *
 *   node tools/deep/mutate-statistics.ts               all, some hours on two cores
 *   node tools/deep/mutate-statistics.ts tests intervals survival/cox
 */
import { mutateFolder } from './mutate-folder.ts';

const statistics = { folder: 'core/statistics/', heldBy: [], least: 80 };

if (!(await mutateFolder(statistics, process.argv.slice(2)))) process.exitCode = 1;
