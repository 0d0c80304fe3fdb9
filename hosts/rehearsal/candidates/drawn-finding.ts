import { findings, standardResponse } from './assumed-numbers.ts';
import type { Candidate } from './candidate.ts';

const rows = new Map(findings.map((row) => [row[0], row]));
const response = 'standard-treatment-response';

/** Whether an answer of a closed list is drawn by a chance of its own. */
export const isDrawnFinding = (id: string): boolean => id === response || rows.has(id);

/** An answer that hangs on nothing but its own chance, the same wherever it is asked; undefined for any other. */
export const drawnFinding = ({ draws }: Candidate, id: string): string | undefined => {
  if (id === response) return draws('standard response').weighted(standardResponse.value);
  const [, answer, chance, otherwise] = rows.get(id) ?? [];
  if (answer === undefined || chance === undefined) return undefined;
  return draws(`finding ${id}`).chance(chance) ? answer : otherwise;
};
