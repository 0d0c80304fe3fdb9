import type { Act } from '#core/conduct/act.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { siteRoles } from './site-event.ts';
import { holds, isKnownAt, isTrained, type SiteState, versionInForce } from './site-state.ts';

/** Acts by which somebody comes into the trial or to an arm: none while a site is paused, and none once it is closed. */
const bringsIn: readonly string[] = ['identify', 'accept transfer', 'screen again', 'enrol', 'randomise', 'assign'];

const isSiteRole = (role: string): boolean => siteRoles.some((each) => each === role);

/**
 * Why somebody may not do this here today: the site is not active, paused or closed, or whoever acts is not delegated to
 * the role or not trained in the version in force. Of a participant of a site at which somebody never worked, the answer
 * is that nobody of that id is known: whose they are is not told. Roles of the study as a whole belong to no site.
 */
export const whyNotHere = (
  site: SiteState,
  { type, participant }: { readonly type: string; readonly participant: string },
  { at, actor }: Act,
): Refusal | undefined => {
  const { id, role } = actor;
  if (!isSiteRole(role)) return undefined;
  const inForce = versionInForce(site);
  if (type !== 'identify' && !isKnownAt(site, id)) return { refused: 'participant unknown', participant };
  if (inForce === undefined) return { refused: 'site not active', site: site.id };
  if (bringsIn.includes(type)) {
    if (site.closedOn !== undefined) return { refused: 'site closed', site: site.id, on: site.closedOn };
    if (site.pausedOn !== undefined) return { refused: 'site paused', site: site.id, on: site.pausedOn };
  }
  if (!holds(site, id, role, at.date)) return { refused: 'not delegated', person: id, role, site: site.id };
  return isTrained(site, id, inForce.version, at.date)
    ? undefined
    : { refused: 'not trained', person: id, version: inForce.version };
};
