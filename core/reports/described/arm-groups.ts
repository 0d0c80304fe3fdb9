/** The columns of a table by arm: the arms, and everybody where there are several. */
export interface ArmGroup {
  readonly id: string;
  readonly holds: (arm: string) => boolean;
}

/** All participants together, beside their arms. */
const everybody = 'all';

/** One group for each arm that is told, and one for all of them. */
export const armGroups = (arms: readonly { readonly id: string }[]): readonly ArmGroup[] => [
  ...arms.map(({ id }) => ({ id, holds: (arm: string) => arm === id })),
  ...(arms.length < 2 ? [] : [{ id: everybody, holds: () => true }]),
];
