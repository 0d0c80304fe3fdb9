import assert from 'node:assert/strict';
import test from 'node:test';
import type { Cover } from '#core/reports/cover.ts';
import { assumedPart, frontPart, kindOfReport, sayCut } from './front-part.ts';
import { cover, smallReport } from './given.ts';

const front = (more: Partial<Cover> = {}): string => frontPart({ ...cover, ...more }).html;

test('what it is, of which trial, under which definition, from which data', () => {
  const html = front();
  for (const text of ['Final report', 'nct00000000', 'version 0.1', '<code>ab12</code>', '12 events to 2026-11-16'])
    assert.ok(html.includes(text), text);
  assert.match(html, /<h1>nct00000000: Cells &lt;b&gt;&amp; placebo&lt;\/b&gt;<\/h1>/);
});

test('a rehearsal is named before anything else, a trial is not called one', () => {
  assert.match(front(), /No real person is in these data\.<\/strong> Drawn\./);
  assert.doesNotMatch(front({ virtual: undefined }), /No real person/);
});

for (const kind of ['final', 'masked', 'open', 'closed'] as const)
  test(`a report of kind ${kind} says so`, () => assert.ok(front({ kind }).includes(kindOfReport[kind])));

test('the cut in a line: last day, number of events, beginning of the hash', () => {
  assert.equal(sayCut(cover), 'Data to 2026-11-16: 12 events, seal cd34cd34cd34cd34');
  assert.equal(
    sayCut({ ...cover, cut: { events: 0, head: '', through: undefined } }),
    'Data to the beginning: 0 events, seal ',
  );
});

test('each open question with the assumption that stands in for its answer', () => {
  const { html } = assumedPart(cover, smallReport());
  assert.match(html, /<th scope="row">Q-1<\/th><td>error<\/td><td>Which dose\?<\/td><td>A-01<\/td>/);
  const none = assumedPart(
    { ...cover, questions: [{ id: 'Q', severity: 'warning', ask: 'x', assumption: undefined }] },
    smallReport(),
  );
  assert.match(none.html, /<td>x<\/td><td>none<\/td>/);
});

test('that nothing is open is said, and what is not computed yet too', () => {
  const { html } = assumedPart({ ...cover, questions: [] }, { ...smallReport(), notYet: ['x: not yet.'] });
  assert.match(html, /No question of this study is open/);
  assert.match(html, /Planned and not computed yet<\/h3><ul><li>x: not yet\./);
});
