import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { edit, mustBeCalm, openScratch, type Told, tell } from './given.ts';
import { type OpenedRun, openRun } from './opened-run.ts';
import { readRecordId, sayRecord } from './say-record.ts';

const scratch = openScratch('why');
after(scratch.remove);
const folder = scratch.at('run');
let run: OpenedRun;
before(async () => {
  assert.equal((await tell(['rehearse', 'nct05631717', '--out', folder])).code, 0);
  const opened = openRun(folder);
  run = typeof opened === 'string' ? assert.fail(opened) : opened;
});
const why = (figure: string, ...more: readonly string[]): Promise<Told> =>
  tell(['why', figure, '--from', folder, ...more]);

/** How an event names the item of a record id; undefined when it does not hold it. */
const holds = (record: string): string | undefined => {
  const place = readRecordId(record) ?? assert.fail(`${record} is no record id`);
  const found = run.eventAt(place.stream, place.version) ?? assert.fail(`${record} leads to no event`);
  const { event } = found;
  assert.ok(sayRecord(found, place.item).startsWith(`event ${found.position} ${place.stream} #${place.version} on `));
  if (event.type === 'section recorded') return event.items.find((each) => each.item === place.item)?.value;
  if (event.type === 'judgements recorded') return event.answers.find((each) => each.text === place.item)?.answer;
  if (event.type === 'history recorded')
    return event.records.find((each, index) => `${each.concept}.${index + 1}` === place.item)?.start;
  return event.type;
};

test('every figure of report.json is a figure of the run, with the same value', () => {
  const written = JSON.parse(readFileSync(`${folder}/report.json`, 'utf8'));
  assert.ok(written.figures.length > 500, 'eleven endpoints of forty people, and the tables');
  assert.equal(written.figures.length, run.report.figures.size);
  for (const { id, value } of written.figures) assert.equal(run.report.figures.get(id)?.value, value, id);
  const shown = written.tables.flatMap((table: { rows: { cells: { id: string }[] }[] }) =>
    table.rows.flatMap((row) => row.cells),
  );
  for (const { id } of shown) assert.ok(run.report.figures.has(id), id);
});

test('every figure rests on figures, or on events that hold the item', () => {
  let [figures, records] = [0, 0];
  for (const figure of run.report.figures.values())
    for (const rest of figure.rests) {
      if (run.report.figures.has(rest)) figures += 1;
      else {
        records += 1;
        assert.notEqual(holds(rest), undefined, `${figure.id} rests on ${rest}`);
      }
    }
  assert.ok(figures > 400, `${figures} figures below others`);
  assert.ok(records > 2000, `${records} records`);
});

test('what rests on nothing counts nobody, or says that it is not known', () => {
  for (const { id, value, rests } of run.report.figures.values())
    if (rests.length === 0) assert.match(value, /^0$|^0 of|not known|no|none/, id);
});

test('a count is the number of what it rests on', () => {
  const counts = [...run.report.figures.values()].filter(({ value }) => /^\d+$/.test(value) && value !== '');
  // What a listing says of one participant, such as a grade, counts nobody.
  const counted = counts.filter(({ id }) => !id.startsWith('value/') && !id.startsWith('listing-'));
  assert.ok(counted.length > 30);
  for (const { id, value, rests } of counted) assert.equal(rests.length, Number(value), id);
});

test('the walk of one figure: analysis, value, reason, event', async () => {
  const told = await why('primary/msc/responders');
  assert.equal(told.code, 0);
  mustBeCalm(told);
  const [head = '', value = '', because = ''] = told.out.split('\n');
  assert.match(head, /^responders, msc: \d+ of 20 \(\d+\.\d%\)$/);
  assert.match(value, /^ {2}value\/response\/\d{4}: (CR|PR)$/);
  assert.match(because, /^ {4}because /);
  assert.match(
    told.out,
    /^ {4}event \d+ participant\/\d{4} #\d+ on \d{4}-\d\d-\d\d by investigator: section recorded: week 24, kidney: creatinine = \d+ umol\/L$/m,
  );
  assert.match(
    told.out,
    /history recorded: prednisone from \d{4}-\d\d-\d\d, (ongoing|to [\d-]+), \d+(\.\d)? mg every 1 d, 1 a day/,
  );
});

