import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { mustBeCalm, openScratch, tell, trial } from './given.ts';

const scratch = openScratch('score');
after(scratch.remove);

let files = 0;
const table = (...lines: readonly string[]): string => {
  files += 1;
  return scratch.write(`${files}.csv`, lines.map((line) => `${line}\n`).join(''));
};
const persons = (text: string): string => {
  files += 1;
  return scratch.write(`${files}.yaml`, text);
};

const scored = async (measure: string, path: string, ...more: readonly string[]) => {
  const told = await tell(['score', measure, path, ...more]);
  mustBeCalm(told);
  return { ...told, out: told.out, err: told.err.replaceAll(path, 'FILE') };
};

test('a table: what is missing leaves bounds, what cannot be read refuses that person alone', async () => {
  const path = table(
    'id,date,rash,SLEDAI-2K.pyuria,others',
    'P-1,2026-05-18,present,absent,absent',
    'P-2,2026-05-18,present,,absent',
    'P-3,2026-05-18,presnt,absent,absent',
    'P-4,2026-13-18,present,absent,absent',
    'P-5,2026-05-18,present,absent',
    'P-6,2026-05-18,,,',
    '"P,7",2026-05-18,present,not done,absent',
    'P-8,2026-05-18,pre"sent,absent,absent',
  );
  const { code, out, err } = await scored('SLEDAI-2K', path);
  assert.equal(code, 1);
  assert.equal(
    err,
    [
      'FILE:4:16 error: "presnt" is not accepted for SLEDAI-2K.rash; expected present, absent [SLEDAI-2K.rash]',
      'FILE:5:5 error: "2026-13-18" is no date; expected a date such as 2026-03-02, 2026-03 or 2026 [date]',
      'FILE:6:1 error: the row has 4 cells; expected 5, as the header',
      'FILE:9:16 error: a quote inside a cell that does not begin with one',
      '',
    ].join('\n'),
  );
  assert.equal(
    out,
    [
      'P-1  2  SLEDAI-2K 2: rash 2',
      'P-2  2  SLEDAI-2K 2: rash 2',
      'P-3  refused',
      'P-4  refused',
      'P-5  refused',
      'P-6  not evaluable  SLEDAI-2K not known',
      '    missing SLEDAI-2K',
      'P,7  2..6  partial  SLEDAI-2K 2 to 6: rash 2',
      '    missing SLEDAI-2K.pyuria (not done)',
      'P-8  refused',
      '',
      '8 people: 2 ok, 1 partial, 1 not evaluable, 4 refused.',
      'Missing, and for how many: SLEDAI-2K 1, SLEDAI-2K.pyuria (not done) 1.',
      '',
    ].join('\n'),
  );
});

/** Units: in the header, in the cell, both, neither. */
const units: readonly (readonly [header: string, cell: string, said: RegExp])[] = [
  ['creatinine [mg/dL]', '1.2', /^P {2}1\.2 {2}Serum creatinine 1\.2 mg\/dL/],
  ['creatinine [umol/L]', '106', /^P {2}1\.199072 /],
  ['creatinine', '1.2 mg/dL', /^P {2}1\.2 /],
  ['creatinine [mg/dL]', '1.2 mg/dL', /^P {2}1\.2 /],
  ['creatinine [mg/dL]', '<0.5', /^P {2}<0\.5 /],
  ['creatinine [mg/dL]', 'not done', /^P {2}not evaluable .*\n {4}missing creatinine \(not done\)/],
  ['creatinine [mg/dL]', '106 umol/L', /:2:3 error: the column is in mg\/dL, the cell says "umol\/L"/],
  ['creatinine', '1.2', /:2:3 error: no unit for creatinine; expected mg\/dL, umol\/L/],
  ['creatinine [mg/dL]', '1;2', /:2:3 error: "1;2" is not accepted for creatinine/],
  ['creatinine [mg/dL]', '88', /to be looked at: creatinine 88 mg\/dL, plausible 0\.1 to 20 mg\/dL/],
];

for (const [header, cell, said] of units)
  test(`${header} beside ${cell}`, async () => {
    const told = await scored('creatinine', table(`id,${header}`, `P,${cell}`));
    assert.match(`${told.err}${told.out}`, said);
  });

/** The exit code by what came of the people. */
const codes: readonly (readonly [rows: readonly string[], code: number])[] = [
  [['P,1.8'], 0],
  [['P,1.8', 'Q,'], 3],
  [['P,1.8', 'Q,not done'], 3],
  [['P,1.8', 'Q,9'], 1],
  [['Q,', 'P,9'], 1],
];

for (const [rows, code] of codes)
  test(`${rows.join(' ')} ends with ${code}`, async () =>
    assert.equal((await scored('PGA', table('id,PGA', ...rows))).code, code));

test('CRLF, a byte order mark, a trailing line end and none, and no id', async () => {
  const path = scratch.write('crlf.csv', '\uFEFFPGA\r\n1.8\r\n"0.4"\r\n');
  assert.match((await scored('PGA', path)).out, /^line 2 {2}1\.8 {2}PGA 1\.8\nline 3 {2}0\.4 {2}PGA 0\.4\n/);
});

