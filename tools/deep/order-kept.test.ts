import assert from 'node:assert/strict';
import test from 'node:test';
import {
  allocationStream,
  type ParticipantEvent,
  participantStream,
  type SealedEvent,
  sealedStream,
  studyStream,
  type TrialEvent,
} from '#core/conduct/trial-event.ts';
import type { Log } from '#core/record/log.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { outOfOrder } from './order-kept.ts';

const at = { instant: '2026-06-01T08:00:00Z', offset: '+00:00', zone: 'Etc/UTC', date: '2026-06-01' };
const actor = { id: 'dr-1', role: 'investigator' };

const put = <E extends TrialEvent | SealedEvent>(
  log: Log<E>,
  stream: string,
  events: readonly E[],
  reason?: string,
): void => {
  const reads = [{ stream, version: log.version(stream) }];
  const added = events.map((event) => ({ stream, event, ...(reason === undefined ? {} : { reason }) }));
  log.append({ reads, events: added, at, actor, study: 'hash' });
};

const on = '2026-06-01';
const identified: ParticipantEvent = { type: 'participant identified', participant: 'P', site: 's' };
const consent: ParticipantEvent = { type: 'consent given', on, version: '1' };
const described: ParticipantEvent = { type: 'participant described', born: '1990-01-01', sex: 'female' };
const assessed = (verdict: 'eligible' | 'not eligible'): ParticipantEvent => ({
  type: 'eligibility assessed',
  on,
  verdict,
  found: [],
});
const enrolled: ParticipantEvent = { type: 'participant enrolled', on };
const randomised: ParticipantEvent = { type: 'participant randomised', on, slot: 1, stratum: 'all' };
const assigned: ParticipantEvent = { type: 'participant assigned', on };
const disclosed: ParticipantEvent = { type: 'assignment disclosed', arm: 'a' };
const held = (visit: string, day = on): ParticipantEvent => ({ type: 'visit held', visit, on: day, inWindow: true });
const missed = (visit: string): ParticipantEvent => ({ type: 'visit missed', visit });
const section = (visit: string, item = 'weight'): ParticipantEvent => ({
  type: 'section recorded',
  visit,
  section: 'body',
  items: [{ item, value: '60', unit: 'kg' }],
});
const given = (number: number, dose = 'd'): ParticipantEvent => ({
  type: 'dose given',
  dose,
  number,
  on,
  planned: on,
  amount: '1',
  unit: 'g',
});
const notGiven = (number: number): ParticipantEvent => ({
  type: 'dose missed',
  dose: 'd',
  number,
  on,
  why: 'asked for',
});
const prepared = (number: number): ParticipantEvent => ({
  type: 'dose prepared',
  dose: 'd',
  number,
  on,
  amount: '1',
  unit: 'g',
  checkedBy: 'n',
});
const stopped: ParticipantEvent = { type: 'treatment discontinued', on, why: 'asked for' };
const declined: ParticipantEvent = { type: 'participant declined', on };
const ended: ParticipantEvent = { type: 'participation ended', on, how: 'withdrawn' };
const back: ParticipantEvent = { type: 'end taken back', replaces: 'participant/P#9/participation ended' };
const taken = (slot: number, participant: string): SealedEvent => ({
  type: 'slot taken',
  slot,
  stratum: 'all',
  arm: 'a',
  participant,
});

const toConsent = [identified, consent];
const toDay0 = [...toConsent, described, assessed('eligible'), enrolled, randomised, disclosed, held('baseline')];

/** What is found in the events of one person; who is allocated in them has taken a slot. */
const foundIn = (events: readonly ParticipantEvent[]): readonly string[] => {
  const [log, sealed] = [openMemoryLog<TrialEvent>(), openMemoryLog<SealedEvent>()];
  put(log, participantStream('P'), events);
  const allocated = events.filter(({ type }) => type === 'participant randomised' || type === 'participant assigned');
  put(sealed, allocationStream, allocated.length === 0 ? [] : [taken(1, 'P')]);
  return outOfOrder(log, sealed).map((fault) => fault.replace('participant/P ', ''));
};

