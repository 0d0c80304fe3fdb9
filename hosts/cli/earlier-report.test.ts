import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { earlierReport } from './earlier-report.ts';
import { openScratch } from './given.ts';

const scratch = openScratch('earlier-report');
after(scratch.remove);

/** What `contents.json` holds, and the files that are known as ours by it. */
const rows: readonly (readonly [string, string, readonly string[] | undefined])[] = [
  [
    'a report',
    '{"report":"nct1","sha256":{"report.html":"a","data/x.csv":"b"}}',
    ['report.html', 'data/x.csv', 'contents.json'],
  ],
  ['a report of nothing', '{"report":"nct1","sha256":{}}', ['contents.json']],
  ['another program', '{"files":["a"]}', undefined],
  ['a list', '["report","sha256"]', undefined],
  ['null', 'null', undefined],
  ['no JSON', 'hello', undefined],
];
for (const [index, [what, text, expected]] of rows.entries())
  test(`contents of ${what}`, () => {
    const folder = scratch.makeFolder(`f${index}`);
    scratch.write(`f${index}/contents.json`, text);
    const found = earlierReport(folder);
    assert.deepEqual(found && [...found], expected);
  });

test('a folder without contents, and no folder, hold no report', () => {
  assert.equal(earlierReport(scratch.makeFolder('none')), undefined);
  assert.equal(earlierReport(scratch.at('missing')), undefined);
});
