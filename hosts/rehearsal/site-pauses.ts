import type { Desk } from '#core/conduct/desk.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import type { SiteCommand } from '#core/conduct/sites/site-command.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { openStream } from '#core/randomisation/stream.ts';
import { type Clock, type Site, sponsor } from './moments.ts';
import type { Scenario } from './scenario.ts';

/** When a site takes nobody in. */
export interface SitePauses {
  /** Begins and ends the pauses that lie before a day, as somebody looks; the day from which people are taken in again. */
  readonly openFrom: (site: Site, day: Day) => Day;
}

interface Pause {
  readonly from: Day;
  readonly through: Day;
  stage: 'ahead' | 'on' | 'over';
}

const daysOfYear = 365.25;
const mostYears = 30;

/** The pauses of one site, one after another, as a Poisson process that stands still during each of them. */
const drawPauses = (site: string, scenario: Scenario, secret: Uint8Array, firstDay: Day): readonly Pause[] => {
  const yearly = scenario.assumed('site pauses yearly');
  const days = Math.max(1, Math.round(scenario.assumed('days of a site pause')));
  const stream = openStream(secret, 'site pauses', site);
  const pauses: Pause[] = [];
  for (let day = firstDay; yearly > 0 && day < firstDay + mostYears * daysOfYear; ) {
    const uniform = (stream.integer(1_000_000) + 0.5) / 1_000_000;
    const from = day + 1 + Math.floor((-Math.log(uniform) / yearly) * daysOfYear);
    pauses.push({ from, through: from + days - 1, stage: 'ahead' });
    day = from + days;
  }
  return pauses;
};

/** Sites that stop taking people in for a while, each by itself: as drawn by the secret, whoever is there. */
export const openSitePauses = (
  { desk, scenario, secret, clock }: { desk: Desk; scenario: Scenario; secret: Uint8Array; clock: Clock },
  firstDay: Day,
): SitePauses => {
  const drawn = new Map<string, readonly Pause[]>();
  const tell = (site: Site, command: SiteCommand, day: Day): void => {
    const answer = desk.actOnSite(site.id, command, clock(day, sponsor, site));
    if (isRefusal(answer)) throw new Error(`rehearsal: ${command.type} at ${site.id}: ${JSON.stringify(answer)}`);
  };
  const pausesOf = (site: string): readonly Pause[] => {
    const pauses = drawn.get(site) ?? drawPauses(site, scenario, secret, firstDay);
    drawn.set(site, pauses);
    return pauses;
  };
  const look = (site: Site, pause: Pause, day: Day): void => {
    if (pause.stage === 'ahead' && pause.from <= day) {
      tell(site, { type: 'pause site', on: writeDay(pause.from), reason: 'nobody to screen' }, day);
      pause.stage = 'on';
    }
    if (pause.stage === 'on' && pause.through < day) {
      tell(site, { type: 'resume site', on: writeDay(pause.through + 1), reason: 'somebody to screen' }, day);
      pause.stage = 'over';
    }
  };
  return {
    openFrom: (site, day) => {
      for (const pause of pausesOf(site.id)) if (pause.from <= day) look(site, pause, day);
      const now = pausesOf(site.id).find(({ stage }) => stage === 'on');
      return now === undefined ? day : now.through + 1;
    },
  };
};
