import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { given } from '#core/record/given.ts';
import * as r from './given.ts';
import type { ReviewCommand } from './review-command.ts';
import type { QueryAbout, QueryRule } from './review-event.ts';

const raise = (about: QueryAbout, rule?: QueryRule, text = 'Is this so?'): ReviewCommand => ({
  type: 'raise query',
  about,
  text,
  ...(rule === undefined ? {} : { rule }),
});
const on = (type: 'answer' | 'close' | 'reopen' | 'withdraw', query = 'Q1', said = 'It is.'): ReviewCommand => {
  switch (type) {
    case 'answer':
      return { type: 'answer query', query, text: said };
    case 'close':
      return { type: 'close query', query };
    case 'reopen':
      return { type: 'reopen query', query, reason: said };
    case 'withdraw':
      return { type: 'withdraw query', query, reason: said };
    default:
      return type satisfies never;
  }
};

test('a query is raised about an item, a record or a visit, and bears the next number', () => {
  for (const about of [r.aboutUpcr, r.aboutReaction, r.aboutScreening]) {
    r.past('monitor').when(raise(about)).then(r.raised('Q1', about));
    r.past('data manager', r.raised(), r.answered(), r.closed()).when(raise(about)).then(r.raised('Q2', about));
  }
});

test('what there is nothing to ask about, one a row', () => {
  const rows: readonly (readonly [QueryAbout, string])[] = [
    [{ kind: 'item', visit: 'screening', item: 'UPCR', record: r.creatinine }, 'value not found'],
    [{ kind: 'item', visit: 'screening', item: 'weight', record: r.upcr }, 'value not found'],
    [{ kind: 'item', visit: 'week 4', item: 'UPCR', record: r.upcr }, 'value not found'],
    [{ kind: 'history', record: r.upcr }, 'value not found'],
    [{ kind: 'visit', visit: 'week 4' }, 'visit not held'],
  ];
  for (const [about, refused] of rows)
    r.past('monitor')
      .when(raise(about))
      .refuses(refused as Refusal['refused']);
  r.past('monitor')
    .when(raise(r.aboutUpcr, undefined, ' '))
    .refuses('value not accepted');
});

test('of an item that was corrected the record that stands is asked about', () => {
  const correction = r.corrected(r.upcr, 'UPCR 3 g/g');
  r.past('monitor', correction).when(raise(r.aboutUpcr)).refuses('value not found');
  const about: QueryAbout = { kind: 'item', visit: 'screening', item: 'UPCR', record: r.recordOf(r.next, 'UPCR') };
  r.past('monitor', correction).when(raise(about)).then(r.raised('Q1', about));
});

test('what is sealed is not there: nobody asks about it in public', () => {
  const masked = g.shipped('nct03580291');
  const sealed = g.section('week 4', 'safety laboratory', g.entries('lymphocytes 1.0 10^9/L'));
  const person = g.unmaskedPerson(g.maskedPast(g.held('week 4', '2026-06-29')), sealed);
  const record = 'sealed/P-001#1/lymphocytes';
  assert.equal(person.items.get('week 4')?.get('lymphocytes')?.record, record);
  const command = raise({ kind: 'item', visit: 'week 4', item: 'lymphocytes', record });
  assert.deepEqual(g.deciderOf(masked, 'monitor').decide(command, person), { refused: 'value not found', record });
});

const open = [r.raised()];
const settled = [...open, r.answered()];
const shut = [...settled, r.closed()];
const taken = [...open, r.withdrawn()];

test('the life of a query', () => {
  r.past('investigator', ...open)
    .when(on('answer'))
    .then(r.answered());
  r.past('coordinator', ...shut, r.reopened())
    .when(on('answer'))
    .then(r.answered());
  r.past('monitor', ...settled)
    .when(on('close'))
    .then(r.closed());
  for (const before of [settled, shut])
    r.past('monitor', ...before)
      .when(on('reopen'))
      .then(r.reopened());
  for (const before of [open, settled])
    r.past('data manager', ...before)
      .when(on('withdraw'))
      .then(r.withdrawn());
});

test('what may not be done with a query as it stands, one a row', () => {
  type Row = readonly [string, readonly ParticipantEvent[], ReviewCommand, Refusal['refused']];
  const rows: readonly Row[] = [
    ['investigator', [], on('answer'), 'name unknown'],
    ['investigator', settled, on('answer'), 'query stands otherwise'],
    ['investigator', shut, on('answer'), 'query stands otherwise'],
    ['investigator', open, on('answer', 'Q1', ''), 'value not accepted'],
    ['monitor', open, on('close'), 'query stands otherwise'],
    ['monitor', shut, on('close'), 'query stands otherwise'],
    ['monitor', shut, on('close', 'Q2'), 'name unknown'],
    ['monitor', open, on('reopen'), 'query stands otherwise'],
    ['monitor', taken, on('reopen'), 'query stands otherwise'],
    ['monitor', shut, on('reopen', 'Q1', ' '), 'reason missing'],
    ['monitor', shut, on('withdraw'), 'query stands otherwise'],
    ['monitor', open, on('withdraw', 'Q1', ''), 'reason missing'],
    ['investigator', settled, on('close'), 'role may not'],
    ['monitor', open, on('answer'), 'role may not'],
    ['coordinator', [], raise(r.aboutUpcr), 'role may not'],
  ];
  for (const [role, before, command, refused] of rows)
    r.past(role, ...before)
      .when(command)
      .refuses(refused);
});

const wrong = ['creatinine 1000 mg/dL', 'UPCR 2.0 g/g', 'protein-24h not done'];
const implausible = g.screened(r.study, { urine: wrong });
const about: QueryAbout = { kind: 'item', visit: 'screening', item: 'creatinine', record: r.creatinine };
const rule: QueryRule = 'value not plausible';
const checking = (...events: readonly ParticipantEvent[]) =>
  given(g.deciderOf(r.study, 'edit check'), ...implausible, ...events);
const setRight = r.corrected(r.creatinine, 'creatinine 1.0 mg/dL');

test('a rule asks what it finds, and once', () => {
  checking()
    .when(raise(about, rule))
    .then(r.raised('Q1', about, rule));
  checking(r.raised('Q1', about, rule))
    .when(raise(about, rule))
    .refuses('done already');
  checking(r.raised('Q1', about, rule), r.answered(), r.closed())
    .when(raise(about, rule))
    .refuses('done already');
  checking().when(raise(r.aboutUpcr, rule)).refuses('value not accepted');
  checking().when(raise(about, 'unit other than usual')).refuses('value not accepted');
  checking().when(raise(about)).refuses('role may not');
});

test('a query of a rule is closed unanswered once the rule finds nothing any more; one of a person is not', () => {
  checking(r.raised('Q1', about, rule))
    .when(on('close'))
    .refuses('query stands otherwise');
  checking(r.raised('Q1', about, rule), setRight)
    .when(on('close'))
    .then(r.closed());
  checking(r.raised('Q1', about), setRight).when(on('close')).refuses('query stands otherwise');
});
