import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { ValuesOf } from '../derived-values.ts';
import type { EstimateRow, RowKind } from './estimate-row.ts';
import { analysisIn, compared, responders, settingOf, studyWith } from './given.ts';
import { sensitivityOfProportions } from './sensitivity-of-proportions.ts';

const written = `id: asked, ${compared}, test: fisher exact, interval: miettinen-nurminen`;
const study = studyWith([written]);
const notInferior = studyWith([
  `id: asked, ${compared}, test: chi-squared, interval: miettinen-nurminen`
    .replace('superiority', 'non-inferiority, margin: "0.2"')
    .replace('sides: 2', 'sides: 1')
    .replace('"0.05"', '"0.025"'),
]);
const askedIn = (from = study): ProportionComparison => {
  const analysis = analysisIn(from, 'asked');
  return analysis.kind === 'compare proportions' ? analysis : assert.fail();
};
const values = responders('yyyyyn?', 'yynnn?');
const tableOf = (from = study, of = values, setting = settingOf(from, of)) =>
  sensitivityOfProportions(askedIn(from), setting);
const rowIn = (rows: readonly EstimateRow[], kind: RowKind): EstimateRow =>
  rows.find((row) => row.kind === kind) ?? assert.fail(`no row ${kind}`);
const kindsOf = ({ rows }: ReturnType<typeof tableOf>) => rows.map(({ kind }) => kind);

test('of few: populations, views of who is missing, exact beside asymptotic, tipping point', () => {
  const table = tableOf();
  assert.deepEqual(kindsOf(table), [
    'main',
    'treated population',
    'per protocol population',
    'complete cases',
    'worst case',
    'best case',
    'boschloo',
    'chi-squared',
    'newcombe',
    'exact odds ratio',
    'tipping point',
  ]);
  assert.deepEqual([table.scale, table.margin, table.confidence], ['difference of proportions', undefined, 0.95]);
});

/** By hand: of seven five responded and one is not known; of six two responded and one is not known. */
test('who is counted in each view, experimental first', () => {
  const { rows } = tableOf();
  const counted = (['main', 'complete cases', 'worst case', 'best case'] as const).map(
    (kind) => rowIn(rows, kind).counts,
  );
  assert.deepEqual(counted, ['5/7 v 2/6', '5/6 v 2/5', '5/7 v 3/6', '6/7 v 2/6']);
  const main = rowIn(rows, 'main');
  assert.ok(main.found.kind === 'estimate');
  assert.equal(main.found.estimate, 5 / 7 - 2 / 6);
  assert.deepEqual([main.role, main.method], ['main', 'fisher-exact/1, miettinen-nurminen/1']);
  assert.equal(main.values.length, 13);
});

test('with nobody missing there are no views and no tipping point', () => {
  const kinds = kindsOf(tableOf(study, responders('yyn', 'ynn')));
  for (const kind of ['complete cases', 'worst case', 'tipping point'] as const)
    assert.equal(kinds.includes(kind), false);
});

test('a population is asked for by its name', () => {
  const byPopulation: ValuesOf = (_endpoint, _at, population) =>
    population === 'per protocol' ? responders('yn', 'n') : values;
  const { rows } = tableOf(study, values, { ...settingOf(study, values), valuesOf: byPopulation });
  assert.equal(rowIn(rows, 'per protocol population').counts, '1/2 v 0/1');
  assert.equal(rowIn(rows, 'treated population').counts, '5/7 v 2/6');
});

test('another policy only where the endpoint is asked at other visits, and those counted as responses beside it', () => {
  const further = studyWith(
    [written],
    ['    at: week 24\n    from: secondary[3]\n', '    at: week 24\n    also at: [week 12]\n    from: secondary[3]\n'],
  );
  const asked: string[] = [];
  const setting = {
    ...settingOf(further, values),
    valuesOf: ((endpoint) => {
      asked.push(endpoint.of.missing);
      return endpoint.of.missing === 'last observation' ? responders('yyyyyn!', 'yynnn?') : values;
    }) satisfies ValuesOf,
  };
  const { rows } = tableOf(further, values, setting);
  assert.equal(rowIn(rows, 'last observation').counts, '6/7 v 2/6');
  assert.ok(asked.includes('last observation') && !kindsOf(tableOf()).includes('last observation'));
  const counted = tableOf(study, responders('yyyyyn!', 'yynnn?'));
  assert.equal(rowIn(counted.rows, 'missing as non-response').counts, '5/7 v 2/6');
});

