import assert from 'node:assert/strict';
import test from 'node:test';
import { minutesBetween, readClockTime } from './clock-time.ts';

test('a time on the clock', () => {
  const rows = [
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', undefined],
    ['9:05', undefined],
    ['09:60', undefined],
    ['9.05', undefined],
    ['', undefined],
  ] as const;
  for (const [written, expected] of rows) assert.equal(readClockTime(written), expected, written);
});

test('minutes from one moment to another, over midnight and a leap day too', () => {
  const rows = [
    ['2026-06-01 09:00', '2026-06-01 10:15', 75],
    ['2026-06-01 09:00', '2026-06-01 08:45', -15],
    ['2026-06-01 23:30', '2026-06-02 00:30', 60],
    ['2028-02-28 12:00', '2028-03-01 12:00', 2880],
    ['2026-02-30 12:00', '2026-03-01 12:00', undefined],
    ['2026-06-01 25:00', '2026-06-01 12:00', undefined],
  ] as const;
  const moment = (written: string) => {
    const [on = '', at = ''] = written.split(' ');
    return { on, at };
  };
  for (const [from, to, expected] of rows)
    assert.equal(minutesBetween(moment(from), moment(to)), expected, `${from} ${to}`);
});
