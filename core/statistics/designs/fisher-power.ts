import { binomialProbabilities } from '../distributions/binomial.ts';
import { testFisherExact } from '../tests/fisher-exact.ts';

/**
 * The exact chance that Fisher's two-sided test (`fisher1935`) rejects at a level, with so many participants of each arm
 * and these chances of a response: the sum of the probabilities of all tables that it rejects. With equal chances it is
 * the size of the test, which lies below the level. Arms of 1 to 1,000; chances from 0 to 1; no rounding.
 */
export const computeFisherPower = (n1: number, p1: number, n0: number, p0: number, alpha: number): number => {
  const [weights1, weights0] = [binomialProbabilities(n1, p1), binomialProbabilities(n0, p0)];
  let power = 0;
  weights1.forEach((weight1, x1) => {
    weights0.forEach((weight0, x0) => {
      const test = testFisherExact({ events: x1, of: n1 }, { events: x0, of: n0 });
      if ('twoSided' in test && test.twoSided <= alpha) power += weight1 * weight0;
    });
  });
  return power;
};
