import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { writeFamilyPage, writeMeasurePage } from './measure-page.ts';

const measureNamed = (id: string) => catalogue.find((each) => each.id === id) ?? assert.fail(id);
const cite = (key: string): string => `The paper of ${key}.`;

/** Rows of the tables of a page, as cells. */
const rowsOf = (page: string): readonly (readonly string[])[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/ \| /)
        .map((cell) => cell.trim()),
    );

test('a page of its own: rule, items, limits, options, examples, source', () => {
  const page = writeMeasurePage(measureNamed('eGFR-Schwartz'), cite);
  const titles = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title);
  assert.deepEqual(titles, [
    'eGFR-Schwartz',
    'What is computed',
    'What it is made of',
    'At the limits',
    'Options',
    'Worked examples',
    'Source and licence',
  ]);
  assert.ok(page.includes('It also reads the date of the visit, the date of birth.\n'));
  assert.ok(page.includes('The paper of schwartz2009. (`schwartz2009`)'));
  const rows = rowsOf(page);
  assert.deepEqual(
    rows.filter(([first]) => first?.startsWith('`')).map(([id]) => id),
    ['`creatinine`', '`height`'],
  );
  assert.ok(rows.some(([id, entered]) => id === 'E6' && entered?.includes('height 150 cm')));
});

test('where there is no option, there is no heading for it', () => {
  assert.ok(!writeMeasurePage(measureNamed('SDI'), cite).includes('## Options'));
});

test('a shared page has a row for each measure, items and sources once', () => {
  const family = catalogue.filter(({ id }) => id.startsWith('RAND-36-'));
  const page = writeFamilyPage('rand-36', family, cite);
  const rows = rowsOf(page);
  assert.equal(rows.filter(([first]) => first?.startsWith('`sf36.')).length, 35);
  for (const { id } of family) assert.ok(rows.filter(([first]) => first === `\`${id}\``).length >= 4, id);
  assert.equal(page.match(/The paper of hays1993/g)?.length, 1);
});

test('tables are well formed: every row has as many cells as its head', () => {
  for (const measure of catalogue) {
    const blocks = writeMeasurePage(measure, cite)
      .split('\n\n')
      .map((block) => block.trim())
      .filter((block) => block.startsWith('| '));
    assert.ok(blocks.length > 0);
    for (const block of blocks) {
      const widths = block.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      assert.equal(new Set(widths).size, 1, `${measure.id}\n${block}`);
    }
  }
});
