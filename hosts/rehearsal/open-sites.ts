import type { Desk } from '#core/conduct/desk.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import type { SiteCommand } from '#core/conduct/sites/site-command.ts';
import { siteRoles } from '#core/conduct/sites/site-event.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Actor } from '#core/record/envelope.ts';
import { type Clock, type Site, siteActor, sponsor } from './moments.ts';

/**
 * Brings one site to where people can be asked: activated on a day with the approval of its committee a week before, one
 * person for each role delegated and trained.
 */
export const openSite = (desk: Desk, site: Site, day: Day, clock: Clock): void => {
  const on = writeDay(day);
  const principal = siteActor('investigator', site.id);
  const tell = (command: SiteCommand, actor: Actor): void => {
    const answer = desk.actOnSite(site.id, command, clock(day, actor, site));
    if (isRefusal(answer)) throw new Error(`rehearsal: ${command.type} at ${site.id}: ${JSON.stringify(answer)}`);
  };
  tell({ type: 'activate site', on, approvedOn: writeDay(day - 7), principal: principal.id }, sponsor);
  for (const role of siteRoles) {
    const person = siteActor(role, site.id).id;
    if (role !== 'investigator') tell({ type: 'delegate', person, role, from: on }, principal);
    tell({ type: 'record training', person, on }, principal);
  }
};