test('of more than sixty there is no exact row', () => {
  const many = responders('y'.repeat(20) + 'n'.repeat(11), 'y'.repeat(15) + 'n'.repeat(15));
  assert.equal(kindsOf(tableOf(study, many)).includes('boschloo'), false);
  assert.equal(kindsOf(tableOf(study, many.slice(1))).includes('boschloo'), true, 'sixty are few enough');
});

test('strata and factors, where the allocation had any', () => {
  const half = (id: string): string => (Number(id.slice(-1)) > 3 ? 'late' : 'early');
  const setting = { ...settingOf(study, values), stratumOf: half, factorsOf: (id: string) => [half(id)] };
  const kinds = kindsOf(tableOf(study, values, setting));
  assert.ok(kinds.includes('stratified') && kinds.includes('adjusted for the factors'));
});

test('non-inferiority: imputed under the null with its seed, exact size, and the margin', () => {
  const table = tableOf(notInferior);
  const imputed = rowIn(table.rows, 'null imputation');
  assert.ok(imputed.found.kind === 'estimate' && imputed.found.isShown !== undefined);
  assert.deepEqual(imputed.notes, ['100 imputations, seed "imputation nct05631717 asked"']);
  const { found } = rowIn(table.rows, 'exact size');
  assert.ok(found.kind === 'size' && found.size.withMissing > 0 && found.nominal === 0.025);
  assert.equal(kindsOf(table).includes('boschloo'), false, 'a test of equality decides nothing here');
  assert.equal(table.margin, 0.2);
});

test('nobody at all says why in every row, and no row holds what is no number', () => {
  for (const from of [study, notInferior]) {
    const { rows } = tableOf(from, []);
    assert.equal(rowIn(rows, 'main').found.kind, 'not estimable');
    assert.equal(JSON.stringify(rows).includes('null'), false, 'JSON writes NaN as null');
  }
});

const signs = fc.string({ unit: fc.constantFrom('y', 'n', '?', '!'), minLength: 1, maxLength: 12 });
const turnedOf = (kind: RowKind): RowKind =>
  kind === 'worst case' ? 'best case' : kind === 'best case' ? 'worst case' : kind;

test('property: the arms exchanged, estimates turn, p stay, and worst and best change places', () => {
  const asked = askedIn();
  fc.assert(
    fc.property(signs, signs, (msc, il2) => {
      const setting = settingOf(study, responders(msc, il2));
      const one = sensitivityOfProportions(asked, setting);
      const other = sensitivityOfProportions({ ...asked, experimental: 'il-2', control: 'msc' }, setting);
      for (const { kind, found } of one.rows) {
        const turned = rowIn(other.rows, turnedOf(kind)).found;
        if (found.kind !== 'estimate' || turned.kind !== 'estimate') continue;
        assert.ok(Math.abs(found.estimate + turned.estimate) < 1e-12, kind);
        assert.ok(Math.abs(found.lower + turned.upper) < 1e-9, kind);
        assert.ok(Math.abs((found.p ?? 0) - (turned.p ?? 0)) < 1e-9, kind);
      }
    }),
    { numRuns: 40 },
  );
});

test('property: worst and best case hold every other way to count those not known', () => {
  fc.assert(
    fc.property(signs, signs, (msc, il2) => {
      const { rows } = tableOf(study, responders(msc, il2));
      if (!rows.some(({ kind }) => kind === 'worst case')) return;
      const at = (kind: RowKind): number => {
        const { found } = rowIn(rows, kind);
        return found.kind === 'estimate' ? found.estimate : assert.fail(kind);
      };
      assert.ok(at('worst case') <= at('main') + 1e-12 && at('main') <= at('best case') + 1e-12);
    }),
    { numRuns: 60 },
  );
});
