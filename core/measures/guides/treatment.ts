import type { GuideFamily, MeasureGuide, MeasureOption, WorkedExample } from '../guide.ts';
import type { WrittenCourse, WrittenMedication } from '../written-medication.ts';

const equivalent = (drug: string, choices: readonly [string, string], tag: MeasureOption['tag']): MeasureOption => ({
  id: `equivalent of ${drug}`,
  choices: choices.map((mg) => `${mg} mg`),
  default: `${choices[0]} mg`,
  why: 'Tables differ in the dose that is worth 5 mg of prednisone. The program has the first choice only.',
  tag,
});

const options: readonly MeasureOption[] = [
  equivalent('dexamethasone', ['0.75', '0.6'], 'verified'),
  equivalent('betamethasone', ['0.6', '0.75'], 'verified'),
  equivalent('deflazacort', ['6', '7.5'], 'recalled'),
  {
    id: 'dose of a pulse',
    choices: ['from 250 mg methylprednisolone a day', 'from 500 mg methylprednisolone a day'],
    default: 'named by who records the course',
    why: 'A course is a pulse when it is recorded as one (kind: pulse). The program does not decide it from the dose.',
    tag: 'recalled',
  },
];

const table =
  'Worth 5 mg of prednisone: prednisolone 5, methylprednisolone 4, triamcinolone 4, hydrocortisone 20, cortisone 25, dexamethasone 0.75, betamethasone 0.6, deflazacort 6 mg; factors are kept as fractions.';

const edges = [
  'What goes through the whole body counts, by mouth or vein; injections into joints, creams and inhalers are not recorded as such courses.',
  'First and last day both count. A course every other day counts half in the daily rate, and on its own days in a sum.',
  'Pulses are left out of the daily rate.',
  'No course is 0 only where the medication history is complete through the day; otherwise nothing is known.',
  'A steroid without a name, or a course without a dose, leaves the rate not known; a date known in part leaves it open where it matters.',
];

const licence = 'A table of equivalents: nothing to license.';

const taken = (through: string, ...records: readonly WrittenCourse[]): WrittenMedication => ({
  'complete through': through,
  records,
});

/** Worked examples G1 to G3. */
const tapering = taken(
  '2026-06-30',
  { concept: 'prednisone', from: '2026-01-01', to: '2026-01-14', dose: '40 mg' },
  { concept: 'prednisone', from: '2026-01-15', to: '2026-01-28', dose: '30 mg' },
  { concept: 'prednisone', from: '2026-01-29', to: '2026-06-17', dose: '20 mg' },
);
const pulsed = taken(
  '2026-03-31',
  { concept: 'methylprednisolone', from: '2026-03-01', to: '2026-03-31', dose: '16 mg' },
  { concept: 'methylprednisolone', from: '2026-03-05', to: '2026-03-07', dose: '500 mg', kind: 'pulse' },
);
const changed = taken(
  '2026-03-31',
  { concept: 'prednisone', from: '2026-02-01', to: '2026-02-28', dose: '10 mg', 'every days': 2 },
  { concept: 'deflazacort', from: '2026-03-01', to: '2026-03-10', dose: '6 mg' },
);

const onDay = (id: string, date: string, medication: WrittenMedication, says: string): WorkedExample => ({
  id,
  date,
  answers: {},
  medication,
  says,
});

const over = (id: string, first: string, last: string, medication: WrittenMedication, says: string): WorkedExample => ({
  id,
  answers: {},
  medication,
  over: [first, last],
  says,
});

const withPulses: MeasureGuide = {
  rule: ['The dose of a day in mg of prednisone: each course that is active on the day, times its factor.', table],
  edges: [...edges, 'A sum over days (integral of) takes pulses in.'],
  options,
  licence,
  examples: [
    onDay('G1', '2026-01-20', tapering, 'prednisone equivalent 30 mg/d'),
    over('G1', '2026-01-01', '2026-06-17', tapering, '3780 mg from 2026-01-01 to 2026-06-17'),
    onDay('G2', '2026-03-06', pulsed, 'prednisone equivalent 20 mg/d'),
    over('G2', '2026-03-01', '2026-03-31', pulsed, '2495 mg from 2026-03-01 to 2026-03-31'),
    onDay('G3', '2026-02-10', changed, 'prednisone equivalent 5 mg/d'),
    over('G3', '2026-02-01', '2026-03-31', changed, '190 mg from 2026-02-01 to 2026-03-31'),
  ],
};

const withoutPulses: MeasureGuide = {
  ...withPulses,
  edges: [...edges, 'A sum over days (integral of) leaves pulses out too.'],
  examples: [
    onDay('G2', '2026-03-06', pulsed, 'prednisone equivalent 20 mg/d'),
    over('G2', '2026-03-01', '2026-03-31', pulsed, '620 mg from 2026-03-01 to 2026-03-31'),
    over('G3', '2026-02-01', '2026-03-31', changed, '190 mg from 2026-02-01 to 2026-03-31'),
  ],
};

export const treatmentGuides: GuideFamily = {
  group: 'treatment',
  page: undefined,
  guides: new Map([
    ['prednisone-equivalent', withPulses],
    ['prednisone-equivalent-without-pulses', withoutPulses],
  ]),
};
