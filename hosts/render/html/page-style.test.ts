import assert from 'node:assert/strict';
import test from 'node:test';
import { pageStyle } from './page-style.ts';

test('braces close, and nothing is fetched', () => {
  assert.equal(pageStyle.match(/\{/g)?.length, pageStyle.match(/\}/g)?.length);
  assert.doesNotMatch(pageStyle, /url\(|@import|<\/style/);
});

test('paper leaves out what only a screen can use', () => {
  const print = pageStyle.slice(pageStyle.indexOf('@media print'));
  for (const word of ['nav', '.skip', '.behind', 'details:not([open])']) assert.ok(print.includes(word), word);
});

/** Relative luminance after WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Colours of words, by the name of their variable, on white and on the yellow of a place that was jumped to. */
for (const name of ['ink', 'soft', 'link'])
  for (const ground of ['#ffffff', '#fff3c4', '#fff7e6'])
    test(`${name} on ${ground} is read at 4.5 to 1`, () => {
      const [, colour = ''] = new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(pageStyle) ?? [];
      assert.ok(contrast(colour, ground) >= 4.5, `${colour}: ${contrast(colour, ground).toFixed(2)}`);
    });
