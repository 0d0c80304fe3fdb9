import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { Actor } from '#core/record/envelope.ts';
import { type Site, siteActor } from './moments.ts';

const coder: Actor = { id: 'data-manager-1', role: 'data manager' };
const monitor: Actor = { id: 'monitor-1', role: 'monitor' };
/** No person: the program, which asks by its rules. */
const editCheck: Actor = { id: 'edit-check', role: 'edit check' };

/** Who reviews data in a rehearsal; undefined for what the site does by itself. */
export const reviewActor = (command: ParticipantCommand, site: Site): Actor | undefined => {
  switch (command.type) {
    case 'raise query':
      return command.rule === undefined ? monitor : editCheck;
    case 'verify items':
    case 'unverify items':
      return monitor;
    case 'answer query':
      return siteActor('coordinator', site.id);
    case 'close query':
    case 'reopen query':
    case 'withdraw query':
    case 'code event':
    case 'freeze visit':
    case 'unfreeze visit':
      return coder;
    default:
      return undefined;
  }
};
