/** Days by hand; 280 and 266 days by Naegele's rule. */
import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { at } from '#core/conduct/safety-file/given.ts';
import type { PregnancyFile } from '#core/conduct/safety-file/safety-file.ts';
import { pregnancyDuties } from './pregnancy-duties.ts';

const study = g.shipped('nct04318600');
const infused = { dose: 'a', number: 1, on: '2026-06-01', amount: '1', unit: '{cells}', record: 'r' };
const pregnancy = (more: Partial<PregnancyFile> = {}): PregnancyFile => ({
  record: 'p',
  of: 'participant',
  awareness: at('2026-06-10 09:00 +08:00'),
  received: at('2026-06-10 12:00 +08:00'),
  ended: undefined,
  ...more,
});
const having = (file: PregnancyFile, more: Partial<Participant> = {}): Participant => ({
  ...g.participantAfter([g.identified, g.consented, { type: 'participant assigned', on: '2026-06-01' }]),
  arm: 'cells',
  doses: [infused],
  safety: { events: new Map(), pregnancies: [file] },
  ...more,
});

const told = (person: Participant, now: string): readonly string[] =>
  pregnancyDuties(study, person, at(now)).map(
    ({ duty, due, state }) =>
      `${duty} ${due === undefined ? '' : due.by === 'instant' ? due.instant : due.date} ${state}`,
  );
const of = (duty: string, person: Participant, now: string): string | undefined =>
  told(person, now).find((each) => each.startsWith(duty));

test('a pregnancy is reported in 24 hours, treatment ends on the day, and it is followed until it ends', () =>
  assert.deepEqual(told(having(pregnancy({ lastPeriod: '2026-05-01' })), '2026-06-10'), [
    'pregnancy-24-hours 2026-06-11T01:00:00Z done',
    'stop treatment 2026-06-10 due soon',
    'pregnancy-outcome 2027-02-05 open',
  ]));

const rows: readonly (readonly [
  what: string,
  duty: string,
  PregnancyFile,
  Partial<Participant>,
  now: string,
  expected: string | undefined,
])[] = [
  [
    'reported after 25 hours',
    'pregnancy-24',
    pregnancy({ received: at('2026-06-11 10:00 +08:00') }),
    {},
    '2026-07-01',
    '2026-06-11T01:00:00Z done late',
  ],
  [
    'by conception, 266 days',
    'pregnancy-outcome',
    pregnancy({ conception: '2026-05-15' }),
    {},
    '2026-07-01',
    '2027-02-05 open',
  ],
  [
    'of a month the last day counts',
    'pregnancy-outcome',
    pregnancy({ lastPeriod: '2026-05' }),
    {},
    '2026-07-01',
    '2027-03-07 open',
  ],
  [
    'in its last quarter',
    'pregnancy-outcome',
    pregnancy({ lastPeriod: '2026-05-01' }),
    {},
    '2026-11-27',
    '2027-02-05 due soon',
  ],
  [
    'nobody says how it ended',
    'pregnancy-outcome',
    pregnancy({ lastPeriod: '2026-05-01' }),
    {},
    '2027-02-06',
    '2027-02-05 late',
  ],
  [
    'it ended',
    'pregnancy-outcome',
    pregnancy({ lastPeriod: '2026-05-01', ended: { outcome: 'live birth', on: '2027-02-20' } }),
    {},
    '2027-03-01',
    '2027-02-05 done',
  ],
  ['nothing is known of when', 'pregnancy-outcome', pregnancy(), {}, '2029-01-01', ' open'],
  ['treatment goes on', 'stop', pregnancy(), {}, '2026-06-11', '2026-06-10 late'],
  [
    'stopped on the day',
    'stop',
    pregnancy(),
    { discontinued: { on: '2026-06-10', why: 'pregnancy' } },
    '2026-07-01',
    '2026-06-10 done',
  ],
  [
    'stopped a day later',
    'stop',
    pregnancy(),
    { discontinued: { on: '2026-06-11', why: 'pregnancy' } },
    '2026-07-01',
    '2026-06-10 done late',
  ],
  [
    'left on that day',
    'stop',
    pregnancy(),
    { ended: { on: '2026-06-10', how: 'withdrawn' } },
    '2026-07-01',
    '2026-06-10 done',
  ],
  ['never treated', 'stop', pregnancy(), { doses: [] }, '2026-06-11', undefined],
  ['in the control, nothing is planned', 'stop', pregnancy(), { arm: 'control' }, '2026-06-11', undefined],
  ['of a partner', 'stop', pregnancy({ of: 'partner' }), {}, '2026-06-11', undefined],
  ['after the last infusion', 'stop', pregnancy({ awareness: at('2026-07-28') }), {}, '2026-08-11', undefined],
];
for (const [what, duty, file, more, now, expected] of rows)
  test(`${what}: ${duty} ${expected ?? 'is not asked'}`, () =>
    assert.equal(
      of(duty, having(file, more), now)
        ?.split(' ')
        .slice(duty === 'stop' ? 2 : 1)
        .join(' '),
      expected,
    ));

test('a study without a rule on pregnancy asks nobody to stop', () => {
  const found = pregnancyDuties(g.shipped('nct05631717'), having(pregnancy(), { arm: 'il-2' }), at('2026-06-11'));
  assert.deepEqual(
    found.map(({ duty }) => duty),
    ['pregnancy-24-hours', 'pregnancy-outcome'],
  );
});

test('a pregnancy ends nobody’s participation', () => {
  const person = having(pregnancy());
  pregnancyDuties(study, person, at('2026-06-11'));
  assert.equal(person.ended, undefined);
  assert.ok(told(person, '2026-06-11').every((each) => !each.includes('participation')));
});
