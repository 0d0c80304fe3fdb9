import assert from 'node:assert/strict';
import test from 'node:test';
import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { after, dayZero, followedIn, smallStudy } from './given.ts';
import { stopProhibited } from './prohibited.ts';

const treatments =
  'treatments: { allowed: [tacrolimus, glucocorticoid], prohibited: [immunosuppressant, biologic, dialysis] }\n';
const study = smallStudy(['visits:\n', `${treatments}visits:\n`]);
const medicine = (concept: string, end?: string): HistoryEntry => ({
  source: 'medication',
  concept,
  start: '2026-03',
  ...(end === undefined ? {} : { end }),
});

/** A record before day 0, and its end after it: undefined is one day. */
const rows: readonly (readonly [HistoryEntry, end: string | undefined])[] = [
  [medicine('mycophenolate', 'ongoing'), after(0)],
  [medicine('immunosuppressant', 'ongoing'), after(0)],
  // Rituximab is a B-cell depletion, this a B-cell agent, and that a biologic.
  [medicine('rituximab', 'ongoing'), after(0)],
  [medicine('tacrolimus', 'ongoing'), 'ongoing'],
  [medicine('prednisone', 'ongoing'), 'ongoing'],
  [medicine('hydroxychloroquine', 'ongoing'), 'ongoing'],
  [medicine('mycophenolate', '2026-04-30'), '2026-04-30'],
  [medicine('mycophenolate', '2026-04'), '2026-04'],
  [medicine('rituximab'), undefined],
  [{ source: 'procedure', concept: 'dialysis', start: '2026-05', end: 'ongoing' }, 'ongoing'],
];

for (const [entry, end] of rows)
  test(`${entry.concept} ${entry.end ?? 'on one day'}: ${end ?? 'stays so'}`, () => {
    const one = followedIn(study, 'drip');
    one.clerk.act({ type: 'record history', records: [entry] }, dayZero);
    stopProhibited(one, dayZero);
    assert.equal(one.clerk.state().history.at(-1)?.end, end);
  });

test('of several courses each that is prohibited ends, once; a study that prohibits nothing ends none', () => {
  for (const [of, ended] of [
    [study, [after(0), 'ongoing', after(0)]],
    [smallStudy(), ['ongoing', 'ongoing', 'ongoing']],
  ] as const) {
    const one = followedIn(of, 'drip');
    const names = ['mycophenolate', 'prednisone', 'rituximab'];
    one.clerk.act({ type: 'record history', records: names.map((name) => medicine(name, 'ongoing')) }, dayZero);
    stopProhibited(one, dayZero);
    const own = one.clerk.state().history.slice(-names.length);
    assert.deepEqual(
      own.map(({ end }) => end),
      ended,
    );
    const count = one.events().length;
    stopProhibited(one, dayZero + 1);
    assert.equal(one.events().length, count);
  }
});
