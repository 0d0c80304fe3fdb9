import { or, type Truth } from '#core/quantities/truth.ts';
import type { Graded } from './grade.ts';
import { gradedFindings, unknownAmong } from './graded-findings.ts';
import { worstOf } from './worst-of.ts';

const findings = [
  'interruption or therapy indicated',
  'prophylaxis up to 24 hours indicated',
  'not rapidly responsive',
  'recurrence after improvement',
  'hospitalization indicated',
  'life-threatening',
  'died',
] as const;

type InfusionFinding = (typeof findings)[number];

/** What was found of a reaction to an infusion, each true, false or not known. */
export type InfusionReaction = Readonly<Record<InfusionFinding, Truth>>;

/**
 * Grades a reaction to an infusion that took place, 1 to 5; a mild transient one, for which nothing was indicated, is 1.
 * A reaction that did not respond promptly, came back or led to hospital is 3, whatever was given for it.
 *
 * @source ctcae5, "Injury, poisoning and procedural complications"
 */
export const gradeInfusionReaction = (reaction: InfusionReaction): Graded<InfusionFinding> => {
  const possible = worstOf(
    [
      {
        grade: 2,
        holds: or([reaction['interruption or therapy indicated'], reaction['prophylaxis up to 24 hours indicated']]),
      },
      {
        grade: 3,
        holds: or([
          reaction['not rapidly responsive'],
          reaction['recurrence after improvement'],
          reaction['hospitalization indicated'],
        ]),
      },
      { grade: 4, holds: reaction['life-threatening'] },
      { grade: 5, holds: reaction.died },
    ],
    1,
  );
  const scale = { scale: 'CTCAE', version: 'v5.0' } as const;
  return gradedFindings(
    scale,
    'infusion related reaction',
    possible,
    [1, 2, 3, 4, 5],
    unknownAmong(findings, reaction),
  );
};
