import assert from 'node:assert/strict';
import test from 'node:test';
import { at, file, hospital, version } from '#core/conduct/safety-file/given.ts';
import { openFollowUp } from './open-follow-up.ts';

const report = version('2026-06-11', hospital);
const sent = (duty: string, day: string) => ({ duty, sent: at(`2026-06-${day}`) });

/** Days of June on which more was received, what was sent when, and the round: from when, and when it was answered. */
const rows: readonly (readonly [
  what: string,
  received: readonly string[],
  sent: readonly (readonly [duty: string, day: string])[],
  from: string | undefined,
  answered?: string,
])[] = [
  ['nothing sent', ['15'], [], undefined],
  ['nothing more learnt', [], [['us-15-days', '20']], undefined],
  ['learnt before the first report: it went into that', ['15'], [['us-15-days', '20']], undefined],
  ['learnt after it', ['22'], [['us-15-days', '20']], '22'],
  ['the first of several counts', ['22', '24', '26'], [['us-15-days', '20']], '22'],
  [
    'the first report was that of 7 days',
    ['18'],
    [
      ['us-7-days', '17'],
      ['us-15-days', '20'],
    ],
    '18',
  ],
  ['a report to the Union begins no round', ['22'], [['eu-15-days', '20']], undefined],
  [
    'answered',
    ['22'],
    [
      ['us-15-days', '20'],
      ['us-follow-up', '25'],
    ],
    '22',
    '25',
  ],
  [
    'answered, and nothing since',
    ['22', '24'],
    [
      ['us-15-days', '20'],
      ['us-follow-up', '25'],
    ],
    '22',
    '25',
  ],
  [
    'answered, and more since',
    ['22', '27'],
    [
      ['us-15-days', '20'],
      ['us-follow-up', '25'],
    ],
    '27',
  ],
  [
    'answered twice',
    ['22', '27'],
    [
      ['us-15-days', '20'],
      ['us-follow-up', '25'],
      ['us-follow-up', '29'],
    ],
    '27',
    '29',
  ],
];
for (const [what, received, reports, from, answered] of rows)
  test(`${what}: ${from ?? 'no round'}${answered === undefined ? '' : `, answered on the ${answered}th`}`, () => {
    const opened = {
      ...file(report, ...received.map((day) => version(`2026-06-${day}`, hospital))),
      sent: reports.map(([duty, day]) => sent(duty, day)),
    };
    assert.deepEqual(
      openFollowUp(opened),
      from && { from: at(`2026-06-${from}`), sent: answered === undefined ? undefined : at(`2026-06-${answered}`) },
    );
  });
