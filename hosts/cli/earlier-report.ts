import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that a report of this program in a folder says are its own; undefined where there is none. */
export const earlierReport = (folder: string): ReadonlySet<string> | undefined => {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, 'contents.json'), 'utf8'));
    if (typeof found !== 'object' || found === null || !('report' in found && 'sha256' in found)) return undefined;
    return new Set([...Object.keys(Object(found.sha256)), 'contents.json']);
  } catch {
    return undefined;
  }
};
