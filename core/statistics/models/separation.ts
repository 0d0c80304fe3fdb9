import { dot } from '../linear/matrix.ts';
import { type BinaryResponse, designOf } from './binary-response.ts';

// Margins below this share of the largest are rounding, or what a step has not yet lost of its finite part.
const tolerance = 1e-8;

/**
 * Whether a direction separates those who responded from those who did not: along it nobody's observed response becomes
 * less probable, and somebody's more. Then, and only then, is there no maximum of the logistic likelihood
 * (`albert1984`). Newton's steps turn into such a direction wherever there is one.
 */
export const separationTest = (data: BinaryResponse): ((direction: readonly number[]) => boolean) => {
  const design = designOf(data);
  return (direction) => {
    const margins = design.map((row, who) => (data.responses[who] === true ? 1 : -1) * dot(row, direction));
    const largest = Math.max(...margins);
    return largest > 0 && Math.min(...margins) >= -tolerance * largest;
  };
};
