import { or, type Truth } from '#core/quantities/truth.ts';
import type { Graded } from './grade.ts';
import { gradedFindings, unknownAmong } from './graded-findings.ts';
import { worstOf } from './worst-of.ts';

const findings = [
  'fever',
  'hypotension responding to fluids',
  'hypotension managed with one vasopressor',
  'hypoxia responding to less than 40 % oxygen',
  'hypoxia requiring 40 % oxygen or more',
  'life-threatening',
  'died',
] as const;

type CytokineFinding = (typeof findings)[number];

/** Findings that the treating physician attributes to the release of cytokines. */
export type CytokineFindings = Readonly<Record<CytokineFinding, Truth>>;

/**
 * Grades cytokine release syndrome by CTCAE, 0 to 5. More than one vasopressor, or ventilation, is not named by this
 * scale: it counts where it is judged life-threatening. Not to be mixed with grades of ASTCT.
 *
 * @source ctcae5, "Immune system disorders"
 */
export const gradeCytokineReleaseByCtcae = (found: CytokineFindings): Graded<CytokineFinding> => {
  const possible = worstOf(
    [
      { grade: 1, holds: found.fever },
      {
        grade: 2,
        holds: or([found['hypotension responding to fluids'], found['hypoxia responding to less than 40 % oxygen']]),
      },
      {
        grade: 3,
        holds: or([found['hypotension managed with one vasopressor'], found['hypoxia requiring 40 % oxygen or more']]),
      },
      { grade: 4, holds: found['life-threatening'] },
      { grade: 5, holds: found.died },
    ],
    0,
  );
  const scale = { scale: 'CTCAE', version: 'v5.0' } as const;
  const reachable = [0, 1, 2, 3, 4, 5] as const;
  return gradedFindings(scale, 'cytokine release syndrome', possible, reachable, unknownAmong(findings, found));
};
