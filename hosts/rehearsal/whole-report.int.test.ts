import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { shipped } from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import { chartRests } from '#core/reports/chart-rests.ts';
import { dataSets } from '#core/reports/datasets/trial-data.ts';
import { resultRows } from '#core/reports/result-rows.ts';
import { deriveReport, type TrialReport } from '#core/reports/trial-report.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const trials = ['nct01741857', 'nct03580291', 'nct03673748', 'nct04318600', 'nct05631717'] as const;

/** A rehearsal of sixteen, folded, with its events. */
const rehearsed = (trial: (typeof trials)[number]) => {
  const study = shipped(trial);
  const scenario = scenarioWith({ participants: 16 });
  const events = rehearse({ study, seed: 11, start: '2026-01-05', scenario }).log.all();
  return { study, events, people: foldParticipants(events), deviations: trialDeviations(study, events) };
};

const cellsOf = ({ tables }: TrialReport) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

for (const trial of trials) {
  const { study, events, people, deviations } = rehearsed(trial);
  const report = deriveReport(study, people, deviations);

  test(`${trial}: no id of a table, a figure or a picture stands twice`, () => {
    const { tables, sections } = report;
    for (const ids of [
      tables.map(({ id }) => id),
      cellsOf(report).map(({ id }) => id),
      sections.flatMap(({ charts }) => charts.map(({ id }) => id)),
    ])
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
      );
  });

  test(`${trial}: everything rests on a figure of the report or on an event of the log`, () => {
    const streams = new Map<string, number>();
    for (const { stream, version } of events) streams.set(stream, Math.max(version, streams.get(stream) ?? 0));
    const isRecord = (rest: string): boolean => {
      const [, stream = '', version = '0'] = /^([^#]+)#(\d+)\//.exec(rest) ?? [];
      return Number(version) >= 1 && Number(version) <= (streams.get(stream) ?? 0);
    };
    const charts = report.sections.flatMap((section) => section.charts);
    const rests = [...cellsOf(report).flatMap((cell) => cell.rests), ...charts.flatMap(chartRests)];
    const lost = [...new Set(rests)].filter((rest) => !report.figures.has(rest) && !isRecord(rest));
    assert.deepEqual(lost, []);
  });

  test(`${trial}: every number is one, and shares lie between 0 and 1`, () => {
    for (const { figure, quantity, number } of resultRows(report)) {
      assert.ok(Number.isFinite(number), `${figure} ${quantity}`);
      if (quantity === 'share' || quantity === 'p')
        assert.ok(number >= 0 && number <= 1, `${figure} ${quantity} ${number}`);
    }
  });

  test(`${trial}: arms add up to all of them`, () => {
    for (const { rows, columns } of report.tables) {
      const at = columns.indexOf('all');
      if (at < 1) continue;
      for (const { label, cells } of rows) {
        const people_ = cells.map(({ numbers }) => numbers?.people);
        const [all, arms] = [people_[at], people_.slice(0, at)];
        if (all === undefined || arms.some((each) => each === undefined)) continue;
        assert.equal(
          arms.reduce<number>((sum, each) => sum + (each ?? 0), 0),
          all,
          label,
        );
      }
    }
  });

  test(`${trial}: the order in which people are given changes nothing that is printed`, () => {
    const printed = (from: TrialReport) => [...cellsOf(from)].map(({ id, value }) => `${id} ${value}`).toSorted();
    assert.deepEqual(printed(deriveReport(study, people.toReversed(), deviations)), printed(report));
  });

  test(`${trial}: while arms are masked no table, picture or data set names one`, () => {
    const masked: readonly Participant[] = people.map((person) => ({ ...person, arm: undefined }));
    const hidden = deriveReport(study, masked, deviations);
    const arms = study.definition.arms.map(({ id }) => id);
    for (const { id, columns } of hidden.tables)
      for (const arm of arms) assert.ok(!columns.includes(arm), `${id} has a column ${arm}`);
    for (const { id } of cellsOf(hidden)) for (const arm of arms) assert.ok(!id.split('/').includes(arm), id);
    for (const { id, columns, rows } of dataSets(hidden.data)) {
      const at = columns.flatMap(({ name }, index) => (name.startsWith('arm') ? [index] : []));
      for (const row of rows)
        for (const index of at) {
          const cell = row[index];
          assert.ok(cell === undefined || !('words' in cell) || !arms.includes(cell.words), id);
        }
    }
    const drawn = hidden.sections.flatMap((section) => section.charts.flatMap(({ arms: named }) => named));
    for (const arm of arms) assert.ok(!drawn.includes(arm), arm);
  });
}
