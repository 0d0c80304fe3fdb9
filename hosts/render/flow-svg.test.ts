import assert from 'node:assert/strict';
import test from 'node:test';
import { type FlowDiagram, flowDiagram } from '#core/reports/flow-diagram.ts';
import { publishedFlow, wholeFlow } from '#core/reports/given.ts';
import { escapeXml, renderFlow } from './flow-svg.ts';

const drawn = (flow: Parameters<typeof flowDiagram>[0]): FlowDiagram => {
  const diagram = flowDiagram(flow);
  return 'refused' in diagram ? assert.fail(diagram.refused) : diagram;
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The texts of a picture as they are read: the rows of each joined. */
const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside = '']) => unescaped(inside.replaceAll(/<[^>]+>/g, '')));

test('each number of the published flow stands in the picture once, with its label', () => {
  const texts = textsOf(renderFlow(drawn(publishedFlow)));
  assert.deepEqual(
    texts.filter((text) => /\d/.test(text)),
    [
      'Screened (n = 1038)',
      'Not enrolled (n = 975)',
      'Randomised (n = 63)',
      'Not treated (n = 3)',
      'Treated (n = 40)',
      'Treated (n = 20)',
    ],
  );
  assert.deepEqual(
    texts.filter((text) => !/\d/.test(text)),
    ['Enrolment', 'Allocation', 'Mesenchymal stem cells', 'Placebo'],
  );
});

test('each number of a whole flow stands in it once, however its label is broken', () => {
  const diagram = drawn(wholeFlow(4));
  const { screened, notAllocated, allocated, columns } = diagram;
  const boxes = [screened, notAllocated, allocated, ...columns.flatMap((column) => Object.values(column.boxes))];
  const expected = boxes.flatMap((box) => (box?.lines ?? []).map(({ label, people }) => `${label} (n = ${people})`));
  const found = textsOf(renderFlow(diagram)).filter((text) => text.includes('(n ='));
  assert.deepEqual(found.toSorted(), expected.toSorted());
});

/** Every tag is closed in order, and no bare sign is left: what an XML parser asks of it. */
const mustBeXml = (svg: string): void => {
  const open: string[] = [];
  for (const [, end, name = '', self] of svg.matchAll(
    /<(\/?)([a-z]+)(?:\s+[a-zA-Z-]+(?::[a-z]+)?="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (end === '/') assert.equal(open.pop(), name);
    else if (self !== '/') open.push(name);
  }
  assert.deepEqual(open, []);
  const outside = svg.replaceAll(/<[^<>]*>/g, '');
  assert.doesNotMatch(outside, /[<>]|&(?!amp;|lt;|gt;|quot;)/);
};

test('what is written in a study cannot break the picture', () => {
  const name = '</text><script>alert("1")</script> & \u0000\u0007 < 3 > 2';
  const flow = { ...publishedFlow, trial: name, arms: [{ arm: 'A', title: name, received: 60 }] };
  const svg = renderFlow(drawn(flow));
  mustBeXml(svg);
  assert.doesNotMatch(svg, /<script/);
  assert.equal(escapeXml('a<b>&"\u0000'), 'a&lt;b&gt;&amp;&quot;\ufffd');
});

test('it is XML, names itself, and says all of its numbers to those who do not see it', () => {
  const svg = renderFlow(drawn(wholeFlow(2)));
  mustBeXml(svg);
  const [, labelled = ''] = /role="img" aria-labelledby="([^"]+)"/.exec(svg) ?? [];
  for (const id of labelled.split(' ')) assert.ok(svg.includes(`id="${id}"`), id);
  assert.match(svg, /<title id="[^"]+">Participant flow of whole<\/title>/);
  const [, said = ''] = /<desc id="[^"]+">(.*?)<\/desc>/s.exec(svg) ?? [];
  assert.match(said, /^Screened \(n = 50\)\. Not randomised \(n = 30\), Declined \(n = 4\), /);
  assert.match(said, /Arm A1: Randomised \(n = 10\), Treated \(n = 9\)/);
  for (const text of textsOf(svg).filter((each) => each.includes('(n =')))
    assert.ok(unescaped(said).includes(text), text);
});

test('it prints in black: no colour but that of what is around it', () => {
  const svg = renderFlow(drawn(wholeFlow(2)));
  const colours = [...svg.matchAll(/(?:fill|stroke|color)="([^"]+)"/g)].map(([, colour]) => colour);
  assert.deepEqual([...new Set(colours)].toSorted(), ['black', 'currentColor', 'none']);
});

test('the same counts give the same bytes', () => {
  assert.equal(renderFlow(drawn(wholeFlow(3))), renderFlow(drawn(wholeFlow(3))));
});