test('a measure that compares visits takes the earlier rows of the same person', async () => {
  const items = ['BILAG.83 [mg/mmol]', 'BILAG.88', 'BILAG.86', 'BILAG.79', 'BILAG.82'];
  const head = `id,date,${items.join(',')}`;
  const { out } = await scored(
    'BILAG-2004-items',
    table(head, 'A,2026-04-20,180,no,,,', 'A,2026-05-18,90,no,,,', 'B,2026-05-18,180,no,,,'),
    '--json',
  );
  const renal = JSON.parse(out).people.map(
    (each: { readonly systems: Readonly<Record<string, string>> }) => each.systems.renal,
  );
  assert.equal(renal[0], renal[2], 'the first visit of either');
  assert.notEqual(renal[1], renal[0], 'half of the protein before');
});

test('one person, many, and the file of a participant', async () => {
  const one = persons('id: P-1\nitems: { PGA: 1.8 }\n');
  assert.match((await scored('PGA', one)).out, /^P-1 {2}1\.8 {2}PGA 1\.8\n\n1 person: 1 ok/);
  const many = persons('# two\n- id: P-1\n  items: { PGA: 1.8 }\n- items:\n    PGA: 9\n');
  const told = await scored('PGA', many);
  assert.equal(told.code, 1);
  assert.match(
    told.err,
    /^FILE:5:10 error: "9" is not accepted for PGA; expected a number from 0 to 3 .* \[\[1\]\.items\.PGA\]\n$/,
  );
  assert.match(told.out, /^P-1 {2}1\.8 .*\nperson 2 {2}refused\n/);
  const eligible = await scored('SLEDAI-2K', `${trial}/people/eligible.yaml`);
  assert.match(eligible.out, /^P-001 {2}10 {2}SLEDAI-2K 10: haematuria 4, proteinuria 4, low-complement 2\n/);
  assert.match((await scored('prednisone-equivalent', `${trial}/people/eligible.yaml`)).out, /^P-001 {2}30 {2}/);
});

/** Slips in a YAML file, with their place. */
const slips: readonly (readonly [text: string, said: RegExp])[] = [
  ['id: P\nitms: {}\n', /^FILE:2:1 error: "itms" is not a field here; .*did you mean items\?/],
  ['id: 007\nitems: {}\n', /^FILE:1:5 error: 7 cannot stand here; expected a text; a number stands in quotes/],
  ['id: P\nborn: 1992-13-01\n', /^FILE:2:7 error: "1992-13-01" is no date/],
  ['id: P\nsex: f\n', /^FILE:2:6 error: "f" is not accepted for sex; expected female, male/],
  ['id: P\nitems:\n  SLEDAI-2K: { rahs: present }\n', /^FILE:3:16 error: "rahs" is no item; did you mean rash\?/],
  ['id: P\nitems: { rash: present, SLEDAI-2K.rash: absent }\n', /^FILE:2:25 error: SLEDAI-2K\.rash is answered twice/],
  ['id: P\nitems: { rash: [present] }\n', /^FILE:2:16 error: \["present"\] cannot stand here/],
  ['id: P\nnormal: { ALTT: 7 to 40 U/L }\n', /^FILE:2:11 error: "ALTT" is no item; did you mean ALT\?/],
  ['id: P\ndate: 2027-01-01\ntoday: 2026-05-18\n', /^FILE:2:7 error: "2027-01-01" lies in the future/],
  [
    'id: P\nmedication: { records: [{ concept: prednison, from: 2026 }] }\n',
    /^FILE:2:36 error: "prednison" is no medicine/,
  ],
  ['participant: P\nscreening: 2026-13-01\n', /^FILE:2:12 error: "2026-13-01" is no date/],
  ['- id: P\n  date: soon\n', /^FILE:2:9 error: "soon" is no date/],
];

for (const [text, said] of slips)
  test(`${JSON.stringify(text)}: ${said.source}`, async () => {
    const told = await scored('SLEDAI-2K', persons(text));
    assert.equal(told.code, 1);
    assert.match(told.err, said);
    assert.match(told.out, /1 refused\./);
  });

/** Files that are none: nothing is scored, and the program says why. */
const unusable: readonly (readonly [name: string, content: string | Uint8Array, said: RegExp])[] = [
  ['empty.csv', '', /the file is empty/],
  ['blank.csv', '\n\n', /the file is empty/],
  ['header.csv', 'id,PGA\n', /holds nobody/],
  ['binary.csv', new Uint8Array([0, 159, 146, 150]), /it is not UTF-8 text/],
  ['zeros.csv', new Uint8Array(1000), /a control character \(code 0\)/],
  ['utf16.csv', new Uint8Array([0xff, 0xfe, 0x69, 0]), /it is not UTF-8 text/],
  ['open.csv', 'id,PGA\nP,1.8\nQ,"1\nR,1\n', /:3:3 error: a quote that never closes; no row was scored/],
  ['semicolons.csv', 'id;PGA\nP;1.8\n', /separated by ";"/],
  ['long.csv', `${'x'.repeat(10_000_000)}\n`, /no column is an item that PGA reads/],
  ['empty.yaml', '', /the file holds no fields; expected a person as a map, or a list of them/],
  ['text.yaml', 'hello', /the file holds no fields/],
  ['flow.yaml', '[1, 2]', /the file holds no fields/],
  ['twice.yaml', 'id: P\nid: Q\n', /:2:1 error: Map keys must be unique/],
  ['long.yaml', `id: ${'x'.repeat(10_000_000)}`, /nothing of it was read/],
  ['control.yaml', 'id: \u0007', /a control character/],
  ['table.txt', 'id,PGA\n', /is neither \.csv nor \.yaml/],
];

