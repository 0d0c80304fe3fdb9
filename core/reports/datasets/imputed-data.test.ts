import assert from 'node:assert/strict';
import test from 'node:test';
import type { DrawnValue, SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import {
  analysisIn,
  changed,
  compared,
  responders,
  settingOf,
  smallSetting,
  studyWith,
} from '#core/endpoints/analyses/given.ts';
import { sensitivityOf } from '#core/endpoints/analyses/sensitivity.ts';
import { imputedSet } from './imputed-data.ts';

const notInferior = compared.replace(
  'hypothesis: superiority',
  'hypothesis: non-inferiority, margin: "0.2", margin question: S002-02',
);
const study = studyWith([
  `id: by-visit, ${changed}, comparison: ancova`,
  `id: margin, ${notInferior}, test: fisher exact, interval: miettinen-nurminen`,
]);
const tableOf = (id: string, setting = smallSetting(study)): SensitivityTable =>
  sensitivityOf(analysisIn(study, id), setting) ?? assert.fail();
const drawnIn = (table: SensitivityTable, kind: string): readonly DrawnValue[] =>
  table.rows.find((row) => row.kind === kind)?.drawn ?? [];

test('of changes: a hundred data sets of those not known at the visit, under each of four assumptions', () => {
  const table = tableOf('by-visit');
  const drawn = drawnIn(table, 'jump to reference');
  assert.equal(drawn.length, 200);
  assert.deepEqual(
    [...new Set(drawn.map(({ participant, visit }) => `${participant} ${visit}`))],
    ['P-06 week 24', 'P-11 week 24'],
  );
  assert.deepEqual([drawn[0]?.imputation, drawn.at(-1)?.imputation], [1, 100]);
  assert.equal(imputedSet([table]).rows.length, 4 * 200);
});

test('of responses: who was not known, and whether they responded, as the pooled estimate counts them', () => {
  const table = tableOf('margin', settingOf(study, responders('yyyynn??', 'yyynnnn?')));
  const drawn = drawnIn(table, 'null imputation');
  assert.equal(drawn.length, 300);
  assert.deepEqual([...new Set(drawn.map(({ participant }) => participant))], ['msc-7', 'msc-8', 'il-2-8']);
  const responded = (arm: string): number =>
    drawn.filter((each) => each.participant.startsWith(arm) && each.value === true).length / 100;
  const found = table.rows.find(({ kind }) => kind === 'null imputation')?.found;
  assert.ok(found?.kind === 'estimate');
  assert.ok(Math.abs(found.estimate - ((4 + responded('msc')) / 8 - (3 + responded('il-2')) / 8)) < 1e-12);
});

test('a line of the set, and none where nothing was imputed', () => {
  const table = tableOf('margin', settingOf(study, responders('yyyynn??', 'yyynnnn?')));
  const [first = []] = imputedSet([table]).rows;
  const words = first.map((cell) => ('words' in cell ? cell.words : cell.number));
  assert.deepEqual(words.slice(0, 5), ['margin', 'null imputation', '1', 'msc-7', '']);
  assert.match(words[5] ?? '', /^(yes|no)$/);
  assert.deepEqual(imputedSet([tableOf('margin', settingOf(study, responders('yyn', 'ynn')))]).rows, []);
  assert.deepEqual(imputedSet([]).rows, []);
});
