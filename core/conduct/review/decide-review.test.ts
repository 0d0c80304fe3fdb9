import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { noStudy } from '#core/conduct/study-state.ts';
import { type ParticipantEvent, participantStream } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import type { ReviewCommand } from './review-command.ts';

const raise: ReviewCommand = { type: 'raise query', about: r.aboutUpcr, text: 'Is this so?' };
const ended = r.tookPart.at(-1) ?? assert.fail();

test('data are reviewed when a participation has ended, and no longer once they are locked', () => {
  r.past('monitor', ended).when(raise).then(r.raised());
  const locked = { ...g.openTrial, lockedOn: '2027-05-01' };
  assert.deepEqual(g.deciderOf(r.study, 'monitor', locked).decide(raise, r.personAfter()), {
    refused: 'data locked',
    on: '2027-05-01',
  });
  assert.deepEqual(g.deciderOf(r.study, 'monitor', noStudy).decide(raise, r.personAfter()), {
    refused: 'study not open',
  });
});

test('the role is asked before all else, and nobody reviews the data of somebody who is not known', () => {
  r.past('sponsor')
    .when({ ...raise, text: '' })
    .refuses('role may not');
  assert.deepEqual(g.deciderOf(r.study, 'monitor').decide(raise, g.participantAfter([])), {
    refused: 'participant unknown',
    participant: '',
  });
});

const masked = g.shipped('nct04318600');
const site = masked.definition.sites[0]?.id ?? assert.fail();
const reaction: ParticipantEvent = {
  type: 'history recorded',
  records: [{ source: 'adverse event', concept: 'infusion-reaction', start: '2026-06-02' }],
};

/** A desk at which somebody has an adverse event in the sealed log. */
const sealedScene = () => {
  const opened = g.openedDesk(masked, g.listOf('cells'));
  const stream = participantStream(g.id);
  const append = (log: typeof opened.log | typeof opened.sealed, at: string, events: readonly ParticipantEvent[]) =>
    log.append({
      reads: [{ stream: at, version: log.version(at) }],
      events: events.map((event) => ({ stream: at, event })),
      ...opened.act(),
      study: masked.hash,
    });
  append(opened.log, stream, [{ type: 'participant identified', participant: g.id, site }, ...g.maskedPast().slice(1)]);
  append(opened.sealed, `sealed/${g.id}`, [{ type: 'assignment disclosed', arm: 'cells' }, reaction]);
  return opened;
};

test('an event that is sealed is coded in the sealed log, and the public one holds nothing of it', () => {
  const { desk, log, sealed, act } = sealedScene();
  const record = `sealed/${g.id}#2/infusion-reaction.1`;
  const before = log.head();
  const answer = desk.actOnParticipant(
    g.id,
    { type: 'code event', record, term: 'Infusion related reaction' },
    act('data manager'),
  );
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  assert.deepEqual(log.head(), before);
  assert.equal(sealed.all().at(-1)?.event.type, 'event coded');
  assert.equal(desk.unmasked(g.id).review.codes.get(record)?.term, 'Infusion related reaction');
  assert.equal(desk.participant(g.id).review.codes.size, 0);
});

test('what is signed in public is signed as the masked see it', () => {
  const { desk, act } = sealedScene();
  const sign: ReviewCommand = { type: 'sign visit', visit: 'baseline', meaning: 'author' };
  const answer = desk.actOnParticipant(g.id, sign, act());
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  assert.deepEqual(desk.actOnParticipant(g.id, sign, act()), {
    refused: 'done already',
    what: 'signature of baseline',
  });
});

test('the reason of an act stands beside its event', () => {
  const { desk, log, act } = sealedScene();
  const about = { kind: 'visit', visit: 'baseline' } as const;
  desk.actOnParticipant(g.id, { type: 'raise query', about, text: 'Who was there?' }, act('monitor'));
  desk.actOnParticipant(g.id, { type: 'withdraw query', query: 'Q1', reason: 'said elsewhere' }, act('monitor'));
  assert.deepEqual(
    log
      .all()
      .slice(-2)
      .map(({ event, reason }) => [event.type, reason]),
    [
      ['query raised', undefined],
      ['query withdrawn', 'said elsewhere'],
    ],
  );
});
