import test from 'node:test';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';

const freeze = { type: 'freeze visit', visit: 'screening' } as const;
const unfreeze = (reason: string) => ({ type: 'unfreeze visit', visit: 'screening', reason }) as const;

test('a visit is frozen when nothing is asked about it, and unfrozen with a reason', () => {
  r.past('data manager').when(freeze).then(r.frozen);
  r.past('data manager', r.raised(), r.answered(), r.closed()).when(freeze).then(r.frozen);
  r.past('data manager', r.raised('Q1', r.aboutReaction)).when(freeze).then(r.frozen);
  r.past('data manager', r.frozen).when(unfreeze('a late result')).then(r.unfrozen);
  r.past('data manager', r.frozen, r.unfrozen).when(freeze).then(r.frozen);
});

test('what may not be frozen or unfrozen', () => {
  r.past('data manager', r.raised()).when(freeze).refuses('queries open');
  r.past('data manager', r.raised('Q1', r.aboutScreening), r.answered()).when(freeze).refuses('queries open');
  r.past('data manager', r.frozen).when(freeze).refuses('done already');
  r.past('data manager')
    .when({ ...freeze, visit: 'week 4' })
    .refuses('visit not held');
  r.past('data manager').when(unfreeze('a late result')).refuses('not frozen');
  r.past('data manager', r.frozen).when(unfreeze(' ')).refuses('reason missing');
  for (const role of ['monitor', 'investigator']) r.past(role).when(freeze).refuses('role may not');
});

test('while a visit is frozen nothing is written or changed there', () => {
  const frozen = g.held('baseline', '2026-06-01');
  const rows: readonly (readonly [ParticipantCommand, string?])[] = [
    [r.correct(r.upcr, 'UPCR 3 g/g')],
    [{ type: 'record section', visit: 'screening', section: 'kidney', items: [] }],
    [{ type: 'record judgements', visit: 'screening', answers: [] }],
    [{ type: 'record sealed results', visit: 'screening', section: 'kidney', items: [] }, 'laboratory'],
  ];
  for (const [command, role = 'investigator'] of rows) r.past(role, frozen, r.frozen).when(command).refuses('frozen');
});

test('at other visits, and once it is unfrozen, it is', () => {
  const weight = g.section('baseline', 'body', g.entries('weight 60 kg'));
  const record: ParticipantCommand = {
    type: 'record section',
    visit: 'baseline',
    section: 'body',
    items: g.entries('weight 60 kg'),
  };
  const held: ParticipantEvent = g.held('baseline', '2026-06-01');
  r.past('investigator', held, r.frozen).when(record).then(weight);
  r.past('investigator', r.frozen, r.unfrozen)
    .when(r.correct(r.upcr, 'UPCR 3 g/g'))
    .then(r.corrected(r.upcr, 'UPCR 3 g/g'));
});

test('a frozen visit is still verified, signed and asked about', () => {
  r.past('monitor', r.frozen).when({ type: 'raise query', about: r.aboutUpcr, text: 'Is this so?' }).then(r.raised());
  r.past('monitor', r.frozen)
    .when({ type: 'verify items', visit: 'screening', items: ['UPCR'] })
    .then({ type: 'items verified', visit: 'screening', records: [r.upcr] });
});
