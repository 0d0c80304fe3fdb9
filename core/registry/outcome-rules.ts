import { familiarAbbreviations } from './familiar-abbreviations.ts';
import { contentsOf, pageStatements, passagesIn, quotesIn } from './passages.ts';
import { patternRule, type RecordPattern } from './pattern-rule.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RecordContent, RegisteredOutcome, RegistryRecord } from './record-schema.ts';

interface PlacedOutcome {
  readonly place: string;
  readonly outcome: RegisteredOutcome;
}

const outcomesIn = (prefix: string, content: RecordContent): readonly PlacedOutcome[] => [
  ...content['primary outcomes'].map((outcome, index) => ({ place: `${prefix}primary[${index + 1}]`, outcome })),
  ...content['secondary outcomes'].map((outcome, index) => ({ place: `${prefix}secondary[${index + 1}]`, outcome })),
];

const recordOutcomes = (record: RegistryRecord): readonly PlacedOutcome[] =>
  contentsOf(record)
    .filter(({ kind }) => kind !== 'publication')
    .flatMap(({ prefix, content }) => outcomesIn(prefix, content));

const measureOf = ({ place, outcome }: PlacedOutcome): QuotedPlace => ({
  place: `${place}.measure`,
  quote: outcome.measure,
});

const explainedIn = (record: RegistryRecord, abbreviation: string): boolean => {
  const said = new RegExp(`\\(${abbreviation}s?\\)|\\b${abbreviation}\\s*(?::|=|\\()`);
  return contentsOf(record)
    .flatMap(passagesIn)
    .some(({ text }) => said.test(text));
};

const abbreviationUndefined: RecordRule = {
  id: 'abbreviation-undefined',
  severity: 'error',
  find: (record) =>
    recordOutcomes(record).flatMap(({ place, outcome }) =>
      [...outcome.measure.matchAll(/\b[A-Z]{2,6}\b(?!-?\d)/g)].flatMap(([quote]) => {
        const defined = Object.keys(outcome.definitions ?? {});
        if (familiarAbbreviations.has(quote) || explainedIn(record, quote)) return [];
        if (recordOutcomes(record).some((each) => quote in (each.outcome.definitions ?? {}))) return [];
        const unnamed = defined.find((name) => !new RegExp(`\\b${name}\\b`).test(outcome.measure));
        const what = `${quote} in the title of an outcome is defined nowhere in the record.`;
        const question = `What does ${quote} stand for?`;
        return [{ places: [{ place: `${place}.measure`, quote }], what, question, reading: unnamed }];
      }),
    ),
};

const patientReported: RecordRule = {
  id: 'physician-scale-called-patient-reported',
  severity: 'warning',
  find: (record) => {
    const places = recordOutcomes(record).flatMap(({ place, outcome }) => {
      const quote = /\bpatient[- ]reported\b/i.exec(outcome.description ?? '')?.[0];
      const rated = /\bSLEDAI|\bBILAG|\bphysician'?s?\b|\bPGA\b/.test(outcome.measure);
      return rated && quote !== undefined ? [{ place: `${place}.description`, quote }] : [];
    });
    if (places.length === 0) return [];
    const what = 'A scale that physicians rate is called patient reported.';
    return [{ places, what, question: 'Who rates it?', reading: 'the physician' }];
  },
};

const metric =
  /\b(?:change|proportion|rates?|incidence|number|percent\w*|time to|mean|median|levels?|concentration|response|responders|remission|survival|duration|difference|dos\w+|frequency|reduction|improvement|occurrence|area under|values?)\b/i;

const noMetric: RecordRule = {
  id: 'outcome-without-metric',
  severity: 'error',
  find: (record) => {
    const bare = outcomesIn('', record).filter(
      ({ outcome: { measure, description, definitions } }) =>
        description === undefined && definitions === undefined && !metric.test(measure),
    );
    if (bare.length === 0) return [];
    const what = 'An outcome names what is measured and not what is made of it.';
    const question = 'Is it the value, its change, a proportion or a time, and at which visit?';
    return [{ places: bare.map(measureOf), what, question, reading: 'change from baseline at the last visit' }];
  },
};

const severalMeasures: RecordRule = {
  id: 'several-measures-in-one-outcome',
  severity: 'information',
  find: (record) => {
    const lists = recordOutcomes(record).filter(({ outcome }) => /\([^()]+,[^()]+,[^()]+\)/.test(outcome.measure));
    if (lists.length === 0) return [];
    const what = 'One outcome holds several measures.';
    return [
      { places: lists.map(measureOf), what, question: 'Is each an outcome of its own?', reading: 'each its own' },
    ];
  },
};

const severalPrimaries: RecordRule = {
  id: 'several-primary-outcomes',
  severity: 'warning',
  find: (record) => {
    const primaries = outcomesIn('', record).filter(({ place }) => place.startsWith('primary'));
    const ordered = contentsOf(record)
      .flatMap(passagesIn)
      .some(({ text }) => /\bco-?primary\b|\bhierarch|\bmultiplicity\b/i.test(text));
    if (primaries.length < 2 || ordered) return [];
    const what = `There are ${primaries.length} primary outcomes and no word on how they go together.`;
    const question = 'Must all be met, does one suffice, or are they tested in order?';
    return [{ places: primaries.map(measureOf), what, question, reading: undefined }];
  },
};

const harm =
  /\badverse\b|\bsafety\b|\btoxicit|\btolerab|\bside effects?\b|\bmortality\b|\bdeaths?\b|\bsurvival\b|\bcomplications?\b/i;

const safetyUnmeasured: RecordRule = {
  id: 'safety-without-outcome',
  severity: 'error',
  find: (record) => {
    const aims = quotesIn(pageStatements(record), /\bsafety\b|\btolerability\b/gi);
    const outcomes = outcomesIn('', record);
    const measured = outcomes.some(({ outcome }) => harm.test(`${outcome.measure} ${outcome.description ?? ''}`));
    if (aims.length === 0 || outcomes.length === 0 || measured) return [];
    const what = 'Safety is an aim, and no outcome measures it.';
    const question = 'Which adverse events are collected, from when to when?';
    return [{ places: aims, what, question, reading: 'adverse and serious adverse events from the first dose on' }];
  },
};

const versions: readonly RecordPattern[] = [
  {
    id: 'instrument-version-missing',
    severity: 'warning',
    kinds: ['inclusion', 'exclusion', 'outcome', 'outcome text'],
    pattern: /(?<!SELENA[- ])\bSLEDAI\b(?![- ]?2K)|\bBILAG\b(?![- ]?(?:index )?2004)/g,
    what: 'An instrument is named without its version.',
    question: 'Which version is used?',
    reading: (quote) => (quote === 'SLEDAI' ? 'SLEDAI-2K' : 'BILAG-2004'),
  },
];

export const outcomeRules: readonly RecordRule[] = [
  abbreviationUndefined,
  patientReported,
  noMetric,
  severalMeasures,
  severalPrimaries,
  safetyUnmeasured,
  ...versions.map(patternRule),
];
