import {
  type BilagFinding,
  type BilagSeverity,
  everyChoice,
  mergeFindings,
  noFindings,
  sharedFinding,
} from './finding.ts';
import { gradedFinding, itemFindings } from './generic.ts';
import type { SystemInputs } from './inputs.ts';
import type { BilagAssessment } from './item-state.ts';
import type { RenalDialect } from './options.ts';
import { functionFindings } from './renal-function.ts';
import { pressureFindings } from './renal-pressure.ts';
import { proteinFindings } from './renal-protein.ts';

const sediment = gradedFinding(88, 3);
const nephritis = gradedFinding(89, 3);
const acceleratedHypertension = gradedFinding(80, 3);
const nephroticSyndrome = gradedFinding(85, 3);

const isSevere = ({ severity }: BilagFinding): boolean => severity === 3;

/** An A needs one of the first criteria of the list: protein, sediment, nephritis. */
const leading = 3;

const gradeCase = (parts: readonly BilagFinding[]): BilagFinding => {
  const reaching = (least: BilagSeverity): readonly BilagFinding[] => parts.filter(({ severity }) => severity >= least);
  const criteria = reaching(3);
  if (criteria.length >= 2 && parts.slice(0, leading).some(isSevere)) return sharedFinding(3, criteria);
  const moderate = reaching(2);
  if (moderate.length > 0) return sharedFinding(2, moderate);
  const mild = reaching(1);
  return sharedFinding(mild.length > 0 ? 1 : 0, mild);
};

/**
 * Renal: six criteria, of which two make an A when deteriorating proteinuria, active sediment or active nephritis is one
 * of them; any one alone makes a B, and so do proteinuria that does not fall and a rising creatinine; C for proteinuria
 * and for a rising blood pressure. What has risen or not fallen is so against the assessment immediately before.
 *
 * @source yee2010; checked against a port of the database program, whose differences are the dialect `access-vba`
 * @param previous the assessment immediately before; undefined when this is the first
 */
export const gradeRenal = (
  input: SystemInputs['input'],
  previous: BilagAssessment | undefined,
  dialect: RenalDialect,
): readonly BilagFinding[] => {
  const parts = [
    proteinFindings(input, previous, dialect),
    itemFindings(sediment, input),
    itemFindings(nephritis, input),
    itemFindings(acceleratedHypertension, input),
    functionFindings(input, previous, dialect),
    itemFindings(nephroticSyndrome, input),
    pressureFindings(input, previous),
  ];
  if (parts.every((part) => part === noFindings)) return noFindings;
  return mergeFindings(everyChoice(parts).map(gradeCase));
};
