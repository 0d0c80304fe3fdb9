import { countsAs, type Lexicon } from '#core/criteria/lexicon.ts';
import type { Study } from '#core/study/study.ts';
import { type AskedNames, askedNames } from './asked-names.ts';
import {
  acrItems,
  events,
  findings,
  judgements,
  laboratoryRatios,
  laboratoryValues,
  medicines,
  otherJudgements,
  people,
  recordDetails,
  sledaiItems,
  sliccItems,
  standardResponse,
} from './assumed-numbers.ts';
import type { Assumption } from './assumption.ts';
import type { CriterionCost } from './population.ts';

const percent = (chance: number): string => `${Number((100 * chance).toFixed(1))}%`;

const ownGuess = { tag: 'G', source: 'own' } as const;

/** Scores and estimates that hang on a result. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  creatinine: ['eGFR', 'eGFR-CKD-EPI-2009', 'eGFR-MDRD', 'eGFR-by-age', 'creatinine-clearance', 'eGFR-Schwartz'],
  UPCR: ['protein-24h', 'BILAG-2004', 'BILAG-2004-total', 'PGA'],
  'anti-dsDNA': ['ACR-1997-count', 'SLICC-2012'],
  'ANA-titre': ['ANA'],
  'cystatin-C': ['eGFR-cystatin-C', 'eGFR-creatinine-cystatin-C'],
};

const ofSledai = ['UPCR', 'urine-RBC', 'urine-WBC', 'C3', 'C4', 'anti-dsDNA', 'platelets', 'leucocytes', 'temperature'];

const ofResults = (): readonly Assumption[] => [
  ...laboratoryValues.map(([id, unit, , median, spread, withActivity, tag, source]) => ({
    id,
    says: `${id} ${median} ${unit} (median), spread ${spread}, correlation with activity ${withActivity}`,
    tag,
    source,
    touches: [id, ...(madeOf[id] ?? []), ...(ofSledai.includes(id) ? ['SLEDAI-2K'] : [])],
  })),
  ...laboratoryRatios.map(([id, unit, , of, times, spread, tag, source]) => ({
    id,
    says: `${id} in ${unit} is ${times} times ${of}, spread ${spread}`,
    tag,
    source,
    touches: [id, ...(madeOf[id] ?? [])],
  })),
];

const ofAnswers = (): readonly Assumption[] => [
  ...findings.map(([id, answer, chance, , tag, source]) => ({
    id,
    says: `${id} is ${answer} in ${percent(chance)}`,
    tag,
    source,
    touches: [id],
  })),
  ...(
    [
      ['SLEDAI-2K', sledaiItems],
      ['ACR-1997-count', acrItems],
      ['SLICC-2012', sliccItems],
    ] as const
  ).map(([id, items]) => ({
    id,
    says: `${id} beyond the results: ${items.map(([item, chance]) => `${item} ${percent(chance)}`).join(', ')}`,
    ...ownGuess,
    touches: [id],
  })),
];

const ofHistory = (): readonly Assumption[] => [
  ...medicines.map(([id, ever, now, amount, unit]) => ({
    id,
    says: `${id} (${amount} ${unit}) was ever given to ${percent(ever)}, and ${percent(now)} of them still take it`,
    ...ownGuess,
    touches: [id],
  })),
  ...events.map(([id, chance, least, most]) => ({
    id,
    says: `${id}: ${percent(chance)} have a record that began ${least} to ${most} days ago`,
    ...ownGuess,
    touches: [id],
  })),
  {
    id: 'details of records',
    says: `records are ${Object.entries(recordDetails)
      .map(([name, chance]) => `${name} ${percent(chance)}`)
      .join(', ')}`,
    ...ownGuess,
    touches: ['infection', 'cardiovascular-disease', 'liver-disease', 'autoimmune-thyroid-disease'],
  },
];

const ofJudgements = (): readonly Assumption[] =>
  judgements.map(([, chance, says]) => ({
    id: `judged: ${says}`,
    says: `the investigator says yes in ${percent(chance)} to a sentence about ${says}`,
    ...ownGuess,
    touches: [`judged: ${says}`],
  }));

/** Everything that is assumed of virtual candidates, as sentences. */
export const populationAssumptions: readonly Assumption[] = [
  ...Object.entries({ ...people, standardResponse, otherJudgements }).map(
    ([id, { says, tag, source, touches }]): Assumption => ({ id, says, tag, source, touches }),
  ),
  ...ofResults(),
  ...ofAnswers(),
  ...ofHistory(),
  ...ofJudgements(),
];

const judgementName = (text: string): string => {
  const says = judgements.find(([pattern]) => pattern.test(text))?.[2];
  return says === undefined ? 'judgements' : `judged: ${says}`;
};

const namesOf = (asked: AskedNames): readonly string[] => [
  ...asked.measures,
  ...[...asked.judgements].map(judgementName),
  ...(asked.measures.size > 0 ? ['results'] : []),
  ...(asked.concepts.size > 0 ? ['histories'] : []),
];

/** Whether what a criterion asks hangs on an assumption; a concept hangs on what is narrower or wider. */
const hangs = (asked: AskedNames, names: readonly string[], { touches }: Assumption, lexicon: Lexicon): boolean =>
  touches.some(
    (touched) =>
      names.includes(touched) ||
      [...asked.concepts].some((each) => countsAs(lexicon, touched, each) || countsAs(lexicon, each, touched)),
  );

const missing = ['results', 'histories'];

/** How common each record is: of the many that a criterion may ask, the common ones matter. */
const shares: ReadonlyMap<string, number> = new Map(
  [...medicines, ...events].map(([id, chance]): [string, number] => [id, chance]),
);

/** What is not recorded matters most where a criterion is more often open than failed, and least elsewhere. */
const rankOf = ({ id, touches }: Assumption, { fails, notKnown }: CriterionCost): number => {
  if (touches.some((each) => missing.includes(each))) return notKnown > fails ? 2 : 0;
  return shares.get(id) ?? 1;
};

const assumptionsOf = (study: Study, cost: CriterionCost): readonly Assumption[] => {
  const asked = askedNames(cost.criterion, study);
  const names = namesOf(asked);
  return populationAssumptions
    .filter((assumption) => hangs(asked, names, assumption, study.lexicon))
    .toSorted((a, b) => rankOf(b, cost) - rankOf(a, cost));
};

/**
 * The assumptions on which the figures hang most: the first of each criterion, those criteria first that cost most,
 * then the second of each, until so many are named.
 */
export const assumptionsThatMatter = (
  study: Study,
  costs: readonly CriterionCost[],
  most: number,
): readonly Assumption[] => {
  const ordered = costs.toSorted((a, b) => b.fails + b.notKnown - a.fails - a.notKnown);
  const lists = ordered.filter(({ fails, notKnown }) => fails + notKnown > 0).map((cost) => assumptionsOf(study, cost));
  const picked = new Set<Assumption>();
  while (picked.size < most) {
    const before = picked.size;
    for (const list of lists) {
      const next = list.find((each) => !picked.has(each));
      if (next !== undefined && picked.size < most) picked.add(next);
    }
    if (picked.size === before) break;
  }
  return [...picked];
};
