import assert from 'node:assert/strict';
import test from 'node:test';
import type { FlowBox } from '#core/reports/flow-diagram.ts';
import { flowSizes, placeBox, sayCount } from './flow-boxes.ts';

const { padding, lineHeight, indent, hang, font } = flowSizes;
const box: FlowBox = {
  heading: 'Placebo of cells',
  lines: [
    { label: 'Not randomised', people: 3, level: 0 },
    { label: 'Not eligible', people: 2, level: 1 },
    { label: 'E1 Haemoglobin of less than 90 g/L', people: 2, level: 2 },
  ],
};
const rowsIn = (width: number) => placeBox(box, { x: 100, y: 50, width }).texts.flatMap(({ rows }) => rows);

test('a count is a label with its number', () => {
  assert.equal(sayCount({ label: 'Screened', people: 114 }), 'Screened (n = 114)');
});

test('in a wide box each line is a row, further in the deeper it is', () => {
  assert.deepEqual(
    rowsIn(600).map(({ text, x, y }) => [text, x - 100, y - 50]),
    [
      ['Placebo of cells', padding, padding + font],
      ['Not randomised (n = 3)', padding, padding + font + lineHeight],
      ['Not eligible (n = 2)', padding + indent, padding + font + 2 * lineHeight],
      ['E1 Haemoglobin of less than 90 g/L (n = 2)', padding + 2 * indent, padding + font + 3 * lineHeight],
    ],
  );
});

test('in a narrow one they go on further in; a number stays with its unit, and a count with its word', () => {
  const rows = rowsIn(220).slice(-3);
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['E1 Haemoglobin of', 'less than', '90 g/L (n = 2)'],
  );
  assert.deepEqual(
    rows.map(({ x }) => x - 100 - padding - 2 * indent),
    [0, hang, hang],
  );
});

test('the box is as tall as its rows', () => {
  for (const width of [160, 220, 600])
    assert.equal(placeBox(box, { x: 0, y: 0, width }).height, 2 * padding + lineHeight * rowsIn(width).length);
});
