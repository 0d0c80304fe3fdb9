import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { shipped } from '#core/conduct/given.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import { deriveReport } from '#core/reports/trial-report.ts';
import { rehearse } from '#hosts/rehearsal/rehearse.ts';
import { scenarioWith } from '#hosts/rehearsal/scenario.ts';
import { coverOf } from './report-cover.ts';
import { reportHtml } from './report-html.ts';

const study = shipped('nct04318600');
const scenario = scenarioWith({ participants: 4 });
const events = rehearse({ study, seed: 2, start: '2026-01-05', scenario }).log.all();
const report = deriveReport(study, foldParticipants(events), trialDeviations(study, events));
const page = reportHtml(coverOf(study, events), report, '<svg></svg>', events);

test('a record in the page says what its event says', () => {
  const [, record = '', said = ''] = /<li id="record-[^"]+"><b>([^<]+)<\/b> ([^<]+)<\/li>/.exec(page) ?? [];
  assert.match(record, /^participant\/\d+#\d+\//);
  assert.match(said, /^event \d+ participant\/\d+ #\d+ on \d{4}-\d{2}-\d{2} by /);
});

test('no record of the page is without an event', () => assert.doesNotMatch(page, /no such event/));

test('every link of the page leads to a place in it', () => {
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const lost = [...page.matchAll(/href="#([^"]+)"/g)].flatMap(([, to]) => (places.has(to) ? [] : [to]));
  assert.deepEqual(lost, []);
});

test('every table with rows and every picture of the report is in the page', () => {
  for (const { tables, charts } of report.sections) {
    for (const { title, rows } of tables)
      if (rows.length > 0)
        assert.ok(page.includes(`<caption>${title.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}`), title);
    for (const { id } of charts)
      assert.ok(
        page.includes(`id="chart-${id.replaceAll(/[^A-Za-z0-9/.-]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`)}"`),
        id,
      );
  }
});
