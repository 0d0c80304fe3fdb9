import { type ByLevel, madeOf } from './by-level.ts';
import { type BilagFinding, type BilagSeverity, everyChoice, mergeFindings, noFindings } from './finding.ts';
import type { SystemInputs } from './inputs.ts';
import { bilagItem } from './items.ts';

const fever = 1;

/** An item with 0 not present, 1 improving, 2 the same or worse or new: the rule makes no other difference. */
interface ItemStep {
  readonly item: number;
  readonly step: number;
}

const stepsOf = (item: number): ByLevel<ItemStep> => {
  const active = [{ item, step: 2 }];
  return [[{ item, step: 0 }], [{ item, step: 1 }], active, active, active];
};

const items = [fever, 2, 3, 4].map((item) => ({ item, byLevel: stepsOf(item) }));

const findingOf = (severity: BilagSeverity, from: readonly number[]): BilagFinding => ({
  severity,
  branches: from.map((item) => ({ rule: bilagItem(item).label, items: [item] })),
});

const gradeSteps = (steps: readonly ItemStep[]): BilagFinding => {
  const reaching = (least: number): readonly number[] =>
    steps.filter(({ step }) => step >= least).map(({ item }) => item);
  const active = reaching(2);
  const isFever = active.includes(fever);
  const others = active.filter((item) => item !== fever);
  if (isFever && others.length >= 2) return findingOf(3, active);
  if (others.length >= 2) return findingOf(2, others);
  if (isFever) return findingOf(2, [fever]);
  const present = reaching(1);
  return findingOf(present.length > 0 ? 1 : 0, present);
};

const distinct = <T>(made: readonly T[]): readonly T[] => (made.length === 1 ? made : [...new Set(made)]);

const isResting = (steps: readonly ItemStep[]): boolean => steps.every(({ step }) => step === 0);

/**
 * Constitutional: A when fever and at least two of weight loss, enlarged nodes or spleen, and anorexia are the same,
 * worse or new; B when the fever alone or two of the three alone are; C when any of the four is present.
 *
 * @source yee2010; checked against another implementation
 */
export const gradeConstitutional = (input: SystemInputs['input']): readonly BilagFinding[] => {
  const parts = items.map(({ item, byLevel }) => distinct(madeOf(byLevel, input(item))));
  if (parts.every(isResting)) return noFindings;
  return mergeFindings(everyChoice(parts).map(gradeSteps));
};
