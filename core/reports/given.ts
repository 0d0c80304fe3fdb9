import type { FlowArm, FlowCounts } from './flow-counts.ts';

/** An arm of a published flow, of which everything was said. */
export const wholeArm = (arm: string, people: number): FlowArm => ({
  arm,
  title: `Arm ${arm}`,
  allocated: people,
  received: people - 1,
  notReceived: { place: 'not treated', people: 1, reasons: [{ reason: 'declined', people: 1 }] },
  discontinued: { place: 'discontinued treatment', people: 2, reasons: [{ reason: 'pneumonia', people: 2 }] },
  ended: [
    { place: 'completed the study', people: people - 3 },
    { place: 'withdrew', people: 3 },
  ],
  analysed: people - 1,
  notAnalysed: { place: 'not analysed', people: 1 },
});

/** 1,038 screened, 975 not enrolled, 63 randomised, 60 treated: 40 and 20; of three it is not said in which arm. */
export const publishedFlow: FlowCounts = {
  trial: 'published',
  how: 'randomised',
  screened: 1038,
  notAllocated: [{ place: 'not enrolled', people: 975 }],
  allocated: 63,
  outsideArms: [{ place: 'not treated', people: 3 }],
  arms: [
    { arm: 'cells', title: 'Mesenchymal stem cells', received: 40 },
    { arm: 'placebo', title: 'Placebo', received: 20 },
  ],
};

/** A flow of which every kind of number is known, with so many arms of ten. */
export const wholeFlow = (arms: number): FlowCounts => ({
  trial: 'whole',
  how: 'randomised',
  screened: 30 + 10 * arms,
  notAllocated: [
    { place: 'declined', people: 4 },
    {
      place: 'not eligible',
      people: 25,
      mayOverlap: true,
      reasons: [
        { reason: 'I1 Active disease & "proteinuria" > 1 g', people: 20 },
        { reason: 'E1 Cyclophosphamide or a biologic against B cells in the 6 months before selection', people: 15 },
      ],
    },
    { place: 'enrolled, not allocated', people: 1 },
  ],
  allocated: 10 * arms,
  outsideArms: [],
  arms: Array.from({ length: arms }, (_, index) => wholeArm(`A${index + 1}`, 10)),
});
