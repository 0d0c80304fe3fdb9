/** docs/mutation.md names survivors with their reason: one a line, in blocks of plain text. */
import type { Survivor } from './mutants.ts';

const measures = 'core/measures/';

/** `say.ts: value === undefined → false`. Without the number of the line, which moves with every change above it. */
export const survivorName = ({ path, was, became }: Survivor): string =>
  `${path.startsWith(measures) ? path.slice(measures.length) : path}: ${was} → ${became}`;

const isOf = (name: string, folder: string): boolean =>
  name.startsWith('core/') ? name.startsWith(folder) : folder === measures;

/** The lines of all blocks that are fenced as text, as far as they are of a folder; those of the measures do not say so. */
export const namesIn = (page: string, folder: string): ReadonlySet<string> =>
  new Set(
    [...page.matchAll(/^```text\n(.*?)^```$/gms)]
      .flatMap(([, block = '']) => block.trimEnd().split('\n'))
      .filter((name) => isOf(name, folder)),
  );