/** Events in their order, and every fault of it with the place of its event. */
// biome-ignore format: one row a line
const rows: readonly (readonly [what: string, readonly ParticipantEvent[], readonly string[]])[] = [
  ['a whole course', [...toDay0, section('baseline'), given(1), held('week 1'), notGiven(2), given(3), stopped, ended], []],
  ['an end that was taken back, and another', [...toDay0, ended, back, held('week 1', '2026-06-09'), ended], []],
  ['an end taken back that was not entered', [...toDay0, back], ['#9 end taken back: participation ended']],
  ['who says no', [identified, declined], []],
  ['assigned otherwise', [...toDay0.filter((each) => each !== randomised).toSpliced(5, 0, assigned), given(1)], []],
  ['nobody was identified', [consent], ['#1 consent given: identified first, and once', '#1 consent given: participant identified']],
  ['identified twice', [identified, identified], ['#2 participant identified: identified first, and once', '#2 participant identified: twice']],
  ['a visit without consent', [identified, held('screening')], ['#2 visit held: consent given']],
  ['a form without a visit', [...toConsent, section('screening')], ['#3 section recorded: visit held']],
  ['enrolled before anything was assessed', [...toConsent, described, enrolled], ['#4 participant enrolled: eligibility assessed', '#4 participant enrolled: though ']],
  ['enrolled though not eligible', [...toConsent, described, assessed('eligible'), assessed('not eligible'), enrolled], ['#6 participant enrolled: though not eligible']],
  ['enrolled before being described', [...toConsent, assessed('eligible'), enrolled], ['#4 participant enrolled: participant described']],
  ['randomised before enrolment', [...toConsent, randomised], ['#3 participant randomised: participant enrolled']],
  ['a dose before allocation', [...toConsent, given(1)], ['#3 dose given: before allocation']],
  ['stopped before allocation', [...toConsent, stopped], ['#3 treatment discontinued: before allocation']],
  ['a visit held twice', [...toDay0, held('week 1'), held('week 1')], ['#10 visit held: week 1 again']],
  ['missed after it was held', [...toDay0, missed('baseline')], ['#9 visit missed: baseline again']],
  ['an item twice at one visit', [...toDay0, section('baseline'), section('baseline')], ['#10 section recorded: baseline/weight']],
  ['an item at two visits', [...toDay0, section('baseline'), held('week 1'), section('week 1')], []],
  ['a dose left out', [...toDay0, given(1), given(3)], ['#10 dose given: number 3 after 1']],
  ['the first dose is the second', [...toDay0, notGiven(2)], ['#9 dose missed: number 2 after 0']],
  ['a dose twice', [...toDay0, given(1), notGiven(1)], ['#10 dose missed: number 1 after 1']],
  ['two kinds of dose', [...toDay0, given(1), given(1, 'e'), given(2)], []],
  ['a dose after stopping', [...toDay0, stopped, given(1)], ['#10 dose given: after treatment was discontinued']],
  ['stopped twice', [...toDay0, stopped, stopped], ['#10 treatment discontinued: twice']],
  ['a consent after saying no', [identified, declined, consent], ['#3 consent given: after the end']],
  ['enrolled after the end', [...toConsent, described, assessed('eligible'), ended, enrolled], ['#6 participant enrolled: after the end']],
  ['ended twice', [...toDay0, ended, ended], ['#10 participation ended: twice', '#10 participation ended: after the end']],
  ['a visit on a day after the end', [...toDay0, ended, held('week 1', '2026-06-08')], ['#10 visit held: of 2026-06-08, after the end on 2026-06-01']],
];

for (const [what, events, expected] of rows) test(what, () => assert.deepEqual(foundIn(events), expected));

test('what is disclosed at the unblinding stands out of its order, and what is no event of a person is passed over', () => {
  const [log, sealed] = [openMemoryLog<TrialEvent>(), openMemoryLog<SealedEvent>()];
  put(log, studyStream, [{ type: 'study opened', purpose: 'rehearsal' }]);
  put(log, participantStream('P'), [...toConsent, ended]);
  put(log, participantStream('P'), [given(7)], 'sealed at 2026-06-01T08:00:00Z by dr-1, investigator');
  assert.deepEqual(outOfOrder(log, sealed), []);
  put(log, participantStream('P'), [given(7)], 'another reason');
  assert.ok(outOfOrder(log, sealed).length > 0);
});

test('people are told apart', () => {
  const [log, sealed] = [openMemoryLog<TrialEvent>(), openMemoryLog<SealedEvent>()];
  put(log, participantStream('P'), toConsent);
  put(log, participantStream('Q'), [held('screening')]);
  assert.deepEqual(outOfOrder(log, sealed), [
    'participant/Q #1 visit held: identified first, and once',
    'participant/Q #1 visit held: consent given',
  ]);
});

/** What stands in the sealed log, beside one who is randomised in public. */
// biome-ignore format: one row a line
const sealedRows: readonly (readonly [what: string, allocation: readonly SealedEvent[], own: readonly ParticipantEvent[], readonly string[]])[] = [
  ['one slot', [taken(1, 'P')], [disclosed, prepared(1), given(1), prepared(2), given(2)], []],
  ['a preparation left out', [taken(1, 'P')], [prepared(1), notGiven(1), notGiven(2), prepared(3), given(3)], []],
  ['prepared twice', [taken(1, 'P')], [prepared(1), prepared(1)], ['sealed/P prepared d: number 1 after 1']],
  ['a sealed dose left out', [taken(1, 'P')], [given(1), given(3)], ['sealed/P given d: number 3 after 1']],
  ['nothing taken', [], [], ['1 allocated in public, 0 sealed']],
  ['a slot too many', [taken(1, 'P'), taken(2, 'Q')], [], ['1 allocated in public, 2 sealed']],
  ['one slot for two', [taken(1, 'P'), taken(1, 'Q')], [], ['a slot was taken twice', '1 allocated in public, 2 sealed']],
  ['two slots for one', [taken(1, 'P'), taken(2, 'P')], [], ['somebody has two allocations', '1 allocated in public, 2 sealed']],
  ['a place instead', [{ type: 'place taken', arm: 'a', participant: 'P' }], [], []],
];

for (const [what, allocation, own, expected] of sealedRows)
  test(`sealed: ${what}`, () => {
    const [log, sealed] = [openMemoryLog<TrialEvent>(), openMemoryLog<SealedEvent>()];
    put(log, participantStream('P'), toDay0);
    put(sealed, allocationStream, allocation);
    put(sealed, sealedStream('P'), own);
    assert.deepEqual(outOfOrder(log, sealed), expected);
  });