test('--json: the same walk as a tree that ends in events', async () => {
  const value = JSON.parse((await why('primary/msc/responders', '--json')).out);
  assert.equal(value.id, 'primary/msc/responders');
  const [first] = value.rests;
  assert.match(first.id, /^value\/response\//);
  assert.match(first.rests[0].record, /^participant\//);
  assert.match(first.rests[0].event.hash, /^[0-9a-f]{64}$/);
});

for (const [id, said] of [
  ['flow/not-eligible', /eligibility assessed: not eligible \| /],
  ['primary/difference', /primary\/msc\/responders: .*\n {4}value\/response/],
  ['secondary/any-adverse-event/il-2', /value\/any-adverse-event\/\d{4}: (true|false|yes|no|not known)/],
] as const)
  test(`${id} can be asked for in words`, async () => {
    const told = await why(id);
    assert.equal(told.code, 0);
    mustBeCalm(told);
    assert.match(told.out, said);
    assert.doesNotMatch(told.out, /no event/);
  });

test('a population: who is in it and by which dose, who is not and why', async () => {
  const members = [...run.report.figures.values()].filter(({ id }) => id.startsWith('population/'));
  assert.equal(members.length, 80, 'two populations of forty');
  const [first] = members;
  const told = await why(first?.id ?? '');
  assert.match(told.out, /^\d{4} in the population treated: in\n {2}event \d+ participant\/\d{4} #\d+ .*dose given/);
  const out = members.find(({ value }) => value !== 'in') ?? assert.fail('everybody is per protocol');
  assert.ok((await why(out.id)).out.includes(`because ${out.because?.[0]}`), out.id);
});

test('a figure that is none: the nearest is named, with or without the name of the run', async () => {
  for (const [asked, near] of [
    ['flow/screend', 'flow/screened'],
    ['nct05631717-seed-7/flow/screend', 'flow/screened'],
    ['primary/mcs/responders', 'primary/msc/responders'],
  ] as const) {
    const told = await why(asked);
    assert.deepEqual([told.code, told.out], [2, '']);
    assert.ok(told.err.includes(`${asked} is no figure of this run; did you mean ${near}?`), told.err);
  }
  const told = await why('nct05631717-seed-7/flow/screened');
  assert.equal(told.code, 0, 'the name of the run may stand before the figure');
});

test('without --from the run is looked for among the rehearsals', async () => {
  const told = await tell(['why', 'no-such-run/flow/screened']);
  assert.equal(told.code, 2);
  assert.match(
    told.err,
    /rehearsals.no-such-run holds no run\nRehearse first, or name the folder of the run with --from\./,
  );
});

/** What is done to one file of the run, and what is said; in this order, each from a fresh run. */
const broken: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
  [
    'an edited event',
    'log.ndjson',
    (text) => edit(text, '"2026-01-05"', '"2026-01-04"'),
    /log\.ndjson is broken at line \d+: content differs/,
  ],
  [
    'a cut tail',
    'log.ndjson',
    (text) => `${text.split('\n').slice(0, -4).join('\n')}\n`,
    /log\.ndjson is broken at line \d+: tail is missing/,
  ],
  [
    'another study',
    'study.yaml',
    (text) => edit(text, 'UPCR < 0.5 g/g', 'UPCR < 0.8 g/g'),
    /study\.yaml is not the version under which the log was kept/,
  ],
  ['no study', 'study.yaml', () => 'a: 1\n', /study\.yaml does not compile/],
  ['a seal that is none', 'log.seal', () => 'hello\n', /log\.seal is not a seal/],
  ['a mark that is none', 'run.json', () => '{', /holds no run/],
];

for (const [what, file, change, said] of broken)
  test(`a run with ${what} answers nothing`, async () => {
    const path = `${folder}/${file}`;
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, change(text));
    const told = await why('flow/screened');
    writeFileSync(path, text);
    assert.deepEqual([told.code, told.out], [2, '']);
    mustBeCalm(told);
    assert.match(told.err, said);
  });

test('the written report is not needed: figures come from the log', async () => {
  rmSync(`${folder}/report.json`);
  assert.equal((await why('flow/screened')).code, 0);
});
