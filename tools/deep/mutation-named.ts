/** docs/mutation.md names each survivor of the measures with its reason: one a line, in blocks of plain text. */
import type { Survivor } from './mutants.ts';

const folder = 'core/measures/';

/** `say.ts: value === undefined → false`. Without the number of the line, which moves with every change above it. */
export const survivorName = ({ path, was, became }: Survivor): string =>
  `${path.startsWith(folder) ? path.slice(folder.length) : path}: ${was} → ${became}`;

/** The lines of all blocks that are fenced as text. */
export const namesIn = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/^```text\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trimEnd().split('\n')));
