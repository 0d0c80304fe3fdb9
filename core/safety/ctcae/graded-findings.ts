import type { Truth } from '#core/quantities/truth.ts';
import type { Grade, Graded, ScaleUsed } from './grade.ts';
import { statusOf } from './worst-of.ts';

/** A grade by findings: which scale, for which event, what is possible and which findings would decide. */
export const gradedFindings = <Finding extends string>(
  scale: ScaleUsed,
  term: string,
  possible: readonly Grade[],
  reachable: readonly Grade[],
  unknown: readonly Finding[],
): Graded<Finding> => ({
  ...scale,
  term,
  rule: `${scale.scale} ${scale.version} ${term}/1`,
  status: statusOf(possible, reachable),
  possible,
  missing: possible.length > 1 ? unknown : [],
});

/** The names of the findings that are not known. */
export const unknownAmong = <Finding extends string>(
  names: readonly Finding[],
  findings: Readonly<Record<Finding, Truth>>,
): readonly Finding[] => names.filter((name) => findings[name] === 'unknown');
