import { type BilagFinding, type BilagSeverity, everyChoice, foundBy, mergeFindings } from './finding.ts';
import { levelsOf, type SystemInputs } from './inputs.ts';
import type { BilagAssessment } from './item-state.ts';
import { bilagItem } from './items.ts';
import type { RenalDialect } from './options.ts';
import { functionFindings } from './renal-function.ts';
import { pressureFindings } from './renal-pressure.ts';
import { proteinFindings } from './renal-protein.ts';

const yesFindings = (item: number, input: SystemInputs['input']): readonly BilagFinding[] =>
  levelsOf(input(item), 1).map((yes) => foundBy(yes === 1 ? 3 : 0, bilagItem(item).label, [item]));

const isSevere = ({ severity }: BilagFinding): boolean => severity === 3;

/** An A needs one of the first criteria of the list: protein, sediment, nephritis. */
const leading = 3;

const gradeCase = (parts: readonly BilagFinding[]): BilagFinding => {
  const reaching = (least: BilagSeverity): readonly BilagFinding[] => parts.filter(({ severity }) => severity >= least);
  const madeBy = (severity: BilagSeverity, deciding: readonly BilagFinding[]): BilagFinding => ({
    severity,
    branches: deciding.flatMap(({ branches }) => branches),
  });
  const criteria = reaching(3);
  if (criteria.length >= 2 && parts.slice(0, leading).some(isSevere)) return madeBy(3, criteria);
  const moderate = reaching(2);
  if (moderate.length > 0) return madeBy(2, moderate);
  const mild = reaching(1);
  return madeBy(mild.length > 0 ? 1 : 0, mild);
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
): readonly BilagFinding[] =>
  mergeFindings(
    everyChoice([
      proteinFindings(input, previous, dialect),
      yesFindings(88, input),
      yesFindings(89, input),
      yesFindings(80, input),
      functionFindings(input, previous, dialect),
      yesFindings(85, input),
      pressureFindings(input, previous),
    ]).map(gradeCase),
  );
