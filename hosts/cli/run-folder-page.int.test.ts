import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { valueColumns } from '#core/reports/value-rows.ts';
import { derivedNames } from './derived-files.ts';
import { openScratch, tell } from './given.ts';

const scratch = openScratch('page');
after(scratch.remove);
const folder = scratch.at('run');
const page = readFileSync('docs/run-folder.md', 'utf8');
before(async () => {
  assert.equal((await tell(['rehearse', 'nct05631717', '--participants', '4', '--out', folder])).code, 0);
});

/** The rows of the table under a heading, as cells. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const from = page.slice(page.indexOf(heading));
  assert.ok(page.includes(heading), heading);
  const lines = from.split('\n');
  const first = lines.findIndex((line) => line.startsWith('| --- |')) + 1;
  const table = lines.slice(
    first,
    lines.findIndex((line, index) => index > first && !line.startsWith('|')),
  );
  return table.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const named = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

test('the page names every file of a run folder, and no other, and which of them follow from the log', () => {
  const rows = tableUnder('# What a run folder holds');
  assert.deepEqual(rows.flatMap(([file]) => named(file)).toSorted(), readdirSync(folder).toSorted());
  const derived = rows.flatMap(([file, , follows]) => (follows === 'yes' ? named(file) : []));
  assert.deepEqual(derived, derivedNames);
});

test('the page names every column of values.csv in order', () => {
  const columns = tableUnder('## Analysis values').flatMap(([column]) => named(column));
  assert.deepEqual(columns, valueColumns);
  const [head] = readFileSync(`${folder}/values.csv`, 'utf8').split('\r\n');
  assert.equal(head, columns.join(','));
});

test('the page names every member of the flow and of an event', () => {
  const flow = JSON.parse(readFileSync(`${folder}/flow.json`, 'utf8'));
  const members = tableUnder('## The participant flow').flatMap(([member]) => named(member));
  assert.deepEqual(members.toSorted(), Object.keys(flow).toSorted());
  const saidOfArm = tableUnder('## The participant flow').find(([member]) => member === '`arms`')?.[1];
  for (const member of Object.keys(flow.arms[0])) assert.ok(named(saidOfArm).includes(member), member);
  const [event = ''] = readFileSync(`${folder}/log.ndjson`, 'utf8').split('\n');
  const ofEvent = tableUnder('## An event').flatMap(([member]) => named(member));
  assert.deepEqual(
    ofEvent.filter((member) => member !== 'reason').toSorted(),
    Object.keys(JSON.parse(event)).toSorted(),
  );
});
