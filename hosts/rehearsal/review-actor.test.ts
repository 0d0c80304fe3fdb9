import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import { reviewRights } from '#core/conduct/review/review-rights.ts';
import { smallStudy } from './given.ts';
import { reviewActor } from './review-actor.ts';

const [site = assert.fail()] = smallStudy().definition.sites;
const visit = 'week 1';
const query = 'Q1';
const reason = 'looked again';
const about = { kind: 'visit', visit } as const;

const rows: readonly (readonly [ParticipantCommand, string | undefined])[] = [
  [{ type: 'raise query', about, text: 'Is this so?' }, 'monitor-1 monitor'],
  [{ type: 'raise query', about, text: 'Is this so?', rule: 'item missing' }, 'edit-check edit check'],
  [{ type: 'answer query', query, text: 'It is.' }, 'coordinator-s coordinator'],
  [{ type: 'close query', query }, 'data-manager-1 data manager'],
  [{ type: 'reopen query', query, reason }, 'data-manager-1 data manager'],
  [{ type: 'withdraw query', query, reason }, 'data-manager-1 data manager'],
  [{ type: 'verify items', visit, items: 'all' }, 'monitor-1 monitor'],
  [{ type: 'unverify items', visit, items: 'all', reason }, 'monitor-1 monitor'],
  [{ type: 'code event', record: '', term: 'Anemia' }, 'data-manager-1 data manager'],
  [{ type: 'freeze visit', visit }, 'data-manager-1 data manager'],
  [{ type: 'unfreeze visit', visit, reason }, 'data-manager-1 data manager'],
  [{ type: 'sign casebook', meaning: 'author' }, undefined],
  [{ type: 'sign visit', visit, meaning: 'author' }, undefined],
  [{ type: 'miss visit', visit }, undefined],
];

test('who reviews in a rehearsal; what the site does by itself is left to it', () => {
  for (const [command, expected] of rows) {
    const actor = reviewActor(command, site);
    assert.equal(actor && `${actor.id} ${actor.role}`, expected, command.type);
  }
});

test('each may do it', () => {
  for (const [command] of rows) {
    const actor = reviewActor(command, site);
    if (actor !== undefined)
      assert.ok(
        reviewRights[actor.role]?.some((act) => act === command.type),
        command.type,
      );
  }
});
