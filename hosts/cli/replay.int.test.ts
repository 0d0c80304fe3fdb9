import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { FlowCounts } from '#core/reports/flow-counts.ts';
import { checkFlow } from '#core/reports/flow-sums.ts';
import type { ParticipantStanding } from '#core/reports/standing.ts';
import { edit, mustBeCalm, openScratch, type Told, tell } from './given.ts';

const scratch = openScratch('replay');
after(scratch.remove);
const folder = scratch.at('run');
const masked = scratch.at('masked');
let log: readonly Envelope<TrialEvent>[] = [];
let flow: FlowCounts;
const readLog = (at: string): readonly Envelope<TrialEvent>[] =>
  readFileSync(`${at}/log.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Envelope<TrialEvent> => JSON.parse(line));
before(async () => {
  assert.equal((await tell(['rehearse', 'nct05631717', '--participants', '12', '--out', folder])).code, 0);
  assert.equal((await tell(['rehearse', 'nct03673748', '--participants', '4', '--out', masked])).code, 0);
  log = readLog(folder);
  flow = JSON.parse(readFileSync(`${folder}/flow.json`, 'utf8'));
});
const replay = (...more: readonly string[]): Promise<Told> => tell(['replay', folder, ...more]);

interface Replayed {
  readonly at: { readonly position: number; readonly of: number; readonly date: string };
  readonly study: { readonly [name: string]: unknown };
  readonly flow: FlowCounts;
  readonly participants: readonly ParticipantStanding[];
}
const replayed = async (...more: readonly string[]): Promise<Replayed> =>
  JSON.parse((await replay('--json', ...more)).out);

test('at the end it is the flow that was written, and every participant', async () => {
  const { at, study, flow: last, participants } = await replayed();
  assert.deepEqual(last, flow);
  assert.deepEqual(at, { position: log.length, of: log.length, date: log.at(-1)?.at.date });
  assert.equal(participants.length, flow.screened);
  assert.equal(study.lockedOn, log.at(-1)?.at.date);
  assert.equal(participants.filter(({ place }) => place === 'randomised').length, 12);
  assert.ok(participants.every(({ place, ended }) => place !== 'randomised' || ended !== undefined));
});

test('at the end of a day: all that was recorded by then, and nothing after it', async () => {
  const last = log.filter(({ at }) => at.date <= '2026-03-31').at(-1) ?? assert.fail();
  const { at, study, flow: then, participants } = await replayed('--at', '2026-03-31');
  assert.equal(at.position, last.position);
  assert.equal(checkFlow(then), undefined);
  assert.deepEqual([study.openFor, study.closedOn, study.lockedOn], ['rehearsal', undefined, undefined]);
  const come = log.filter(
    ({ event, at: when }) => event.type === 'participant identified' && when.date <= '2026-03-31',
  );
  assert.deepEqual([then.screened, participants.length], [come.length, come.length]);
  for (const { lastVisit } of participants) assert.ok(lastVisit === undefined || lastVisit.on <= '2026-03-31');
});

test('after an event: each step is one event, and whoever was counted stays counted', async () => {
  let before = 0;
  for (const position of [1, 2, 3, 4, 50, 400, log.length - 1]) {
    const { at, flow: then } = await replayed('--at', String(position));
    assert.equal(at.position, position);
    assert.ok(then.screened >= before);
    assert.equal(checkFlow(then), undefined);
    before = then.screened;
  }
  const [first] = [await replayed('--at', '1')];
  assert.deepEqual([first.study.openFor, first.participants], [undefined, []]);
});

test('the next visit stands with its window until the day on which it is held or missed', async () => {
  const at = '2026-04-20';
  const { participants } = await replayed('--at', at);
  const waiting = participants.filter(({ nextVisit }) => nextVisit?.earliest !== undefined);
  assert.ok(waiting.length > 0);
  for (const { participant, nextVisit } of waiting) {
    const entered = log.find(
      ({ stream, event }) =>
        stream === `participant/${participant}` &&
        (event.type === 'visit held' || event.type === 'visit missed') &&
        event.visit === nextVisit?.visit,
    );
    assert.ok(entered === undefined || entered.at.date > at, participant);
  }
});

test('in words: the study, the flow and a line for each participant', async () => {
  const told = await replay('--at', '2026-04-20');
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.match(told.out, /^nct05631717 after event \d+ of \d+, on 2026-04-20\nThe study: approved as [0-9a-f]{12}, /);
  assert.match(told.out, /\n {2}Screened +\d+\n {2}Not randomised +\d+\n {4}Declined +\d+\n/);
  assert.match(told.out, /\n {2}0001 +nanjing +\S/);
  assert.match(
    told.out,
    /nanjing +randomised +(msc|il-2) +(baseline|week \d+) \(2026-\d\d-\d\d\) +week \d+ \(.* to .*\) +\d+\n/,
  );
});

test('one participant: visits, items, history and doses, each with a record that leads to its event', async () => {
  const { participants } = await replayed();
  const { participant: id } =
    participants.find(({ place, arm }) => place === 'randomised' && arm === 'msc') ?? assert.fail();
  const { participant } = JSON.parse((await replay('--participant', id, '--json')).out);
  const own = log.filter(({ stream }) => stream === `participant/${id}`);
  assert.equal(participant.version, own.length);
  const lists = [participant.visits, participant.items, participant.history, participant.doses, participant.judgements];
  for (const list of lists) {
    assert.ok(list.length > 0);
    for (const { record } of list) {
      const [, version] = /#(\d+)\//.exec(record) ?? [];
      assert.ok(Number(version) >= 1 && Number(version) <= own.length, record);
    }
  }
  const creatinine = participant.items.find((each: { item: string }) => each.item === 'creatinine');
  const [, version] = /#(\d+)\//.exec(creatinine.record) ?? [];
  assert.ok(JSON.stringify(own[Number(version) - 1]?.event).includes(`"value":"${creatinine.value}"`));
  const told = await replay('--participant', id);
  mustBeCalm(told);
  for (const title of ['Visits', 'Doses', 'Items, as they stand', 'History', 'Latest of each act'])
    assert.ok(told.out.includes(`\n${title}\n`), title);
  assert.match(told.out, new RegExp(`screening, creatinine: \\d+ umol/L +participant/${id}#\\d+/creatinine\\n`));
});

