import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Table } from '#core/reports/figure.ts';
import { cell } from './given.ts';
import { tablePart } from './table-part.ts';

const table = (more: Partial<Table> = {}): Table => ({
  id: 'response',
  title: 'Response & rest',
  columns: ['cells', 'placebo'],
  rows: [{ label: 'responders', cells: [cell('r/cells', '1 of 2'), cell('r/placebo', '0 of 2')] }],
  ...more,
});
const made = (more: Partial<Table> = {}, traced: readonly string[] = []): string =>
  tablePart(table(more), new Set(traced)).html;

test('a caption names it, heads of columns and rows are heads', () => {
  const html = made();
  assert.match(html, /<caption>Response &amp; rest<\/caption>/);
  assert.match(html, /<th scope="col">cells<\/th><th scope="col">placebo<\/th>/);
  assert.match(html, /<tr><th scope="row">responders<\/th><td>1 of 2<\/td><td>0 of 2<\/td><\/tr>/);
});

test('it can be scrolled with the keyboard, and is named for who does', () =>
  assert.match(
    made(),
    /<div class="sheet" tabindex="0" role="region" aria-label="Response &amp; rest" id="table-response">/,
  ));

test('a cell whose origin is in the page leads there, another does not', () => {
  const html = made({}, ['r/cells']);
  assert.match(html, /<td><a href="#figure-r\/cells">1 of 2<\/a><\/td><td>0 of 2<\/td>/);
});

test('an empty cell leads nowhere: there would be nothing to point at', () =>
  assert.doesNotMatch(made({ rows: [{ label: 'x', cells: [cell('e', '')] }] }, ['e']), /<a /));

test('a row with fewer cells than columns is filled up', () =>
  assert.match(made({ rows: [{ label: 'p', cells: [cell('p', '0.5')] }] }), /<td>0.5<\/td><td><\/td><\/tr>/));

test('without names of columns there is no head', () => assert.doesNotMatch(made({ columns: [''] }), /<thead>/));

/** What stands in a cell, and whether the table is one of words. */
const wordy: readonly (readonly [string, boolean])[] = [
  ['12 of 20 (60.0%)', false],
  ['x'.repeat(60), false],
  ['x'.repeat(61), true],
];
for (const [value, expected] of wordy)
  test(`a cell of ${value.length} signs: ${expected ? 'words stand to the left' : 'numbers stand to the right'}`, () =>
    assert.equal(made({ rows: [{ label: 'x', cells: [cell('c', value)] }] }).includes('class="wordy"'), expected));

test('notes stand under it', () =>
  assert.match(made({ notes: ['Of all < randomised.'] }), /<p class="note">Of all &lt; randomised\.<\/p>/));

test('every tag that opens closes, whatever the words', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, value) => {
      const html = made({ title, rows: [{ label: title, cells: [cell('c', value), cell('d', title)] }] });
      for (const tag of ['div', 'table', 'caption', 'tbody', 'tr', 'td', 'th']) {
        const opened = html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0;
        assert.equal(html.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0, opened, tag);
      }
    }),
  ));
