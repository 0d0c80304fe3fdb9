import assert from 'node:assert/strict';
import test from 'node:test';
import { at, file, hospital, mild, version } from '#core/conduct/safety-file/given.ts';
import { safetyDuties, stillToDo } from './duties.ts';
import { everywhere, having, infection, nowhere } from './given.ts';

const now = at('2026-05-06 12:00 +02:00');
const fresh = having(file(version('2026-05-06 09:00 +02:00', hospital, '2026-05-06 10:00 +02:00')), {
  id: 'P-002',
  site: 'a',
});
const older = having(file(version('2026-05-01 09:00 +02:00', hospital)), { id: 'P-001', site: 'b' });
const silent = having(undefined, { id: 'P-003', history: [infection({ attributes: { serious: true } })] });
const well = having(file(version('2026-05-01', mild)), { id: 'P-004' });

test('of everybody, sorted by until when; what has no day comes first', () => {
  const found = safetyDuties(everywhere, [fresh, older, silent, well], now);
  assert.deepEqual(
    found.map(({ participant, duty, state }) => `${participant} ${duty} ${state}`),
    [
      'P-003 report open',
      'P-001 site-24-hours done',
      'P-002 site-24-hours done',
      'P-001 eu-15-days open',
      'P-001 assessment open',
      'P-002 eu-15-days open',
      'P-002 assessment open',
    ],
  );
  assert.deepEqual(
    found.map(({ site }) => site),
    ['nanjing', 'b', 'a', 'b', 'b', 'a', 'a'],
  );
});

test('who has to do it: the investigator tells the sponsor, the safety physician the authorities', () => {
  for (const { duty, who } of safetyDuties(everywhere, [fresh, silent], now))
    assert.equal(who, duty === 'site-24-hours' || duty === 'report' ? 'investigator' : 'safety physician', duty);
});

test('what is still to be done', () => {
  const open = stillToDo(safetyDuties(nowhere, [fresh, older, silent, well], now));
  assert.deepEqual(
    open.map(({ participant, duty }) => `${participant} ${duty}`),
    ['P-002 assessment', 'P-001 assessment', 'P-003 report'],
  );
});

test('nobody, nothing', () => assert.deepEqual(safetyDuties(everywhere, [], now), []));
