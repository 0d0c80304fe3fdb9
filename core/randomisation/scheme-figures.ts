/** How likely an imbalance is after the last participant. */
export interface ImbalanceChance {
  readonly imbalance: number;
  readonly chance: number;
}

/**
 * What a scheme gives away, and how uneven it may end, for one list of so many participants.
 * The guesser knows who had which arm, and guesses the arm that is most behind its ratio, when tied one of them with equal
 * chances; where the ratio is not even, naming the largest arm every time may be right more often. A certain allocation is
 * one that could go only one way, given all that the method remembers, the size of the present block included: an observer
 * who does not know that is certain less often.
 */
export interface SchemeFigures {
  readonly participants: number;
  /** Expected share of correct guesses, 0 to 1. */
  readonly correctGuesses: number;
  /** Expected share of certain allocations, 0 to 1. */
  readonly certain: number;
  /** Expected imbalance at the end (`imbalanceOf`), in participants of an arm whose share is 1. */
  readonly meanImbalance: number;
  /** In ascending order; the chances sum to 1. */
  readonly imbalances: readonly ImbalanceChance[];
}

/** The chance of an imbalance of at least so much. */
export const chanceOfImbalance = ({ imbalances }: SchemeFigures, least: number): number =>
  imbalances.reduce((sum, { imbalance, chance }) => (imbalance >= least ? sum + chance : sum), 0);

/** The largest imbalance that can come about; from a simulation, the largest that did. */
export const largestImbalance = ({ imbalances }: SchemeFigures): number => imbalances.at(-1)?.imbalance ?? 0;

/** Adds up the chances of equal imbalances. */
export const gatherImbalances = (each: Iterable<ImbalanceChance>): readonly ImbalanceChance[] => {
  const chances = new Map<number, number>();
  for (const { imbalance, chance } of each) chances.set(imbalance, (chances.get(imbalance) ?? 0) + chance);
  return [...chances]
    .map(([imbalance, chance]) => ({ imbalance, chance }))
    .toSorted((a, b) => a.imbalance - b.imbalance);
};
