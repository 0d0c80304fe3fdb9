import { escapeXml } from '../flow-svg.ts';

/** A place on the page, to a tenth of a pixel. */
export const px = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`a chart places a mark at ${value}`);
  return String(Math.round(value * 10) / 10 + 0);
};

export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element with what is inside it, which is markup already; attributes that are undefined are left out. */
export const element = (name: string, attributes: SvgAttributes, ...inner: readonly string[]): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? px(value) : escapeXml(value)}"`],
  );
  const open = `<${name}${written.join('')}`;
  return inner.length === 0 ? `${open}/>` : `${open}>${inner.join('')}</${name}>`;
};

/** What is shown when somebody points at a mark. */
export const titled = (text: string): string => element('title', {}, escapeXml(text));

/** A path through these points. */
export const way = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');

/** The same for a few points that are written out: x, y, x, y, and so on. */
export const through = (...ends: readonly number[]): string =>
  ends.map((end, index) => `${index % 2 === 1 ? ' ' : index === 0 ? 'M' : 'L'}${px(end)}`).join('');
