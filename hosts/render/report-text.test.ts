import assert from 'node:assert/strict';
import test from 'node:test';
import type { Figure, Report, Table } from '#core/reports/figure.ts';
import { renderReport } from './report-text.ts';
import { colourStyle, plainStyle } from './text.ts';

const figure = (value: string): Figure => ({ id: value, label: value, value, rests: [] });
const table = (
  title: string,
  columns: readonly string[],
  rows: Readonly<Record<string, readonly string[]>>,
): Table => ({
  id: title,
  title,
  columns,
  rows: Object.entries(rows).map(([label, values]) => ({ label, cells: values.map(figure) })),
});
const report = (tables: readonly Table[], notes: readonly string[] = [], notYet: readonly string[] = []): Report => ({
  sections: [],
  tables,
  notes,
  notYet,
  figures: new Map(),
});

const arms = table('After randomisation', ['msc', 'il-2'], {
  randomised: ['20', '20'],
  responders: ['5 of 20 (25.0%)', '10 of 20 (50.0%)'],
});
const flow = table('Participant flow', ['people'], { screened: ['71'] });
const comparison = table('msc minus il-2', [''], { 'Fisher exact': ['0.1908'] });
const empty = table('Not eligible', ['people'], {});

test('tables in their order, with heads where there are arms; an empty table is not shown', () => {
  assert.equal(
    renderReport(report([flow, empty, arms, comparison], ['A-01 First']), plainStyle),
    [
      'Participant flow',
      '  screened  71',
      '',
      'After randomisation',
      '                          msc              il-2',
      '  randomised               20                20',
      '  responders  5 of 20 (25.0%)  10 of 20 (50.0%)',
      '',
      'msc minus il-2',
      '  Fisher exact  0.1908',
      '',
      'Assumed, where the registry record is silent or contradicts itself',
      '  A-01 First',
      '',
    ].join('\n'),
  );
});

test('a long assumption goes on under its own text, within 110 columns', () => {
  const note = `A-02 ${'word '.repeat(60).trim()}`;
  const lines = renderReport(report([flow], [note]), plainStyle)
    .split('\n')
    .slice(4, -1);
  assert.ok(lines.length >= 3);
  assert.match(lines[0] ?? '', /^ {2}A-02 word/);
  for (const line of lines.slice(1)) assert.match(line, /^ {7}word/);
  for (const line of lines) assert.ok(line.length <= 110);
});

test('on a terminal titles are strong and heads faint', () => {
  const text = renderReport(report([arms]), colourStyle);
  assert.ok(text.startsWith('\u001b[1mAfter randomisation\u001b[0m\n\u001b[2m'));
});

test('what is not computed yet stands after the tables, only where there is something', () => {
  const text = renderReport(report([flow], ['A-01 First'], ['more: the comparison is not computed yet.']), plainStyle);
  assert.deepEqual(text.split('\n').slice(2, 6), [
    '',
    'Not computed yet',
    '  more: the comparison is not computed yet.',
    '',
  ]);
  assert.ok(!renderReport(report([flow]), plainStyle).includes('Not computed'));
});
