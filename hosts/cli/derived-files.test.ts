import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { derivedNames, deriveFiles, reportValue } from './derived-files.ts';

const study = shipped('nct05631717');
const { report, files } = deriveFiles(study, sixPeople(study));

test('every file that follows from the log, by its name', () => {
  assert.deepEqual([...files.keys()], derivedNames);
  for (const text of files.values()) assert.ok(text.endsWith('\n'));
});

test('they agree with one another', () => {
  const read = (name: (typeof derivedNames)[number]) => JSON.parse(files.get(name) ?? '');
  assert.deepEqual(read('report.json'), JSON.parse(JSON.stringify(reportValue(report))));
  assert.equal(read('flow.json').screened, 6);
  assert.match(files.get('flow.svg') ?? '', />Screened \(n = 6\)</);
  assert.match(files.get('report.txt') ?? '', /\n {2}screened +6\n/);
  assert.equal(files.get('values.csv')?.split('\r\n').length, 6 * study.endpoints.length + 2);
});

test('of nobody there are all of them too', () => {
  assert.equal(deriveFiles(study, []).files.size, derivedNames.length);
});
