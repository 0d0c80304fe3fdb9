import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { studyIn } from '#core/conduct/given.ts';
import { courses, eventsOf, person, sixPeople } from '#core/endpoints/given.ts';
import { deriveReport } from './trial-report.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const rituximab = { source: 'medication', concept: 'rituximab', start: '2026-03-02' } as const;
const excluded = g.participantAfter([
  ...g
    .screened(study, { history: [rituximab] })
    .map((event) => (event.type === 'participant identified' ? { ...event, participant: 'P-007' } : event)),
  {
    type: 'eligibility assessed',
    on: '2026-05-20',
    verdict: 'not eligible',
    found: [{ criterion: 'E1a', result: 'fails', because: ['rituximab 2026-03-02'] }],
  },
]);
const people = [...sixPeople(study), excluded];
const report = deriveReport(study, people);

test('every figure rests on figures of the report, or on records of events that happened', () => {
  const versions = new Map(people.map(({ id, version }) => [`participant/${id}`, version]));
  let [figures, records] = [0, 0];
  for (const { id, rests } of report.figures.values()) {
    for (const rest of rests) {
      if (report.figures.has(rest)) {
        figures += 1;
        continue;
      }
      const [, stream = '', version = ''] = /^(participant\/[^#]+)#(\d+)\/.+$/.exec(rest) ?? [];
      assert.ok(Number(version) >= 1 && Number(version) <= (versions.get(stream) ?? 0), `${id} rests on ${rest}`);
      records += 1;
    }
  }
  assert.ok(figures > 50 && records > 50, `${figures} figures, ${records} records`);
});

test('an item record leads to the event that says it', () => {
  const id = 'P-001';
  const events = eventsOf(study, id, 'msc', courses.complete);
  const alone = deriveReport(study, [person(study, id, 'msc', courses.complete)]);
  const records = alone.figures.get('value/response/P-001')?.rests ?? [];
  assert.ok(records.length > 0);
  for (const record of records) {
    const [, version = '', item = ''] = /#(\d+)\/(.+)$/.exec(record) ?? [];
    assert.ok(JSON.stringify(events[Number(version) - 1]).includes(item.replace(/\.\d+$/, '')), record);
  }
});

test('every figure that is shown can be asked for by its id, which is its own', () => {
  const shown = report.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  assert.equal(new Set(shown.map(({ id }) => id)).size, shown.length);
  for (const figure of shown) assert.equal(report.figures.get(figure.id), figure);
  assert.equal(new Set(report.tables.map(({ id }) => id)).size, report.tables.length);
});

test('there is a value of every endpoint for everyone who was randomised, and for nobody else', () => {
  const values = [...report.figures.keys()].filter((id) => id.startsWith('value/'));
  assert.equal(values.length, study.endpoints.length * 6);
  assert.ok(!values.some((id) => id.includes('P-007')));
});

test('what was assumed is in the report, with the questions that ask it', () => {
  assert.equal(report.notes.length, study.definition.assumptions.length);
  assert.ok(report.notes.some((note) => note.startsWith('A-03 ') && note.endsWith('[S002-03]')));
});

test('the same people give the same report, whatever their order', () => {
  const turned = deriveReport(study, people.toReversed());
  for (const [id, figure] of report.figures) {
    assert.equal(turned.figures.get(id)?.value, figure.value, id);
    assert.deepEqual(turned.figures.get(id)?.rests.toSorted(), figure.rests.toSorted(), id);
  }
});

test('a trial without people has a report', () => {
  assert.doesNotThrow(() => deriveReport(study, []));
  assert.equal(deriveReport(study, []).figures.get('flow/screened')?.value, '0');
});

test('a value that an intercurrent event decided says so, with the record of the event', () => {
  const died = { type: 'participation ended', on: '2026-09-01', how: 'died' } as const;
  const someone = person(study, 'P-009', 'msc', { ...courses.missed, more: [died] });
  const figure = deriveReport(study, [someone]).figures.get('value/response/P-009');
  assert.equal(figure?.value, 'none or CR, enters as none (composite)');
  assert.equal(figure?.because?.at(-1), 'composite, death on 2026-09-01: counts as no response');
  assert.match(figure?.rests.at(-1) ?? '', /participation ended$/);
});

test('who is in a population can be asked for, with the reasons of who is not', () => {
  assert.deepEqual(report.figures.get('population/treated/P-004')?.because, ['received no dose']);
  assert.equal(report.figures.get('population/per protocol/P-001')?.value, 'in');
  assert.equal(report.figures.has('population/treated/P-007'), false, 'who was not randomised has no values');
});
