import assert from 'node:assert/strict';
import test from 'node:test';
import { rangeText, sittingWith } from './given.ts';
import { sdi } from './sdi.ts';

const names = (sdi.instrument?.items ?? []).map(({ id }) => id);
const most = new Map(
  (sdi.instrument?.items ?? []).map(({ id, answer }) => [id, answer.type === 'whole number' ? answer.most : 0]),
);

const with_ = (found: Readonly<Record<string, string>>, open: readonly string[] = []) =>
  sdi.compute(
    sittingWith(
      Object.fromEntries(
        names.filter((name) => !open.includes(name.slice(4))).map((name) => [name, found[name.slice(4)] ?? '0']),
      ),
    ),
  );

/** Points of a system when everything in it is there, as gladman1996 sums them up. */
const systems: readonly (readonly [system: string, items: string, points: number])[] = [
  ['eye', 'cataract retina', 2],
  ['neuropsychiatric', 'cognitive seizures stroke neuropathy myelitis', 6],
  ['kidney', 'low-filtration heavy-proteinuria end-stage-kidney', 3],
  ['lung', 'pulmonary-hypertension pulmonary-fibrosis shrinking-lung pleural-fibrosis pulmonary-infarction', 5],
  ['heart', 'angina myocardial-infarction cardiomyopathy valves pericarditis', 6],
  ['vessels', 'claudication minor-tissue-loss major-tissue-loss venous-thrombosis', 5],
  ['abdomen', 'bowel mesenteric peritonitis stricture pancreas', 6],
  ['skeleton', 'muscle erosive-arthritis fracture avascular-necrosis osteomyelitis tendons', 7],
  ['skin', 'scarring-alopecia skin-scarring skin-ulcers', 3],
  ['gonads', 'gonads', 1],
  ['diabetes', 'diabetes', 1],
  ['malignancy', 'malignancy', 2],
];
for (const [system, items, points] of systems)
  test(`${system}: at most ${points}`, () => {
    const all = Object.fromEntries(items.split(' ').map((item) => [item, String(most.get(`SDI.${item}`))]));
    assert.equal(rangeText(with_(all)), `[${points}`);
  });

test('the systems hold every item of the form, and come to 47', () => {
  assert.deepEqual(
    systems.flatMap(([, items]) => items.split(' ')).toSorted(),
    names.map((name) => name.slice(4)).toSorted(),
  );
  assert.equal(
    systems.reduce((sum, [, , points]) => sum + points, 0),
    47,
  );
});

/** D1 to D3 are the worked examples. */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], string])[] = [
  ['D1', { cataract: '1', 'avascular-necrosis': '2', diabetes: '1' }, [], '[4'],
  ['D2', { 'low-filtration': '1', 'heavy-proteinuria': '1', 'end-stage-kidney': '1' }, [], '[3'],
  ['the kidney without its end stage', { 'low-filtration': '1', 'heavy-proteinuria': '1' }, [], '[2'],
  ['D3', { 'myocardial-infarction': '2', stroke: '1' }, [], '[3'],
  ['nothing', {}, [], '[0'],
  ['a stroke not asked', { cataract: '1' }, ['stroke'], '[1..[3'],
  ['the end stage not asked', { 'low-filtration': '1' }, ['end-stage-kidney'], '[1..[3'],
];
for (const [what, found, open, expected] of rows)
  test(`${what}: ${expected}`, () => assert.equal(rangeText(with_(found, open)), expected));

test('twice where there is only once is no answer', () =>
  assert.deepEqual(with_({ cataract: '2' }).missing, [
    { kind: 'unreadable', item: 'SDI.cataract', point: 'screening', why: 'no whole number from 0 to 1' },
  ]));

test('it says where the damage is', () =>
  assert.equal(
    sdi.explain(with_({ cataract: '1', 'avascular-necrosis': '2' })),
    'SDI 3: cataract 1, avascular-necrosis 2',
  ));
