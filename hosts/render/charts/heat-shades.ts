/** Blues of one hue from the lightest to the darkest (ColorBrewer, "Blues"), in between by a straight line. */
const stops: readonly (readonly [number, number, number])[] = [
  [247, 251, 255],
  [198, 219, 239],
  [107, 174, 214],
  [33, 113, 181],
  [8, 48, 107],
];

type Rgb = readonly [number, number, number];

const mixed = (place: number): Rgb => {
  const low = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [stops[low] ?? [0, 0, 0], stops[low + 1] ?? [0, 0, 0]];
  const at = (index: 0 | 1 | 2): number => Math.round(a[index] + (place - low) * (b[index] - a[index]));
  return [at(0), at(1), at(2)];
};

const linearLight = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * linearLight(r) + 0.7152 * linearLight(g) + 0.0722 * linearLight(b);

/** The contrast of two luminances by WCAG 2, from 1 to 21. */
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** The colour of a cell, that of the text on it, and how far they stand apart. */
export interface HeatShade {
  readonly cell: string;
  readonly text: 'black' | 'white';
  readonly contrast: number;
}

/** The shade of a level among so many: text on it is black or white, whichever stands out more. */
export const heatShade = (level: number, levels: number): HeatShade => {
  const place = levels < 2 ? 0 : (Math.min(level, levels - 1) / (levels - 1)) * (stops.length - 1);
  const colour = mixed(place);
  const light = luminance(colour);
  const [onBlack, onWhite] = [contrast(light, 0), contrast(light, 1)];
  const cell = `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  return onBlack >= onWhite ? { cell, text: 'black', contrast: onBlack } : { cell, text: 'white', contrast: onWhite };
};
