import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { at, open } from './given.ts';
import { pastMoment } from './learnt-when.ts';

/** It is 2027-06-01 at 16:00 in Shanghai. */
const setting = g.settingOf(open);
const rows: readonly (readonly [written: string, earliest: string | undefined, why: string | undefined])[] = [
  ['2027-06-01 16:00 +08:00', undefined, undefined],
  ['2027-06-01 16:01 +08:00', undefined, 'in the future'],
  ['2027-06-01 10:01 +02:00', undefined, 'in the future'],
  ['2027-06-01 10:00 +02:00', undefined, undefined],
  ['2026-06-01 10:00 +02:00', '2026-06-01 10:00 +02:00', undefined],
  ['2026-06-01 09:59 +02:00', '2026-06-01 10:00 +02:00', 'before awareness'],
  ['2026-06-01 16:00 +08:00', '2026-06-01 09:00 +02:00', undefined],
];
for (const [written, earliest, why] of rows)
  test(`${written}${earliest === undefined ? '' : `, after ${earliest}`}: ${why ?? 'accepted'}`, () => {
    const refused = pastMoment(at(written), setting, earliest === undefined ? undefined : at(earliest));
    assert.deepEqual(
      refused || undefined,
      why === undefined ? undefined : { refused: 'date impossible', date: written.slice(0, 10), why },
    );
  });

test('a moment whose parts do not agree is none', () => {
  const torn = { ...at('2026-06-01 10:00 +02:00'), date: '2026-06-02' };
  assert.deepEqual(pastMoment(torn, setting), { refused: 'date impossible', date: torn.instant, why: 'no date' });
});
