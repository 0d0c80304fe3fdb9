import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { Study } from '#core/study/study.ts';
import type { ReportChart } from '../chart.ts';
import { sceneOfPeople } from './given.ts';
import { chartsOf } from './trial-charts.ts';

interface Seen {
  readonly visit: string;
  readonly on: string;
  /** Protein in urine, in g/g and in g a day alike. */
  readonly protein: string;
  /** Items of SLEDAI-2K that are present; undefined where the form was not filled in. */
  readonly sledai?: readonly string[];
}

const eventsAt = ({ visit, on, protein, sledai }: Seen): readonly ParticipantEvent[] => [
  g.held(visit, on),
  g.kidney(visit, 'creatinine 1.0 mg/dL', `UPCR ${protein} g/g`, `protein-24h ${protein} g/24h`),
  ...(sledai === undefined ? [] : [g.section(visit, 'disease activity', g.sledai(...sledai))]),
];

/** Somebody of any trial who was allocated on 2026-06-01, and what was seen of the kidney. */
const followed = (
  id: string,
  arm: string,
  seen: readonly Seen[],
  ...more: readonly ParticipantEvent[]
): Participant => ({
  ...g.participantAfter([
    g.identified,
    g.consented,
    g.described,
    { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
    { type: 'assignment disclosed', arm },
    ...seen.flatMap(eventsAt),
    ...more,
  ]),
  id,
});

const first = (protein: string, sledai?: readonly string[]): Seen => ({
  visit: 'baseline',
  on: '2026-06-01',
  protein,
  ...(sledai === undefined ? {} : { sledai }),
});

const chartsIn = (study: Study, people: readonly Participant[]): ReadonlyMap<string, ReportChart> =>
  new Map(
    Object.values(chartsOf(sceneOfPeople(study, people)))
      .flatMap((list: readonly ReportChart[]) => list)
      .map((chart) => [chart.id, chart]),
  );

const isOfKind = <Kind extends ReportChart['kind']>(
  chart: ReportChart | undefined,
  kind: Kind,
): chart is Extract<ReportChart, { kind: Kind }> => chart?.kind === kind;

const mustBe = <Kind extends ReportChart['kind']>(charts: ReadonlyMap<string, ReportChart>, id: string, kind: Kind) => {
  const chart = charts.get(id);
  return isOfKind(chart, kind) ? chart : assert.fail(`${id} is ${chart?.kind}`);
};

/** One arm, months, protein of 24 hours, no response: 2.0 to 1.0 is −50%, 4.0 to 5.0 is 25%. */
test('a single arm without a response: changes without marks, no forest, no curve', () => {
  const charts = chartsIn(g.shipped('nct01741857'), [
    followed('A', 'cells', [first('2.0'), { visit: 'month 12', on: '2027-06-01', protein: '1.0' }]),
    followed('B', 'cells', [first('4.0'), { visit: 'month 12', on: '2027-06-01', protein: '5.0' }]),
  ]);
  const waterfall = mustBe(charts, 'chart/waterfall/protein-24h', 'waterfall');
  assert.deepEqual(
    waterfall.bars.map(({ participant, value, marked }) => [participant, value, marked]),
    [
      ['B', 25, undefined],
      ['A', -50, undefined],
    ],
  );
  assert.deepEqual([waterfall.marks, waterfall.references, waterfall.arms], [[], [], ['cells']]);
  assert.match(waterfall.title, /from baseline to month 12/);
  assert.ok([...charts.keys()].every((id) => !/forest|survival/.test(id)));
  assert.ok(charts.has('chart/mean/eGFR-by-age'), 'the filtration that the endpoint asks for');
});

/** Two groups of which one has no doses; the primary endpoint is asked at week 60. */
test('a group without treatment: its lanes have no dose, and both are followed', () => {
  const dose = {
    type: 'dose given',
    dose: 'cell-infusion',
    number: 1,
    on: '2026-06-01',
    planned: '2026-06-01',
    amount: '60000000',
    unit: '{cells}',
  } as const;
  const late: Seen = { visit: 'week 60', on: '2027-07-26', protein: '0.5' };
  const charts = chartsIn(g.shipped('nct04318600'), [
    followed('A', 'cells', [first('2.0'), late], dose),
    followed('B', 'control', [first('2.0'), { ...late, protein: '1.5' }]),
  ]);
  const swimmer = mustBe(charts, 'chart/swimmer', 'swimmer');
  assert.deepEqual(
    swimmer.lanes.map(({ arm, to, marks }) => [arm, to, marks.map(({ kind }) => kind).join(', ')]),
    [
      ['cells', 420, 'dose, goes on'],
      ['control', 420, 'goes on'],
    ],
  );
  const lines = mustBe(charts, 'chart/mean/protein-24h', 'lines');
  assert.deepEqual(
    lines.series.map(({ label, points }) => [label, points.map(({ label: visit, y }) => `${visit} ${y}`)]),
    [
      ['cells', ['baseline 2', 'week 60 0.5']],
      ['control', ['baseline 2', 'week 60 1.5']],
    ],
  );
});

/** By hand, SLEDAI-2K: proteinuria 4, haematuria 4, rash 2; fever 1. */
test('a placebo trial before its unblinding has charts of all together, and none that compares', () => {
  const study = g.shipped('nct03673748');
  const seen = (protein: string, ...sledai: readonly string[]): readonly Seen[] => [
    first('3.0', ['proteinuria', 'haematuria', 'rash']),
    { visit: 'week 24', on: '2026-11-16', protein, sledai },
  ];
  const people = [
    followed('A', 'cells', seen('0.3', 'fever')),
    followed('B', 'placebo', seen('1.5', 'proteinuria')),
    followed('C', 'placebo', seen('3.0', 'proteinuria', 'rash')),
  ];
  const told = chartsIn(study, people);
  const masked = chartsIn(
    study,
    people.map((person) => ({ ...person, arm: undefined })),
  );
  assert.ok(told.has('chart/forest/primary'));
  assert.deepEqual(
    [...masked.keys()],
    [...told.keys()].filter((id) => !id.includes('forest')),
  );
  const map = mustBe(masked, 'chart/heat/SLEDAI-2K', 'heat map');
  const ends = map.rows.map(({ label, arm, cells }) => {
    const known = cells.flatMap((cell) => cell?.text ?? []);
    return [label, arm, known.join(' ')];
  });
  assert.deepEqual(ends, [
    ['A', undefined, '10 1'],
    ['B', undefined, '10 4'],
    ['C', undefined, '10 6'],
  ]);
  const mean = mustBe(masked, 'chart/mean/SLEDAI-2K', 'lines');
  assert.deepEqual(
    mean.series.map(({ points }) => points.map(({ label, y, n }) => [label, Math.round(y * 1000), n])),
    [
      [
        ['baseline', 10_000, 3],
        ['week 24', 3667, 3],
      ],
    ],
  );
});

/** A double-dummy trial by strata with a margin and a time to response that is analysed. */
test('non-inferiority by strata: margin, views, subgroups by stratum, and the planned curve', () => {
  const study = g.shipped('nct03580291');
  const seen = (screened: string, protein: string): readonly Seen[] => [
    { visit: 'screening', on: '2026-05-18', protein: screened },
    first('3.0'),
    { visit: 'week 24', on: '2026-11-16', protein },
  ];
  const people = ['3.5', '2.0'].flatMap((screened) =>
    ['cells', 'mmf'].flatMap((arm) =>
      ['0.3', '2.9'].map((protein) => followed(`${arm} ${screened} ${protein}`, arm, seen(screened, protein))),
    ),
  );
  const charts = chartsIn(study, people);
  const forest = mustBe(charts, 'chart/forest/primary-randomised', 'forest');
  assert.equal(forest.margin, -0.15);
  const labels = forest.rows.map(({ label }) => label);
  assert.ok(labels.includes('Per protocol') && labels.includes('All randomised, missing left out'));
  assert.deepEqual(
    forest.rows
      .filter(({ role }) => role === 'subgroup')
      .map(({ label, counts }) => [label, counts.replace(/\d+\//g, '')]),
    [
      ['urine protein from 3 g/g: yes', '2 v 2'],
      ['urine protein from 3 g/g: no', '2 v 2'],
    ],
  );
  const curve = mustBe(charts, 'chart/survival/time-to-response-compared', 'survival');
  assert.deepEqual(
    curve.series.map(({ arm }) => arm),
    ['cells', 'mmf'],
  );
  assert.doesNotMatch(curve.notes.join(' '), /no analysis of it/);
});
