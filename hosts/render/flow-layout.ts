import { type FlowBox, type FlowColumn, type FlowDiagram, flowStages } from '#core/reports/flow-diagram.ts';
import { flowSizes, type PlacedBox, placeBox } from './flow-boxes.ts';

const margin = 16;
const gap = 24;
const stageWidth = 92;
const narrowest = 700;
const middleWidth = 270;
const armWidths: readonly number[] = [340, 340, 280];
const manyArmsWidth = 240;

/** A line of right angles; the last point has the head of the arrow, unless it only joins. */
export interface PlacedArrow {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly hasHead: boolean;
}

export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const bottom = ({ y, height }: PlacedBox): number => y + height;

interface Drawn {
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

/** Down the middle from a box, with one beside the way where there is one; where the next may begin. */
const beside = (box: FlowBox | undefined, from: PlacedBox, right: number): Drawn & { readonly y: number } => {
  const middle = from.x + from.width / 2;
  if (box === undefined) return { boxes: [], arrows: [], y: bottom(from) + gap };
  const x = middle + gap;
  const placed = placeBox(box, { x, y: bottom(from) + gap, width: right - x });
  const y = placed.y + placed.height / 2;
  return {
    boxes: [placed],
    arrows: [
      {
        points: [
          [middle, y],
          [x, y],
        ],
        hasHead: true,
      },
    ],
    y: bottom(placed) + gap,
  };
};

const down = (x: number, from: number, to: number): PlacedArrow => ({
  points: [
    [x, from],
    [x, to],
  ],
  hasHead: true,
});

/** The boxes of one stage side by side, all as tall as the tallest. */
const placeStage = (
  stage: (typeof flowStages)[number],
  columns: readonly { readonly column: FlowColumn; readonly x: number }[],
  y: number,
  width: number,
): readonly PlacedBox[] => {
  const placed = columns.flatMap(({ column, x }) => {
    const box = column.boxes[stage];
    return box === undefined ? [] : [placeBox(box, { x, y, width })];
  });
  const height = Math.max(0, ...placed.map((box) => box.height));
  return placed.map((box) => ({ ...box, height }));
};

/** From the middle down to a bar above the columns, and from there to each. */
const fanOut = (middle: number, from: number, to: number, xs: readonly number[]): readonly PlacedArrow[] => {
  const bar = to - gap;
  const joins = (...points: PlacedArrow['points']): PlacedArrow => ({ points, hasHead: false });
  return [
    joins([middle, from], [middle, bar]),
    joins([Math.min(middle, ...xs), bar], [Math.max(middle, ...xs), bar]),
    ...xs.map((x) => down(x, bar, to)),
  ];
};

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly armWidth: number;
  readonly armsLeft: number;
}

const frameOf = (columns: number): Frame => {
  const armWidth = armWidths[columns - 1] ?? manyArmsWidth;
  const arms = columns * armWidth + Math.max(0, columns - 1) * gap;
  const left = margin + stageWidth;
  const inner = Math.max(narrowest, arms);
  return { left, right: left + inner, armWidth, armsLeft: left + (inner - arms) / 2 };
};

type Stages = FlowPicture['stages'];

const stageAt = (text: string, box: PlacedBox | undefined): Stages =>
  box === undefined ? [] : [{ text, x: margin, y: box.y + flowSizes.padding + flowSizes.font }];

/** The stages of the arms below a point of the spine. */
const placeArms = (
  { columns }: FlowDiagram,
  frame: Frame,
  spine: { readonly x: number; readonly from: number; readonly y: number },
): Drawn & { readonly stages: Stages } => {
  const placed = columns.map((column, index) => ({ column, x: frame.armsLeft + index * (frame.armWidth + gap) }));
  const boxes: PlacedBox[] = [];
  const arrows: PlacedArrow[] = [];
  const stages: Stages[number][] = [];
  let before: readonly PlacedBox[] = [];
  let y = spine.y;
  for (const stage of flowStages) {
    const row = placeStage(stage, placed, y, frame.armWidth);
    const [first] = row;
    if (first === undefined) continue;
    const middles = row.map((box) => box.x + box.width / 2);
    const above = before[0] === undefined ? undefined : bottom(before[0]);
    arrows.push(
      ...(above === undefined ? fanOut(spine.x, spine.from, y, middles) : middles.map((x) => down(x, above, y))),
    );
    boxes.push(...row);
    stages.push(...stageAt(stage, first));
    before = row;
    y = bottom(first) + gap;
  }
  return { boxes, arrows, stages };
};

/** Places every box, row and arrow of a flow, arms side by side, for a picture that is read from top to bottom. */
export const layOutFlow = (diagram: FlowDiagram): FlowPicture => {
  const frame = frameOf(diagram.columns.length);
  const middle = (frame.left + frame.right) / 2;
  const centred = { x: middle - middleWidth / 2, width: middleWidth };
  const screened = placeBox(diagram.screened, { ...centred, y: margin });
  const out = beside(diagram.notAllocated, screened, frame.right);
  const allocated = placeBox(diagram.allocated, { ...centred, y: out.y });
  const apart = beside(diagram.outsideArms, allocated, frame.right);
  const from = bottom(allocated);
  const arms = placeArms(diagram, frame, { x: middle, from, y: apart.y + gap });
  const boxes = [screened, ...out.boxes, allocated, ...apart.boxes, ...arms.boxes];
  return {
    width: frame.right + margin,
    height: Math.max(...boxes.map(bottom)) + margin,
    stages: [...stageAt('Enrolment', screened), ...arms.stages],
    boxes,
    arrows: [down(middle, bottom(screened), allocated.y), ...out.arrows, ...apart.arrows, ...arms.arrows],
  };
};
