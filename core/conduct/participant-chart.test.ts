import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Measure } from '#core/measures/measure.ts';
import * as g from './given.ts';
import { chartOf } from './participant-chart.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.studyIn(text);

const chart = (events: Parameters<typeof g.participantAfter>[0], today?: string) =>
  chartOf(study, g.participantAfter(events), today);
const measureOf = (id: string): Measure => {
  const measure = study.lexicon.measures.get(id);
  assert.ok(measure !== undefined, id);
  return measure;
};

const dated = (of: ReturnType<typeof chart>) =>
  ['consent', 'screening', 'randomisation', 'first dose', 'baseline'].map((point) => of.dateOf(point)?.written);

test('visits and milestones have the dates of their events; what has not happened has none', () => {
  assert.deepEqual(dated(chart(g.screened(study))), ['2026-05-11', '2026-05-18', undefined, undefined, undefined]);
  assert.deepEqual(dated(chart(g.randomisedTo(study, 'il-2'))), [
    '2026-05-11',
    '2026-05-18',
    '2026-06-01',
    undefined,
    '2026-06-01',
  ]);
  const dose = (number: number, on: string) =>
    ({ type: 'dose given', dose: 'il-2-injection', number, on, planned: on, amount: '1000000', unit: 'IU' }) as const;
  assert.equal(
    chart(g.randomisedTo(study, 'il-2', dose(1, '2026-06-03'), dose(2, '2026-06-02'))).dateOf('first dose')?.written,
    '2026-06-02',
  );
});

test('asked as of a day, the randomisation to come is on that day; one that was is where it was', () => {
  assert.equal(chart(g.screened(study), '2026-06-05').dateOf('randomisation')?.written, '2026-06-05');
  assert.equal(chart(g.randomisedTo(study, 'il-2'), '2026-06-05').dateOf('randomisation')?.written, '2026-06-01');
});

test('a visit is due on the days of its window, once day 0 is known', () => {
  const randomised = chart(g.randomisedTo(study, 'il-2'));
  // Randomised on 2026-06-01; week 4 is day 28, three days either side.
  assert.equal(randomised.dueOn('week 4')?.written, '2026-06-26 to 2026-07-02');
  assert.equal(randomised.dueOn('baseline')?.written, '2026-06-01');
  assert.equal(randomised.dueOn('week 5'), undefined);
  assert.equal(chart(g.screened(study)).dueOn('week 4'), undefined);
});

test('a measure is computed from the answers of its own visit', () => {
  const of = chart([...g.screened(study), g.held('week 4', '2026-06-29'), g.kidney('week 4', 'creatinine 90 umol/L')]);
  assert.equal(of.measure('creatinine', 'screening').evidence[0]?.written, '1.0 mg/dL');
  assert.equal(of.measure('creatinine', 'week 4').evidence[0]?.written, '90 umol/L');
  assert.equal(of.measure('creatinine', 'week 8').status, 'not evaluable');
  assert.equal(of.measure('SLEDAI-2K', 'screening').status, 'ok');
  assert.equal(of.measure('age', 'consent').evidence[0]?.record, 'participant/P-001#3/birth');
  assert.throws(() => of.measure('cholesterol', 'screening'), /measure cholesterol is not in the study/);
});

test('a computation sees the visits that took place before, the latest first, and none that came later', () => {
  const events = [
    ...g.screened(study),
    g.held('week 4', '2026-06-29'),
    g.kidney('week 4', 'creatinine 90 umol/L'),
    g.held('week 8', '2026-07-27'),
  ];
  const seen: string[] = [];
  const spy: Measure = {
    ...measureOf('creatinine'),
    compute: (sitting) => {
      seen.push(
        ...sitting.earlier.map(
          ({ point, date, answer }) => `${point} ${date?.written} ${answer('creatinine')?.written ?? 'none'}`,
        ),
      );
      return measureOf('creatinine').compute(sitting);
    },
  };
  const lexicon = { ...study.lexicon, measures: new Map([...study.lexicon.measures, ['creatinine', spy]]) };
  const of = chartOf({ ...study, lexicon }, g.participantAfter(events));
  of.measure('creatinine', 'week 8');
  assert.deepEqual(seen, ['week 4 2026-06-29 90', 'screening 2026-05-18 1.0']);
  of.measure('creatinine', 'screening');
  assert.equal(seen.length, 2, 'nothing before the first visit');
});

test('histories by source, with what kind of end they have', () => {
  const of = chart(
    g.screened(study, {
      history: [
        { source: 'medication', concept: 'prednisone', start: '2026-01', end: 'ongoing' },
        { source: 'medication', concept: 'rituximab', start: '2026-03-02' },
        {
          source: 'condition',
          concept: 'infection',
          start: '2026-04-01',
          end: '2026-04',
          attributes: { severe: true },
        },
      ],
    }),
  );
  assert.deepEqual(
    of.records('medication').map(({ concept, end }) => [concept, end]),
    [
      ['prednisone', 'ongoing'],
      ['rituximab', 'single'],
    ],
  );
  const [infection] = of.records('condition');
  assert.deepEqual(infection?.attributes, { severe: true });
  assert.ok(typeof infection?.end === 'object' && infection.end.written === '2026-04');
  assert.deepEqual(of.records('procedure'), []);
  assert.notEqual(of.completeThrough('procedure'), undefined);
  assert.equal(chart([g.identified]).completeThrough('medication'), undefined);
});

test('a judgement is true, false, or not given', () => {
  const of = chart(g.screened(study));
  assert.equal(of.judgement('able and willing to comply with the study', 'screening').truth, 'true');
  assert.equal(of.judgement('live vaccine expected during the study', 'screening').truth, 'false');
  assert.deepEqual(of.judgement('live vaccine expected during the study', 'week 4'), {
    truth: 'unknown',
    record: undefined,
  });
});

test('a normal range is asked at the day of the point, in the laboratory of the site', () => {
  const site = text.replace('zone: Asia/Shanghai,', 'zone: Asia/Shanghai, laboratory: drum,');
  const ranges =
    '{ measure: creatinine, high: 1.1, unit: mg/dL, to: 2026-05-31 }, { measure: creatinine, high: 1.2, unit: mg/dL, from: 2026-06-01 }';
  const laboratory = `laboratories: [{ id: drum, title: Drum Tower, ranges: [${ranges}] }]\nvisits:\n`;
  const ranged = g.studyIn(site.replace('visits:\n', () => laboratory));
  const of = chartOf(ranged, g.participantAfter(g.randomisedTo(ranged, 'il-2')));
  const written = (point: string) => of.normalRange('creatinine', point)?.written;
  assert.deepEqual(['screening', 'baseline', 'week 4'].map(written), ['up to 1.1 mg/dL', 'up to 1.2 mg/dL', undefined]);
  assert.equal(chart(g.screened(study)).normalRange('creatinine', 'screening'), undefined);
});
