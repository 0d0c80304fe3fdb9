import { element, through, titled, way } from './svg-element.ts';

type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'triangle down';

/** How an arm looks: by colour, and again by dashes and shape, for print in grey and for those who see colours alike. */
export interface ArmStyle {
  readonly colour: string;
  readonly dashes: string | undefined;
  readonly shape: MarkerShape;
  readonly isHollow: boolean;
}

/** Colours that remain apart for colour-blind readers (Okabe and Ito), without yellow, which white paper swallows. */
const styles: readonly [ArmStyle, ...ArmStyle[]] = [
  { colour: '#0072B2', dashes: undefined, shape: 'circle', isHollow: false },
  { colour: '#D55E00', dashes: '7 3', shape: 'square', isHollow: true },
  { colour: '#009E73', dashes: '2 3', shape: 'triangle', isHollow: false },
  { colour: '#CC79A7', dashes: '9 3 2 3', shape: 'diamond', isHollow: true },
  { colour: '#000000', dashes: '4 2', shape: 'triangle down', isHollow: false },
  { colour: '#56B4E9', dashes: '12 4', shape: 'cross', isHollow: false },
  { colour: '#E69F00', dashes: '1 2', shape: 'circle', isHollow: true },
];

/** The look of an arm by its place in the trial; of no arm, that of the first. More arms than looks begin again. */
export const armStyle = (arms: readonly string[], arm: string | undefined): ArmStyle => {
  const place = arm === undefined ? 0 : Math.max(0, arms.indexOf(arm));
  return styles[place % styles.length] ?? styles[0];
};

const cornersOf = (
  shape: Exclude<MarkerShape, 'circle' | 'cross'>,
  r: number,
): readonly (readonly [number, number])[] => {
  switch (shape) {
    case 'square':
      return [
        [-r, -r],
        [r, -r],
        [r, r],
        [-r, r],
      ].map(([x = 0, y = 0]) => [x * 0.9, y * 0.9]);
    case 'triangle':
      return [
        [0, -1.2 * r],
        [1.1 * r, 0.8 * r],
        [-1.1 * r, 0.8 * r],
      ];
    case 'triangle down':
      return [
        [0, 1.2 * r],
        [1.1 * r, -0.8 * r],
        [-1.1 * r, -0.8 * r],
      ];
    case 'diamond':
      return [
        [0, -1.35 * r],
        [1.35 * r, 0],
        [0, 1.35 * r],
        [-1.35 * r, 0],
      ];
    default:
      return shape satisfies never;
  }
};

/** The marker of an arm at a place, with what it says on pointing. */
export const markerAt = (style: ArmStyle, x: number, y: number, said?: string, r = 3.6): string => {
  const { colour, shape, isHollow } = style;
  const inner = said === undefined ? [] : [titled(said)];
  const ink = { fill: isHollow ? 'white' : colour, stroke: colour, 'stroke-width': 1.4 };
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r, ...ink }, ...inner);
  if (shape === 'cross') {
    const d = `${through(x - r, y - r, x + r, y + r)}${through(x - r, y + r, x + r, y - r)}`;
    return element('path', { d, ...ink, 'stroke-width': 2 }, ...inner);
  }
  const corners = cornersOf(shape, r).map(([dx, dy]): readonly [number, number] => [x + dx, y + dy]);
  return element('path', { d: `${way(corners)}Z`, ...ink }, ...inner);
};
