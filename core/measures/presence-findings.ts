import type { Truth } from '#core/quantities/truth.ts';
import type { Sitting } from './measure.ts';
import type { Evidence, Missing } from './measured.ts';
import { readLevel } from './read-level.ts';

/** Items that are present or absent, as they were answered: those that certainly are, those that may be, what says so. */
export interface PresenceFindings {
  readonly present: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

const presence = ['present', 'absent'] as const;

/** Reads items of an instrument; one that was not assessed may be present. */
export const presenceFindings = (instrument: string, items: readonly string[], sitting: Sitting): PresenceFindings => {
  const [present, possible] = [new Set<string>(), new Set<string>()];
  const [evidence, missing]: [Evidence[], Missing[]] = [[], []];
  for (const item of items) {
    const read = readLevel(`${instrument}.${item}`, presence, sitting);
    if (read.level === undefined) missing.push(read.missing);
    else if (read.level === 'present') {
      present.add(item);
      evidence.push(read.evidence);
    }
    if (read.level !== 'absent') possible.add(item);
  }
  return { present, possible, evidence, missing };
};

/**
 * What a rule comes to that never turns from true to false as more is present: it is decided by what certainly is
 * present and by all that may be.
 */
export const decideRising = (
  { present, possible }: Pick<PresenceFindings, 'present' | 'possible'>,
  holds: (items: ReadonlySet<string>) => boolean,
): Truth => {
  if (holds(present)) return 'true';
  return holds(possible) ? 'unknown' : 'false';
};
