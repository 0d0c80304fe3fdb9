import assert from 'node:assert/strict';
import test from 'node:test';
import { cover, smallReport } from './given.ts';
import { reportPage } from './report-page.ts';

const made = (parts: Partial<Parameters<typeof reportPage>[0]> = {}): string =>
  reportPage({ cover, report: smallReport(), flow: undefined, sayRecord: () => 'said', ...parts });

test('what is assumed and open stands before the first number', () => {
  const page = made();
  const places = ['No real person', 'Which dose?', 'A-01 Assumed.', '1 of 2'].map((text) => page.indexOf(text));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places.every((place) => place > 0));
});

test('names are text and never markup', () => {
  assert.match(made(), /Cells &lt;b&gt;&amp; placebo&lt;\/b&gt;/);
  assert.doesNotMatch(made(), /<b>& placebo/);
});

test('it fetches nothing and runs nothing', () => {
  const page = made();
  assert.doesNotMatch(page, /<script|<link|<img|https?:\/\/(?!www\.w3\.org)|@import|url\(/);
  assert.match(page, /default-src 'none'/);
});

test('every link leads to a place, and no place is there twice', () => {
  const page = made();
  const places = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(places).size, places.length);
  for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(places.includes(to), to);
});

test('a heading for each section with something in it, and none for an empty one', () => {
  assert.match(made(), /<h2 id="section-efficacy">Planned analyses<\/h2>/);
  assert.doesNotMatch(made(), /Nothing/);
});

test('each printed page says of which data it is', () => {
  assert.match(made(), /@bottom-left\{content:"Data to 2026-11-16: 12 events, seal cd34cd34cd34cd34"/);
});

test('a title cannot end the style sheet in which it is printed', () => {
  const page = made({ cover: { ...cover, trial: 'x"}</style><script>1</script>' } });
  assert.equal(page.match(/<\/style>/g)?.length, 1);
  assert.doesNotMatch(page, /<script/);
});

test('the flow stands with the participants and nowhere else', () => {
  const flow = '<svg role="img"><title>Flow</title></svg>';
  const small = smallReport();
  const report = { ...small, sections: small.sections.map((section) => ({ ...section, id: 'flow' })).slice(0, 1) };
  assert.match(made({ flow, report }), /<h2 id="section-flow">.*<figure><svg role="img">/s);
  assert.doesNotMatch(made({ flow }), /<svg/);
});

test('a closed report says who may read it', () => {
  assert.match(made({ cover: { ...cover, kind: 'closed' } }), /For members of the committee only/);
});
