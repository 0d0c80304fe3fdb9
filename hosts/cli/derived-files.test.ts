import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { rehearse } from '#hosts/rehearsal/rehearse.ts';
import { scenarioWith } from '#hosts/rehearsal/scenario.ts';
import { derivedNames, deriveFiles, reportValue } from './derived-files.ts';

const study = shipped('nct05631717');
const scenario = scenarioWith({ participants: 6 });
const events = rehearse({ study, seed: 3, start: '2026-01-05', scenario }).log.all();
const { report, files } = deriveFiles(study, events);

test('every file that follows from the log, by its name', () => {
  assert.deepEqual([...files.keys()], derivedNames);
  for (const text of files.values()) assert.ok(text.endsWith('\n'));
});

test('they agree with one another', () => {
  const read = (name: (typeof derivedNames)[number]) => JSON.parse(files.get(name) ?? '');
  assert.deepEqual(read('report.json'), JSON.parse(JSON.stringify(reportValue(report))));
  const { screened } = read('flow.json');
  assert.match(files.get('flow.svg') ?? '', new RegExp(`>Screened \\(n = ${screened}\\)<`));
  assert.match(files.get('report.txt') ?? '', new RegExp(`\\n {2}screened +${screened}\\n`));
  assert.match(files.get('report.html') ?? '', new RegExp(`>Screened \\(n = ${screened}\\)<`));
  assert.equal(files.get('values.csv')?.split('\r\n').length, 6 * study.endpoints.length + 2);
});

test('of nobody there are all of them too', () => {
  assert.equal(deriveFiles(study, []).files.size, derivedNames.length);
});
