import { isSusar, type SafetyCase, type SafetyStamps } from './safety-case.ts';

/** Hours count on the clock through every change to summer time; days are those of the calendar, weekends included. */
export type Within = { readonly hours: number } | { readonly days: number };

/** Regions whose rules were checked. */
export const regions = ['European Union', 'United States'] as const;
export type Region = (typeof regions)[number];

/** One duty to report: when it arises, from when it counts, and how long it leaves. */
export interface ClockRule {
  readonly id: string;
  readonly region: 'every region' | Region;
  /** Whose duty it is. */
  readonly who: 'investigator' | 'sponsor';
  readonly what: string;
  readonly applies: (event: SafetyCase) => boolean;
  /** The first of these stamps that is there. */
  readonly from: readonly (keyof SafetyStamps)[];
  readonly within: Within;
  readonly source: string;
  readonly tag: 'verified' | 'verified in part' | 'recalled';
}

const isFatalSusar = (event: SafetyCase): boolean => isSusar(event) && event.isFatalOrLifeThreatening;
const isOtherSusar = (event: SafetyCase): boolean => isSusar(event) && !event.isFatalOrLifeThreatening;

/**
 * Duties of investigator and sponsor. A region whose rules nobody has checked has none here: a trial that runs there
 * brings its own.
 */
export const clockRules: readonly ClockRule[] = [
  {
    id: 'site-24-hours',
    region: 'every region',
    who: 'investigator',
    what: 'the investigator reports a serious event to the sponsor',
    applies: ({ isSerious }) => isSerious,
    from: ['awareness'],
    within: { hours: 24 },
    source: 'Regulation (EU) 536/2014, article 41; ICH E6(R3) says immediately',
    tag: 'verified in part',
  },
  {
    id: 'us-7-days',
    region: 'United States',
    who: 'sponsor',
    what: 'the sponsor reports a fatal or life-threatening suspected unexpected reaction',
    applies: isFatalSusar,
    from: ['worsened', 'receipt'],
    within: { days: 7 },
    source: '21 CFR 312.32(c)(2)',
    tag: 'verified',
  },
  {
    id: 'us-15-days',
    region: 'United States',
    who: 'sponsor',
    what: 'the sponsor reports a serious and unexpected suspected reaction',
    applies: isSusar,
    from: ['determination'],
    within: { days: 15 },
    source: '21 CFR 312.32(c)(1)',
    tag: 'verified',
  },
  {
    id: 'us-follow-up',
    region: 'United States',
    who: 'sponsor',
    what: 'the sponsor reports what more was learnt',
    applies: isSusar,
    from: ['followUp'],
    within: { days: 15 },
    source: '21 CFR 312.32(d)',
    tag: 'recalled',
  },
  {
    id: 'eu-7-days',
    region: 'European Union',
    who: 'sponsor',
    what: 'the sponsor reports a fatal or life-threatening suspected unexpected reaction',
    applies: isFatalSusar,
    from: ['worsened', 'receipt'],
    within: { days: 7 },
    source: 'Regulation (EU) 536/2014, article 42(2)(a)',
    tag: 'recalled',
  },
  {
    id: 'eu-8-days-more',
    region: 'European Union',
    who: 'sponsor',
    what: 'the sponsor completes that report',
    applies: isFatalSusar,
    from: ['worsened', 'receipt'],
    within: { days: 15 },
    source: 'Regulation (EU) 536/2014, article 42(2)(a)',
    tag: 'recalled',
  },
  {
    id: 'eu-15-days',
    region: 'European Union',
    who: 'sponsor',
    what: 'the sponsor reports any other suspected unexpected reaction',
    applies: isOtherSusar,
    from: ['receipt'],
    within: { days: 15 },
    source: 'Regulation (EU) 536/2014, article 42(2)(b)',
    tag: 'recalled',
  },
  {
    id: 'eu-urgent-measure',
    region: 'European Union',
    who: 'sponsor',
    what: 'the sponsor notifies an urgent safety measure',
    applies: ({ stamps }) => stamps.measure !== undefined,
    from: ['measure'],
    within: { days: 7 },
    source: 'Regulation (EU) 536/2014, article 54',
    tag: 'verified',
  },
];

/**
 * Pregnancies are reported to the sponsor like serious events, though none is one by itself: a custom of sponsors and a
 * sentence of most protocols, and no law that was checked.
 */
export const pregnancyRule: ClockRule = {
  id: 'pregnancy-24-hours',
  region: 'every region',
  who: 'investigator',
  what: 'the investigator reports a pregnancy to the sponsor',
  applies: () => true,
  from: ['awareness'],
  within: { hours: 24 },
  source: 'custom of sponsors; no law was checked',
  tag: 'recalled',
};
