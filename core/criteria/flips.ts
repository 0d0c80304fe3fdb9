import type { Day } from '#core/quantities/civil-date.ts';
import { not } from '#core/quantities/truth.ts';
import type { Proof } from './proof.ts';

const daysIn = (proof: Proof): readonly Day[] =>
  proof.parts.length > 0 ? proof.parts.flatMap(daysIn) : proof.changesOn === undefined ? [] : [proof.changesOn];

/**
 * The days on which a window inside an answer would have passed all that it holds now, all records staying as they are;
 * the earliest first. None where no window decides, or where what it holds goes on.
 */
export const turningDays = (proof: Proof): readonly Day[] => [...new Set(daysIn(proof))].toSorted((a, b) => a - b);

const mostQuestions = 24;

/**
 * The first day on which the answer is certainly the opposite, asked again on every day on which a window turns: what
 * began later may have come into another window by then. Undefined when there is none, or when nobody can know.
 */
export const flipsOn = (proof: Proof, askOn: (day: Day) => Proof): Day | undefined => {
  if (proof.truth === 'unknown') return undefined;
  const wanted = not(proof.truth);
  let open = turningDays(proof);
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const [day, ...later] = open;
    if (day === undefined) return undefined;
    const then = askOn(day);
    if (then.truth === wanted) return day;
    const more = turningDays(then).filter((each) => each > day);
    open = [...new Set([...later, ...more])].toSorted((a, b) => a - b);
  }
  return undefined;
};
