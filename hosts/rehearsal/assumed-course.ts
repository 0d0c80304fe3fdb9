import { assumed } from './candidates/assumption.ts';

// Every number that is assumed of the course of a trial stands here, each with its tag and source; a scenario file may
// replace any of them by its name. Chances and rates are shares, spreads standard deviations of the natural logarithm.

const own = ['G', 'own'] as const;
const alms = ['D', 'PMC11552023 table 4: 56.8% halved it under mycophenolate'] as const;

// biome-ignore format: one row a line
export const assumedCourse = {
  'fall mean': assumed(-0.84, 'the protein in the urine falls by 57% (median) in 24 weeks', alms),
  'fall sd': assumed(0.86, 'the logarithm of that fall varies by 0.86 between people: 57% halve it', alms),
  'half weeks': assumed(8, 'half of what is still to come comes in 8 weeks', own),
  noise: assumed(0.12, 'results vary by 12% from visit to visit, creatinine by 6%', own),
  'creatinine drift': assumed(0.08, 'creatinine drifts by 8% in 24 weeks, either way', own),
  'findings resolve': assumed(0.6, 'findings beyond the results go with the protein in the urine', own),
  'screened monthly': assumed(12, '12 people a month come to each site', own),
  'site pauses yearly': assumed(0.2, 'each site stops taking people in 0.2 times a year', own),
  'days of a site pause': assumed(21, 'for 21 days', own),
  declines: assumed(0.06, '6% say no before they consent', own),
  'days to baseline least': assumed(3, 'the first dose comes 3 days after eligibility is known', own),
  'days to baseline most': assumed(13, 'or up to 13', own),
  'days away': assumed(2, 'visits are held up to 2 days from their day', own),
  'late visit': assumed(0.03, '3% of visits are late', own),
  'days late': assumed(12, 'by up to 12 days', own),
  'missed visit': assumed(0.03, '3% of visits are missed', own),
  'result not done': assumed(0.015, '1.5% of results are not done', own),
  'histories late': assumed(1, 'histories are signed late by as many as are said of those who come', own),
  'empty section': assumed(0.01, '1% of form sections stay empty', own),
  slip: assumed(0.005, '0.5% of sections hold a slip that is asked about and corrected 3 days later', own),
  'days to checks': assumed(10, 'the edit checks look at a visit 10 days after it', own),
  'days to freeze': assumed(14, 'what they ask is settled and the visit frozen 14 days after it', own),
  'source verified': assumed(1, 'a monitor verifies every visit of the primary endpoint against the source', own),
  'leaves yearly': assumed(0.12, '12% a year leave', own),
  'lost among leavers': assumed(0.4, '4 of 10 of them without a word', own),
  'dies yearly': assumed(0.02, '2% a year die', ['G', 'own; refractory: 4 of 81 (Gu 2014), 3 of 40 (Wang 2014) in 12 months']),
  'stops treatment yearly': assumed(0.1, '10% a year stop the treatment and stay', own),
  'adverse events yearly': assumed(3, '3 adverse events a year', own),
  'days of an event': assumed(10, 'each of up to 10 days', own),
  'infections yearly': assumed(0.3, '0.3 of them infections', own),
  'pregnancies yearly': assumed(0.01, '1% a year of women who can bear children become pregnant', own),
  'partner pregnancies yearly': assumed(0.01, '1% a year of men who can have children tell of a pregnant partner', own),
  'partner agrees': assumed(0.8, '80% of partners agree that details are recorded', own),
  'pregnancy lost': assumed(0.2, '20% of pregnancies end in a miscarriage', own),
  'sponsor holds related': assumed(0.1, 'the sponsor holds 10% of serious events related that the investigator does not; never the other way round', own),
  'visit signed': assumed(0.2, 'the investigator signs 20% of visits one by one, beside the casebook', own),
  'infusion minutes': assumed(60, 'an infusion runs for 60 minutes, a quarter of an hour more or less', own),
  'pressure dip': assumed(6, 'the upper blood pressure is 6 mmHg lower while something runs in, whatever it is', ['D', 'Regen Ther 2023;24:282: it fell at 15 to 60 minutes']),
  'reading missed': assumed(0.01, '1% of the readings around a dose are missed', own),
  'infusion reaction': assumed(0.02, 'a reaction to 2% of infusions', own),
  serious: assumed(0.07, '7% of adverse events are serious: 21% of people have one in a year', ['V', 'AURORA 1: 21% in 52 weeks']),
  related: assumed(0.1, '10% of adverse events are held to be related', own),
  severe: assumed(0.12, '12% of adverse events are of grade 3 or worse', own),
  'life-threatening': assumed(0.15, '15% of serious adverse events are life-threatening, and of grade 4', own),
  'grade 2': assumed(0.35, 'of the events below grade 3, 35% are of grade 2 where the term has a grade 1', own),
  'grade 4': assumed(0.2, 'of the counts that are of grade 3 or worse and not serious, 20% are of grade 4', own),
  'thaw failure': assumed(0.02, '2% of preparations fail and are made anew on the next day, in all arms alike', own),
  'bags in a lot': assumed(10, 'a lot is 10 bags', own),
  'days that a lot keeps': assumed(365, 'and may be used for 365 days', own),
  'lot fails': assumed(0.03, '3% of deliveries do not meet their specification and are destroyed, in all arms alike', own),
  'shipment not kept': assumed(0.02, '2% of shipments to a site do not keep the temperature and are destroyed, in all arms alike', own),
  'administrations in a kit': assumed(56, 'a kit for the home holds 56 administrations', own),
  'kits in a lot': assumed(50, 'a lot of kits for the home is 50 of each arm', own),
  'million cells in a bag': assumed(300, '300 million cells in a bag', own),
  'viability at release': assumed(92, '92% of cells live at release', own),
  'viability after thaw': assumed(86, '86% after the thaw', own),
  'viability sd': assumed(2, 'with a standard deviation of 2% between bags', own),
  'least viability at release': assumed(80, 'a lot is released from 80% on', own),
  'least viability after thaw': assumed(70, 'a bag is used from 70% on', own),
  'missed dose': assumed(0.01, '1% of doses are missed', own),
  adherence: assumed(0.93, '93% of what is taken at home is taken', own),
  'adherence sd': assumed(0.05, 'with a standard deviation of 5% between people and visits', own),
} as const;

export type CourseNumber = keyof typeof assumedCourse;

export const isCourseNumber = (name: string): name is CourseNumber => Object.hasOwn(assumedCourse, name);
