import type { SiteCommand } from '#core/conduct/sites/site-command.ts';
import { type SiteRole, siteRoles } from '#core/conduct/sites/site-event.ts';
import type { StudyCommand } from '#core/conduct/study-command.ts';
import { someDay, type Walk } from './walk-commands.ts';

/** Whoever holds a role in a walk, wherever it takes place. */
export const personOf = (role: string): string => `${role}-1`;

/** Every site of the study made ready, each command with the role that gives it. */
export const readying = (walk: Walk, on: string): readonly (readonly [string, SiteCommand, string])[] =>
  walk.study.definition.sites.flatMap(({ id }): readonly (readonly [string, SiteCommand, string])[] => [
    [id, { type: 'activate site', on, approvedOn: on, principal: personOf('investigator') }, 'sponsor'],
    ...siteRoles.flatMap((role): readonly (readonly [string, SiteCommand, string])[] => [
      [id, { type: 'delegate', person: personOf(role), role, from: on }, 'investigator'],
      [id, { type: 'record training', person: personOf(role), on }, 'sponsor'],
    ]),
  ]);

/** Something that may be asked of a site at any time: what stops a site is asked more seldom than what sets it going. */
export const siteCommand = (walk: Walk): SiteCommand => {
  const { stream } = walk;
  const day = someDay(walk);
  const role: SiteRole = stream.pick(siteRoles);
  const person = personOf(role);
  return stream.pick<SiteCommand>([
    { type: 'pause site', on: day, reason: 'no pharmacist' },
    { type: 'resume site', on: day, reason: 'a new one' },
    { type: 'resume site', on: day, reason: 'a new one' },
    { type: 'delegate', person, role, from: day },
    { type: 'delegate', person, role, from: day },
    { type: 'delegate', person: 'stranger-1', role, from: day },
    { type: 'end delegation', person, role, on: day, reason: 'has left' },
    { type: 'record training', person, on: day },
    { type: 'record training', person, on: day, version: 'none' },
    { type: 'close site', on: day },
    { type: 'activate site', on: day, approvedOn: day, principal: person },
  ]);
};

/** Something about the whole study. */
export const studyCommand = (walk: Walk): StudyCommand => {
  const on = someDay(walk);
  const reason = 'as the committee asked';
  return walk.stream.pick<StudyCommand>([
    { type: 'approve study' },
    { type: 'draft amendment', definition: walk.study.definition },
    { type: 'open study', purpose: 'recruitment' },
    { type: 'pause study', on, what: 'recruitment', reason },
    { type: 'resume study', on, reason },
    { type: 'resume study', on, reason },
    { type: 'close recruitment', on },
    { type: 'cut data', on, why: 'interim' },
    { type: 'lock primary analysis', on },
    { type: 'lock data', on },
    { type: 'unlock data', on, reason },
    { type: 'unblind study', on },
  ]);
};
