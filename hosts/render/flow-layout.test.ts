import assert from 'node:assert/strict';
import test from 'node:test';
import { type FlowDiagram, flowDiagram } from '#core/reports/flow-diagram.ts';
import { publishedFlow, wholeFlow } from '#core/reports/given.ts';
import { lettersOf } from './fit-text.ts';
import { flowSizes, type PlacedBox } from './flow-boxes.ts';
import { layOutFlow } from './flow-layout.ts';

const drawn = (flow: Parameters<typeof flowDiagram>[0]): FlowDiagram => {
  const diagram = flowDiagram(flow);
  return 'refused' in diagram ? assert.fail(diagram.refused) : diagram;
};
const long = 'did not come again after the second visit and could not be reached by telephone or letter ';
const wordy = (arms: number) => {
  const flow = wholeFlow(arms);
  const part = { place: 'not treated', people: 1, reasons: [{ reason: long.repeat(3), people: 1 }] };
  return { ...flow, arms: flow.arms.map((arm) => ({ ...arm, title: long.replaceAll(' ', '-'), notReceived: part })) };
};

/** Diagrams that differ in how many arms there are, how much is said of them and what stands apart. */
const pictures: readonly (readonly [what: string, diagram: FlowDiagram])[] = [
  ['published counts', drawn(publishedFlow)],
  ...[1, 2, 3, 4, 5].map((arms) => [`${arms} arms`, drawn(wholeFlow(arms))] as const),
  ...[1, 2, 3, 4].map((arms) => [`${arms} arms with long reasons`, drawn(wordy(arms))] as const),
  ['no arm', drawn({ ...publishedFlow, arms: [], outsideArms: [{ place: 'elsewhere', people: 63 }] })],
];

const overlap = (a: PlacedBox, b: PlacedBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const [what, diagram] of pictures) {
  const picture = layOutFlow(diagram);

  test(`${what}: no two boxes overlap, and all lie within the picture`, () => {
    for (const [index, box] of picture.boxes.entries()) {
      for (const other of picture.boxes.slice(index + 1)) assert.ok(!overlap(box, other), JSON.stringify([box, other]));
      assert.ok(box.x >= 0 && box.y >= 0);
      assert.ok(box.x + box.width <= picture.width && box.y + box.height <= picture.height);
    }
  });

  test(`${what}: every row lies within its box, below the one before`, () => {
    for (const { x, y, width, height, texts } of picture.boxes) {
      let above = y;
      for (const { rows } of texts)
        for (const row of rows) {
          assert.ok(row.y - flowSizes.font >= above - 0.01, row.text);
          assert.ok(row.x >= x && row.x + lettersOf(row.text) * flowSizes.font * 0.56 <= x + width, row.text);
          above = row.y;
        }
      assert.ok(above <= y + height - flowSizes.padding / 2);
    }
  });

  test(`${what}: an arrow ends at a box and goes through none`, () => {
    for (const { points, hasHead } of picture.arrows) {
      const [endX, endY] = points.at(-1) ?? assert.fail();
      const touches = picture.boxes.some(
        ({ x, y, width, height }) => endX >= x && endX <= x + width && endY >= y && endY <= y + height,
      );
      assert.equal(touches, hasHead);
      for (const [index, [toX, toY]] of points.slice(1).entries()) {
        const [fromX, fromY] = points[index] ?? assert.fail();
        assert.ok(fromX === toX || fromY === toY, 'right angles');
        const way = {
          x: Math.min(fromX, toX),
          y: Math.min(fromY, toY),
          width: Math.abs(fromX - toX),
          height: Math.abs(fromY - toY),
          texts: [],
        };
        for (const box of picture.boxes)
          assert.ok(
            !overlap(way, { ...box, x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 }),
          );
      }
    }
  });
}

test('a number stays beside the word before it', () => {
  for (const { texts } of layOutFlow(drawn(wordy(4))).boxes)
    for (const { rows } of texts) assert.doesNotMatch(rows.at(-1)?.text ?? '', /^\(?(n|=|\d+\))/);
});

test('a number stays beside its unit', () => {
  const reason = 'E4b Haemoglobin of less than 90 g/L or platelets of less than 100 10^9/L in the last 12 weeks';
  for (let more = 0; more < 40; more += 1) {
    const part = {
      place: 'x'.repeat(more),
      people: 1,
      reasons: [{ reason: `${'x'.repeat(more)} ${reason}`, people: 1 }],
    };
    const flow = { ...publishedFlow, screened: 64, notAllocated: [part] };
    for (const { texts } of layOutFlow(drawn(flow)).boxes)
      for (const { rows } of texts) for (const { text } of rows) assert.doesNotMatch(text, / (90|100|12)$/);
  }
});

test('the boxes of a stage begin and end at one height', () => {
  const { boxes } = layOutFlow(drawn(wholeFlow(3)));
  const arms = boxes.slice(-9);
  assert.deepEqual(
    [0, 3, 6].map((first) => new Set(arms.slice(first, first + 3).map(({ y, height }) => `${y} ${height}`)).size),
    [1, 1, 1],
  );
});
