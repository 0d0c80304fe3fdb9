import { pageWidth } from './chart-page.ts';

/** A field of a page that several share: one for each arm. */
export interface Facet {
  readonly arm: string | undefined;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it stands at the left edge, where the axis is named. */
  readonly isFirst: boolean;
}

export interface FacetSizes {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** Between one row of fields and the next. */
  readonly below: number;
}

const gap = 46;

/** One field for each arm, at most three beside one another; one alone takes the whole width. */
export const facetsOf = (
  arms: readonly (string | undefined)[],
  { left, top, height, below }: FacetSizes,
): readonly Facet[] => {
  const across = arms.length > 3 ? 2 : Math.max(1, arms.length);
  const width = (pageWidth - 16 - left - (across - 1) * gap) / across;
  return arms.map((arm, index) => {
    const [column, row] = [index % across, Math.floor(index / across)];
    const [x, y] = [left + column * (width + gap), top + row * (height + below)];
    return { arm, left: x, right: x + width, top: y, bottom: y + height, isFirst: column === 0 };
  });
};

/** The arms that occur, in the order of the trial, then those that it does not name. */
export const armsThatOccur = (
  arms: readonly string[],
  found: readonly (string | undefined)[],
): readonly (string | undefined)[] => {
  const present = new Set(found);
  return [
    ...arms.filter((arm) => present.has(arm)),
    ...[...present].filter((arm) => arm === undefined || !arms.includes(arm)),
  ];
};