test('a participant who is not known, or not yet', async () => {
  const early = await replay('--participant', '0002', '--at', '1');
  assert.deepEqual([early.code, early.out], [2, '']);
  assert.match(early.err, /there is no participant 0002 after event 1\n0 participants had been identified by then\./);
  const other = await replay('--participant', '001');
  assert.equal(other.code, 2);
  mustBeCalm(other);
  assert.match(
    other.err,
    /there is no participant 001 after event \d+; did you mean 0\d+\?\n\d+ participants .*: 0001 to/,
  );
});

for (const at of ['yesterday', '0', '99999999', '2026-02-30', '2020-01-01', ''])
  test(`--at "${at}" is refused with what is accepted`, async () => {
    const told = await replay('--at', at);
    assert.deepEqual([told.code, told.out], [2, '']);
    mustBeCalm(told);
    assert.match(told.err, /is no moment of this log\nWrite a position from 1 to \d+, or a day from 2025-12-29\.\n/);
  });

test('in a masked trial the arm is not told before the unblinding, and nobody is counted in one', async () => {
  const end = readLog(masked);
  const told = end.findIndex(({ event }) => event.type === 'study unblinded') + 1;
  const at = async (position: number): Promise<Replayed> =>
    JSON.parse((await tell(['replay', masked, '--json', '--at', String(position)])).out);
  const [earlier, later] = [await at(told - 1), await at(end.length)];
  assert.ok(earlier.participants.every(({ arm }) => arm === undefined));
  assert.deepEqual(
    earlier.flow.arms.map(({ arm, allocated }) => [arm, allocated]),
    [['arm not told', 4]],
  );
  assert.deepEqual(
    later.flow.arms.map(({ arm }) => arm),
    ['cells', 'placebo'],
  );
  assert.equal(later.study.unblindedOn, end[told - 1]?.at.date);
});

test('a log that is broken, or no run at all, is not replayed', async () => {
  const path = `${folder}/log.ndjson`;
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, edit(text, '"2026-01-05"', '"2026-01-04"'));
  const told = await replay();
  writeFileSync(path, text);
  assert.deepEqual([told.code, told.out], [2, '']);
  assert.match(told.err, /log\.ndjson is broken at line \d+: content differs from its hash/);
  const none = await tell(['replay', scratch.at('missing')]);
  assert.equal(none.code, 2);
  mustBeCalm(none);
});
