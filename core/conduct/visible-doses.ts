import type { StudyDefinition } from '#core/study/schema.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import type { Participant } from './participant.ts';

/**
 * What the giving of doses tells of the arm: all of it in an open design; nothing where every dose has one in each other
 * arm that looks like it; and all of it again where it has not, so that it is kept from those who are masked.
 */
export type Looks = 'open' | 'alike' | 'unlike';

/** The name under which those who are masked know a dose: a placebo goes by that of what it looks like. */
export const visibleName = (dose: DoseDefinition): string => dose['placebo for'] ?? dose.id;

const visibleNames = ({ doses }: StudyDefinition['arms'][number]): string => doses.map(visibleName).toSorted().join();

export const looksOf = ({ design, arms }: StudyDefinition): Looks => {
  if (design.masking === 'open') return 'open';
  return new Set(arms.map(visibleNames)).size === 1 ? 'alike' : 'unlike';
};

/** A dose as whoever gives it sees it: that of the participant's arm, or, veiled, the one that all arms look like. */
export interface DoseView {
  readonly dose: DoseDefinition;
  readonly isVeiled: boolean;
}

/** The doses that a participant is to be given; none before the arm is known where they do not look alike. */
export const dosesFor = (definition: StudyDefinition, { arm }: Participant): readonly DoseView[] => {
  if (looksOf(definition) !== 'alike') {
    const own = definition.arms.find((each) => each.id === arm)?.doses ?? [];
    return own.map((dose) => ({ dose, isVeiled: false }));
  }
  const real = definition.arms.flatMap(({ doses }) => doses.filter((dose) => dose['placebo for'] === undefined));
  return real.map((dose) => ({ dose, isVeiled: true }));
};

/** What a participant of an arm is really given under a visible name. */
export const realDose = (
  definition: StudyDefinition,
  arm: string | undefined,
  name: string,
): DoseDefinition | undefined =>
  definition.arms.find((each) => each.id === arm)?.doses.find((dose) => visibleName(dose) === name);
