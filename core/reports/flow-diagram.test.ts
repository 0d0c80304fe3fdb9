import assert from 'node:assert/strict';
import test from 'node:test';
import type { FlowCounts } from './flow-counts.ts';
import { type FlowBox, type FlowDiagram, flowDiagram, flowStages } from './flow-diagram.ts';
import { publishedFlow, wholeFlow } from './given.ts';

const drawn = (flow: FlowCounts): FlowDiagram => {
  const diagram = flowDiagram(flow);
  return 'refused' in diagram ? assert.fail(diagram.refused) : diagram;
};
const said = (box: FlowBox | undefined): readonly string[] =>
  (box?.lines ?? []).map(({ label, people, level }) => `${'- '.repeat(level)}${label} ${people}`);

test('published counts alone give a diagram', () => {
  const { screened, notAllocated, allocated, outsideArms, columns } = drawn(publishedFlow);
  assert.deepEqual([screened, notAllocated, allocated, outsideArms].flatMap(said), [
    'Screened 1038',
    'Not enrolled 975',
    'Randomised 63',
    'Not treated 3',
  ]);
  assert.deepEqual(
    columns.map(({ boxes }) => [boxes.Allocation?.heading, ...flowStages.flatMap((stage) => said(boxes[stage]))]),
    [
      ['Mesenchymal stem cells', 'Treated 40'],
      ['Placebo', 'Treated 20'],
    ],
  );
});

test('a flow of which everything is known: places, and reasons below them', () => {
  const { notAllocated, outsideArms, columns } = drawn(wholeFlow(1));
  assert.deepEqual(said(notAllocated), [
    'Not randomised 30',
    '- Declined 4',
    '- Not eligible, for one or more reasons 25',
    '- - I1 Active disease & "proteinuria" > 1 g 20',
    '- - E1 Cyclophosphamide or a biologic against B cells in the 6 months before selection 15',
    '- Enrolled, not allocated 1',
  ]);
  assert.equal(outsideArms, undefined);
  assert.deepEqual(
    flowStages.map((stage) => said(columns[0]?.boxes[stage])),
    [
      ['Randomised 10', 'Treated 9', 'Not treated 1', '- Declined 1'],
      ['Discontinued treatment 2', '- Pneumonia 2', 'Completed the study 7', 'Withdrew 3'],
      ['Analysed 9', 'Not analysed 1'],
    ],
  );
});

test('nobody stands apart: there is no box for it', () => {
  const everyone: FlowCounts = { ...publishedFlow, screened: 63, notAllocated: [{ place: 'declined', people: 0 }] };
  assert.equal(drawn(everyone).notAllocated, undefined);
});

test('counts that do not close have no diagram', () => {
  assert.deepEqual(flowDiagram({ ...publishedFlow, screened: 1037 }), {
    refused: 'does not close',
    sum: 'screened',
    says: '1037 screened are not 975 not enrolled + 63 randomised = 1038',
  });
});
