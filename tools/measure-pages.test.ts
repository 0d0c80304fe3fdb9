import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { guideOf, pageOf } from '#core/measures/guide-of.ts';
import { measurePages, measurePagesFolder } from './measure-pages.ts';

const pages = measurePages();

for (const [name, text] of pages)
  test(`${measurePagesFolder}/${name} is what node tools/measure-pages.ts writes`, () => {
    const path = join(measurePagesFolder, name);
    assert.ok(existsSync(path), `${path} is missing`);
    assert.equal(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), text);
  });

test('no other page stands there', () => {
  const found = globSync(`${measurePagesFolder}/*.md`).map((path) => basename(path));
  assert.deepEqual(found.toSorted(), [...pages.keys()].toSorted());
});

test('every measure is in the index, and its examples are on its page', () => {
  const index = pages.get('index.md') ?? '';
  for (const measure of catalogue) {
    const page = `${pageOf(measure)}.md`;
    assert.ok(index.includes(`[\`${measure.id}\`](${page})`), measure.id);
    for (const { says } of guideOf(measure).examples)
      assert.ok(pages.get(page)?.includes(says), `${measure.id} ${says}`);
  }
});

test('families share a page, the others have one each', () => {
  const shared = [...Map.groupBy(catalogue, pageOf)].filter(([, measures]) => measures.length > 1);
  assert.deepEqual(
    shared.map(([page]) => page),
    ['laboratory', 'findings', 'sf-36', 'rand-36', 'lupusqol'],
  );
});

test('every link of the index leads to a page', () => {
  const links = [...(pages.get('index.md') ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
  assert.ok(links.length >= catalogue.length);
  for (const link of links) assert.ok(pages.has(link), link);
});
