import type { PossibleGrade, SystemGrade } from './grade-bilag.ts';
import type { BilagGrade, BilagSystem } from './systems.ts';

const isInactive = (grade: BilagGrade): boolean => grade === 'D' || grade === 'E';

const reasonsOf = ({ reasons }: PossibleGrade): string => {
  const said = [...new Set(reasons.map(({ rule }) => rule))].join('; ');
  return said === '' ? '' : ` (${said})`;
};

/**
 * "renal A (deteriorating proteinuria; active urinary sediment)", "renal B/C" where it is not known which; empty for a
 * system that is certainly inactive.
 */
export const explainSystem = (system: BilagSystem, { possible }: SystemGrade): string => {
  if (possible.every(({ grade }) => isInactive(grade))) return '';
  const grades = possible.map(({ grade }) => grade).join('/');
  return `${system} ${grades}${possible.length === 1 ? possible.map(reasonsOf).join('') : ''}`;
};
