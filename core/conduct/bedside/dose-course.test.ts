import assert from 'node:assert/strict';
import test from 'node:test';
import { firstRefusal } from '#core/conduct/first-refusal.ts';
import { courseObjections, type DoseCourse } from './dose-course.ts';

const on = '2026-06-01';
const halt = (from: string, to: string, why = 'a rash') => ({ from, to, why });

test('what stands against the times of an infusion', () => {
  const hour = { started: '09:00', stopped: '10:00' };
  const night = { started: '23:30', stopped: '00:30', stoppedOn: '2026-06-02' };
  const rows: readonly (readonly [DoseCourse | undefined, string | undefined])[] = [
    [undefined, undefined],
    [hour, undefined],
    [night, undefined],
    [{ ...hour, incomplete: 'the line was blocked' }, undefined],
    [{ ...hour, incomplete: ' ' }, 'reason missing'],
    [{ ...hour, started: '9 am' }, 'started'],
    [{ ...hour, stopped: '10' }, 'stopped'],
    [{ ...hour, stopped: '09:00' }, 'stopped'],
    [{ ...hour, stopped: '08:00' }, 'stopped'],
    [{ ...hour, stoppedOn: '2026-06-04' }, 'stopped'],
    [{ ...hour, interruptions: [halt('09:10', '09:20'), halt('09:20', '10:00')] }, undefined],
    [{ ...night, interruptions: [halt('23:50', '00:10')] }, undefined],
    [{ ...hour, interruptions: [halt('09:10', '09:20', '')] }, 'reason missing'],
    [{ ...hour, interruptions: [halt('08:50', '09:20')] }, 'interruption'],
    [{ ...hour, interruptions: [halt('09:50', '10:01')] }, 'interruption'],
    [{ ...hour, interruptions: [halt('09:20', '09:10')] }, 'interruption'],
    [{ ...hour, interruptions: [halt('09:10', '09:30'), halt('09:20', '09:40')] }, 'interruption'],
    [{ ...hour, interruptions: [halt('soon', '09:40')] }, 'interruption'],
  ];
  for (const [course, expected] of rows) {
    const refusal = firstRefusal(courseObjections(course, on));
    const said = refusal?.refused === 'value not accepted' ? refusal.item : refusal?.refused;
    assert.equal(said, expected, JSON.stringify(course));
  }
});
