import { openStream, type Stream } from '#core/randomisation/stream.ts';

/** A virtual person before anything was asked of them. Every number is the rehearsal's assumption, not a finding. */
export interface VirtualPerson {
  readonly id: string;
  readonly sex: 'female' | 'male';
  readonly ageYears: number;
  readonly weightKg: number;
  /** At screening: g/g, µmol/L, mg/d. */
  readonly upcr: number;
  readonly creatinine: number;
  readonly prednisone: number;
  readonly activity: readonly string[];
  readonly acrCriteria: number;
  readonly declines: boolean;
  readonly exposure: 'rituximab' | 'belimumab' | 'dose changed' | 'infection' | 'surgery' | 'live vaccine' | 'none';
  readonly exposedDaysAgo: number;
  readonly historyLate: boolean;
  readonly pregnant: boolean;
  readonly severeDisease: boolean;
}

/** Chances and distributions of the people who come to be screened. */
export const populationAssumptions = {
  female: 0.85,
  age: { mean: 33, sd: 10, least: 16, most: 70 },
  weight: { mean: 58, sd: 9, least: 40, most: 110 },
  upcr: { median: 2.2, logSd: 0.6 },
  creatinine: { median: 74, logSd: 0.25 },
  prednisone: [20, 25, 30, 40, 50],
  declines: 0.06,
  historyLate: 0.08,
  pregnant: 0.02,
  severeDisease: 0.02,
  exposures: {
    rituximab: 0.04,
    belimumab: 0.03,
    'dose changed': 0.07,
    infection: 0.05,
    surgery: 0.02,
    'live vaccine': 0.01,
  },
} as const;

const otherItems = [
  ['haematuria', 0.6],
  ['pyuria', 0.35],
  ['urinary-casts', 0.2],
  ['arthritis', 0.3],
  ['rash', 0.3],
  ['alopecia', 0.2],
  ['mucosal-ulcers', 0.1],
  ['low-complement', 0.7],
  ['increased-dna-binding', 0.6],
  ['leucopenia', 0.1],
] as const;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const drawExposure = (stream: Stream): VirtualPerson['exposure'] => {
  const draw = stream.uniform();
  let sum = 0;
  for (const [name, chance] of Object.entries(populationAssumptions.exposures)) {
    sum += chance;
    if (draw < sum) return name as VirtualPerson['exposure'];
  }
  return 'none';
};

/** Draws a person from streams of their own: adding a trait or a person shifts nobody else's numbers. */
export const drawPerson = (secret: Uint8Array, id: string): VirtualPerson => {
  const stream = (purpose: string): Stream => openStream(secret, 'person', id, purpose);
  const assumed = populationAssumptions;
  const sex = stream('sex').chance(assumed.female) ? 'female' : 'male';
  const items = stream('activity');
  return {
    id,
    sex,
    ageYears: clamp(assumed.age.mean + assumed.age.sd * stream('age').normal(), assumed.age.least, assumed.age.most),
    weightKg: clamp(
      assumed.weight.mean + assumed.weight.sd * stream('weight').normal(),
      assumed.weight.least,
      assumed.weight.most,
    ),
    upcr: assumed.upcr.median * Math.exp(assumed.upcr.logSd * stream('upcr').normal()),
    creatinine: assumed.creatinine.median * Math.exp(assumed.creatinine.logSd * stream('creatinine').normal()),
    prednisone: stream('prednisone').pick(assumed.prednisone),
    activity: otherItems.filter(([, chance]) => items.chance(chance)).map(([item]) => item),
    acrCriteria: 3 + stream('acr').integer(6),
    declines: stream('declines').chance(assumed.declines),
    exposure: drawExposure(stream('exposure')),
    exposedDaysAgo: 7 + stream('exposed').integer(150),
    historyLate: stream('history').chance(assumed.historyLate),
    pregnant: sex === 'female' && stream('pregnant').chance(assumed.pregnant),
    severeDisease: stream('disease').chance(assumed.severeDisease),
  };
};
