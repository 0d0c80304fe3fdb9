import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import type { Followed } from './followed.ts';
import { momentAt } from './moments.ts';

const daysOfYear = 365.25;

/** A test a fortnight after the period that did not come; a child is born 252 days after the test. */
const fromPeriodToTest = 28;
const fromTestToBirth = 252;
const fromTestToLoss = 40;
const phoneCall = 8 * 3600;

/** Whose pregnancy this person may tell of, and the rate a year; nobody's for who can have no children. */
const whose = ({ person, scenario }: Followed): { readonly of: 'participant' | 'partner'; readonly yearly: number } =>
  person.canBear
    ? { of: 'participant', yearly: scenario.assumed('pregnancies yearly') }
    : {
        of: 'partner',
        yearly: person.sex === 'male' && person.canHaveChildren ? scenario.assumed('partner pregnancies yearly') : 0,
      };

/** Reports a pregnancy on the day on which the site learns of it; of a partner, what she agrees to tell. */
const report = ({ clerk, person, scenario }: Followed, of: 'participant' | 'partner', day: Day): void => {
  const awareness = momentAt(day, phoneCall, clerk.site);
  const lastPeriod = writeDay(day - fromPeriodToTest);
  const details = { lastPeriod, test: 'urine hCG' } as const;
  if (of === 'participant') clerk.act({ type: 'report pregnancy', of, awareness, ...details }, day);
  else if (person.draws('partner agrees').chance(scenario.assumed('partner agrees')))
    clerk.act({ type: 'report pregnancy', of, awareness, agreed: true, ...details }, day);
  else clerk.act({ type: 'report pregnancy', of, awareness }, day);
};

/** How it ended, once the site has heard of it. */
const conclude = ({ clerk }: Followed, isLost: boolean, day: Day): void => {
  const file = clerk.state().safety.pregnancies.find(({ ended }) => ended === undefined);
  if (file === undefined) return;
  const outcome = isLost ? 'miscarriage' : 'live birth';
  clerk.act({ type: 'record pregnancy outcome', pregnancy: file.record, outcome, on: writeDay(day) }, day);
};

/** Treatment ends with a pregnancy of the participant, where there was any and has been no end yet. */
const stopTreatment = ({ clerk }: Followed, day: Day): void => {
  const { discontinued, doses, dispensed } = clerk.state();
  if (discontinued === undefined && doses.length + dispensed.length > 0)
    clerk.act({ type: 'discontinue treatment', on: writeDay(day), why: 'pregnancy' }, day);
};

/**
 * At most one pregnancy, of a participant or of a partner, at a rate a year: reported when it is known and followed to
 * its end, also after the last visit; whoever is pregnant is treated no further. Nothing of it hangs on the arm.
 */
export const pregnancyAppointments = (followed: Followed, last: Day): readonly Appointment[] => {
  const { clerk, person, scenario, dayZero } = followed;
  const { of, yearly } = whose(followed);
  const draws = person.draws('pregnancy later');
  const day = 1 + Math.floor((-Math.log(1 - draws.uniform()) / Math.max(yearly, 1e-12)) * daysOfYear);
  if (day >= last) return [];
  const isLost = draws.chance(scenario.assumed('pregnancy lost'));
  const ends = day + (isLost ? fromTestToLoss : fromTestToBirth);
  const learns = (): void => {
    if (hasLeft(clerk)) return;
    report(followed, of, dayZero + day);
    if (of === 'participant') stopTreatment(followed, dayZero + day);
  };
  return [
    { day: dayZero + day, person: person.id, happen: learns },
    { day: dayZero + ends, person: person.id, happen: () => conclude(followed, isLost, dayZero + ends) },
  ];
};
