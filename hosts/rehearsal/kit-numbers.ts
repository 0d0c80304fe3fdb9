import type { Desk } from '#core/conduct/desk.ts';
import { plannedDoses } from '#core/conduct/dose-plan.ts';
import { kitCommitment, kitsFor } from '#core/conduct/lots/kit-list.ts';
import type { SealedKit } from '#core/conduct/lots/lot-event.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { looksOf, visibleName } from '#core/conduct/visible-doses.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { type Clocks, statistician } from './moments.ts';
import type { Scenario } from './scenario.ts';

/** The numbers of kits, each drawn before any kit comes. */
export interface KitNumbers {
  /** Draws the first list; nothing where arms need not look alike. */
  readonly begin: (day: Day) => void;
  /** The next numbers for a product of a dose; empty where kits have none. */
  readonly next: (dose: string, product: string, count: number, day: Day) => readonly string[];
}

interface Around {
  readonly desk: Desk;
  readonly study: Study;
  readonly scenario: Scenario;
  readonly secret: Uint8Array;
  readonly clocks: Clocks;
}

/** So many times what the plan needs, and so many lots more: lots fail and expire, and what is left over stays. */
const spare = 1.5;

/** How many kits of each dose an arm may need. */
const needed = ({ study, scenario }: Around): Readonly<Record<string, number>> => {
  const { arms, design, visits, sites } = study.definition;
  const people = scenario.participants ?? design.participants;
  const lot = scenario.assumed('bags in a lot') + scenario.assumed('kits in a lot');
  return Object.fromEntries(
    arms
      .flatMap(({ doses }) => doses)
      .map((dose) => {
        const all = plannedDoses(dose).length;
        const kits = Math.ceil(all / scenario.assumed('administrations in a kit')) + visits.length;
        const each = dose['self administered'] === true ? kits : all;
        return [visibleName(dose), Math.ceil(spare * people * each + 2 * lot * sites.length)];
      }),
  );
};

/**
 * Kits of a masked trial by number: one list for the whole trial, kept sealed and committed to in public as the
 * allocation is, so that a number tells neither the arm nor the delivery. A list that runs out is followed by another.
 */
export const openKitNumbers = (around: Around): KitNumbers => {
  const { desk, study, secret, clocks } = around;
  const free = new Map<string, string[]>();
  let listed = 0;

  const draw = (day: Day): void => {
    const kits: readonly SealedKit[] = kitsFor(
      study.definition,
      { ofEachArm: needed(around), first: listed + 1 },
      secret,
    );
    listed += kits.length;
    for (const { kit, dose, product } of kits) {
      const key = `${dose}: ${product}`;
      const numbers = free.get(key) ?? [];
      numbers.push(kit);
      free.set(key, numbers);
    }
    desk.keepKits(kits, clocks.sealed(day, statistician));
    const command = { type: 'seal kit list', commitment: kitCommitment(kits, secret), kits: kits.length } as const;
    const answer = desk.actOnStudy(command, clocks.open(day, statistician));
    if (isRefusal(answer)) throw new Error(`rehearsal: kits: ${JSON.stringify(answer)}`);
  };

  const isNumbered = looksOf(study.definition) === 'alike';
  return {
    begin: (day) => {
      if (isNumbered) draw(day);
    },
    next: (dose, product, count, day) => {
      if (!isNumbered) return [];
      const key = `${dose}: ${product}`;
      if ((free.get(key)?.length ?? 0) < count) draw(day);
      return free.get(key)?.splice(0, count) ?? [];
    },
  };
};
