import assert from 'node:assert/strict';
import test from 'node:test';
import { chartFrom } from '#core/criteria/given.ts';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import * as g from './given.ts';
import { movedTo } from './moved-chart.ts';

const study = g.shipped('nct05631717');
const facts = {
  dates: { consent: '2026-05-10', screening: '2026-05-18', randomisation: '2026-06-01', baseline: '2026-06-01' },
  complete: { medication: '2026-05-18' },
  items: { 'UPCR at screening': '2 g/g' },
};
const moved = movedTo(chartFrom(facts, study.lexicon), study, readDay('2026-08-18') ?? 0);

/** Point, its day after the move. */
const rows: readonly (readonly [string, string | undefined])[] = [
  ['consent', '2026-05-10'],
  ['screening', '2026-08-18'],
  ['randomisation', '2026-08-18'],
  ['baseline', '2026-06-01'],
  ['week 4', undefined],
];
for (const [point, day] of rows) test(`${point}: ${day}`, () => assert.equal(moved.dateOf(point)?.written, day));

test('what was signed is signed through the day, what was not stays open', () => {
  assert.equal(writeDay(moved.completeThrough('medication') ?? 0), '2026-08-18');
  assert.equal(moved.completeThrough('condition'), undefined);
});

test('nothing moves back, and what was measured stays', () => {
  const earlier = movedTo(chartFrom(facts, study.lexicon), study, readDay('2026-01-01') ?? 0);
  assert.equal(earlier.dateOf('screening')?.written, '2026-05-18');
  assert.equal(moved.measure('UPCR', 'screening').status, 'ok');
});