for (const [name, content, said] of unusable)
  test(`${name} cannot be used`, async () => {
    const told = await scored('PGA', scratch.write(name, content));
    assert.deepEqual([told.code, told.out], [2, '']);
    assert.match(told.err, said);
    assert.ok(told.err.length < 2000);
  });

test('a folder, a device and what is not there cannot be read', async () => {
  for (const path of [scratch.makeFolder('a.csv'), scratch.at('missing.yaml')]) {
    const told = await scored('PGA', path);
    assert.equal(told.code, 2);
    assert.match(told.err, /^FILE was not read: (it is a folder|there is no such file)\n/);
  }
  assert.match(
    (await tell(['score', 'PGAA', scratch.at('missing.csv')])).err,
    /there is no measure "PGAA"; did you mean PGA\?/,
  );
});

test('cells of ten megabytes refuse one person', async () => {
  const path = table('id,PGA', `P,${'9'.repeat(10_000_000)}`, 'Q,1.8');
  const told = await scored('PGA', path);
  assert.equal(told.code, 1);
  assert.match(told.out, /^P {2}refused\nQ {2}1\.8 /);
  assert.ok(told.err.length < 500);
});

test('of persons in YAML that is no person, each is refused by itself', async () => {
  const told = await scored('PGA', persons('- 1\n- [2]\n- null\n- id: P\n  items: { PGA: 1.8 }\n'));
  assert.equal(told.code, 1);
  assert.match(told.out, /^person 1 {2}refused\nperson 2 {2}refused\nperson 3 {2}refused\nP {2}1\.8 /);
});

test('--out writes a table or JSON whole, and only where it is named', async () => {
  const path = table('id,PGA', 'P,1.8', 'Q,9');
  const csv = scratch.at('scores.csv');
  const told = await scored('PGA', path, '--out', csv);
  assert.equal(told.code, 1);
  assert.match(told.out, /scores\.csv written\n\n2 people: 1 ok, 0 partial, 0 not evaluable, 1 refused\.\n$/);
  assert.match(
    readFileSync(csv, 'utf8'),
    /^id,date,.*\r\nP,,PGA,pga\/1,ok,1\.8,.*\r\nQ,,PGA,pga\/1,refused,,.*3:3 ""9"" is not accepted/,
  );
  const json = scratch.at('scores.json');
  await scored('PGA', path, '--out', json);
  assert.equal(JSON.parse(readFileSync(json, 'utf8')).people.length, 2);
});

/** Places that are not written to. */
const places: readonly (readonly [out: (path: string) => string, said: RegExp])[] = [
  [(path) => path, /is the file that is read/],
  [() => scratch.at('scores.txt'), /is neither \.csv nor \.json/],
  [() => scratch.at('nowhere', 'scores.csv'), /was not written: ENOENT/],
  [() => scratch.makeFolder('folder.json'), /was not written: it is not a file/],
];

for (const [out, said] of places)
  test(`--out: ${said.source}`, async () => {
    const path = table('id,PGA', 'P,1.8');
    const told = await tell(['score', 'PGA', path, '--out', out(path)]);
    assert.deepEqual([told.code, told.out], [2, '']);
    assert.match(told.err, said);
    assert.equal(readFileSync(path, 'utf8'), 'id,PGA\nP,1.8\n');
  });

test('--json is one value, faults in it', async () => {
  const told = await tell(['score', 'PGA', table('id,PGA', 'P,9'), '--json']);
  assert.deepEqual([told.code, told.err], [1, '']);
  const [person] = JSON.parse(told.out).people;
  assert.deepEqual([person.status, person.faults[0].line, person.faults[0].column], ['refused', 2, 3]);
});

test('a hundred thousand rows take seconds', async () => {
  const items = ['rash', 'fever', 'pyuria', 'proteinuria', 'others'];
  const rows = Array.from(
    { length: 100_000 },
    (_, row) => `P-${row},present,absent,${row % 7 === 0 ? '' : 'absent'},present,absent`,
  );
  const path = table(`id,${items.join(',')}`, ...rows);
  const started = performance.now();
  const told = await scored('SLEDAI-2K', path, '--out', scratch.at('many.csv'));
  assert.equal(told.code, 0);
  assert.ok(performance.now() - started < 60_000, 'a minute, on a machine that does much else');
});
