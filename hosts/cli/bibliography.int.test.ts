import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { openBibliography, readBibliography, sayReference } from './bibliography.ts';
import { openScratch } from './given.ts';

const scratch = openScratch('bibliography');
after(scratch.remove);

const said = (entry: string): string => {
  const [reference] = [...readBibliography(entry).values()];
  return sayReference(reference ?? assert.fail(entry));
};

/** Entries as evidence/references.bib writes them. */
const rows: readonly (readonly [entry: string, said: string])[] = [
  [
    '@article{g,\n author = {Gladman, D. D. and Ibañez, D.},\n title = {The index {SLEDAI}},\n journal = {Lupus \\& more}, year = {2002}, volume = {29}, number = {2}, pages = {288--291}\n}',
    'Gladman, D. D.; Ibañez, D. The index SLEDAI. Lupus & more 2002;29(2):288–291.',
  ],
  [
    '@article{i, author = {Inker, L. A. and others}, title = {New}, journal = {NEJM}, year = {2021}, volume = {385}, pages = {1--2}}',
    'Inker, L. A. et al. New. NEJM 2021;385:1–2.',
  ],
  [
    '@misc{u, author = {{Group of This and That}}, title = {Units}, howpublished = {Regenstrief}, note = {See tools/ucum.ts}}',
    'Group of This and That. Units. Regenstrief. See tools/ucum.ts.',
  ],
  [
    '@book{w, author = {Ware, J. E.}, title = {Manual}, publisher = {The Institute}, year = {1994}}',
    'Ware, J. E. Manual. The Institute 1994.',
  ],
];

for (const [entry, expected] of rows) test(expected, () => assert.equal(said(entry), expected));

test('the source of every measure is cited in full', () => {
  const cite = openBibliography();
  for (const { id, source } of catalogue) {
    const reference = cite(source);
    assert.ok(!reference.includes('was not found') && !/[{}\\]/.test(reference), `${id}: ${reference}`);
    assert.match(reference, /\.$/);
  }
  assert.match(cite('gladman2002'), /^Gladman, D\. D\.; .* Journal of Rheumatology 2002;29\(2\):288–291\.$/);
});

test('without a bibliography the key stands for itself', () => {
  assert.equal(openBibliography(scratch.at('missing'))('yee2010'), 'yee2010 (evidence/references.bib was not found)');
  assert.equal(openBibliography(scratch.write('broken.bib', '@article{a, author = {x'))('a').startsWith('x'), true);
});
