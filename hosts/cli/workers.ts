import { availableParallelism } from 'node:os';
import type { ExitCode } from './exit-code.ts';
import { type Session, unusable } from './session.ts';

const most = 64;

/** How many processes work at once, as it was written; the cores of the machine unless said. */
export const workersOf = (written: string | undefined, session: Session): { readonly workers: number } | ExitCode => {
  if (written === undefined) return { workers: Math.min(most, availableParallelism()) };
  const workers = Number(written);
  if (/^\d{1,2}$/.test(written) && workers >= 1 && workers <= most) return { workers };
  return unusable(session, `--workers ${written} is no number of workers`, `Write a whole number from 1 to ${most}.`);
};

/** Whole numbers that differ by one at most and add up to `total`, none of them 0. */
export const shareOut = (total: number, parts: number): readonly number[] => {
  const shares = Math.min(total, parts);
  return Array.from({ length: shares }, (_, part) => Math.floor((total + part) / shares));
};
