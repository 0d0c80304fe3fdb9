import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileCondition } from '#core/criteria/compile.ts';
import { type ChartFacts, chartFrom, type PlainRecord } from '#core/criteria/given.ts';
import { printFormula } from '#core/criteria/print.ts';
import type { Formula } from '#core/criteria/syntax.ts';
import { deriveClass } from '#core/endpoints/derive-class.ts';
import { sayRange } from '#core/measures/say.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Endpoint, Study } from '#core/study/study.ts';

/** One row of a trial's table: the sentence by its id, what the person is like, the facts, what it comes to. */
export type Row = readonly [id: string, what: string, facts: ChartFacts, expected: string];

export interface TrialSentences {
  readonly study: Study;
  /** Every sentence by its id: criteria, definitions, endpoints; endpoints of kind response have none of their own. */
  readonly sentences: ReadonlyMap<string, Formula>;
  readonly sentenceOf: (id: string) => string;
  /** What a sentence comes to, asked at a visit: a truth, a number in words, or classes. */
  readonly comesTo: (id: string, facts: ChartFacts, here: string) => string;
}

const formulaOf = (endpoint: Exclude<Endpoint, { kind: 'response' }>): Formula => {
  switch (endpoint.kind) {
    case 'condition':
      return endpoint.condition;
    case 'value':
      return endpoint.value;
    case 'class':
      return endpoint.classification;
    case 'time':
      return endpoint.time;
    default:
      return endpoint satisfies never;
  }
};

const askEndpoint = (
  endpoint: Exclude<Endpoint, { kind: 'response' }>,
  study: Study,
  facts: ChartFacts,
  here: string,
): string => {
  const chart = chartFrom(facts, study.lexicon);
  if (endpoint.kind === 'value') return sayRange(endpoint.ask(chart, here).range);
  if (endpoint.kind === 'class') return deriveClass(endpoint, chart, here).possible.join(' or ');
  return endpoint.ask(chart, here).truth;
};

/** The sentences of the trial in a folder, compiled; fails when the study has an error. */
export const openTrial = (folder: string): TrialSentences => {
  const { study, findings } = readStudy(readFileSync(new URL(`./${folder}/study.yaml`, import.meta.url), 'utf8'));
  assert(study !== undefined, JSON.stringify(findings));
  const { definitions, lexicon } = study;
  const sentences = new Map<string, Formula>([
    ...study.criteria.map(({ id, condition }) => [id, condition] as const),
    ...definitions,
    ...study.endpoints.flatMap((endpoint) =>
      endpoint.kind === 'response' ? [] : [[endpoint.of.id, formulaOf(endpoint)] as const],
    ),
  ]);
  return {
    study,
    sentences,
    sentenceOf: (id) => {
      const formula = sentences.get(id);
      assert(formula !== undefined, `the study has no ${id}`);
      return printFormula(formula);
    },
    comesTo: (id, facts, here) => {
      const criterion = study.criteria.find((each) => each.id === id);
      if (criterion !== undefined) return criterion.ask(chartFrom(facts, lexicon), undefined).truth;
      const defined = definitions.get(id);
      if (defined !== undefined)
        return compileCondition(defined, { lexicon, definitions })(chartFrom(facts, lexicon), here).truth;
      const endpoint = study.endpoints.find((each) => each.of.id === id);
      assert(endpoint !== undefined && endpoint.kind !== 'response', id);
      return askEndpoint(endpoint, study, facts, here);
    },
  };
};

const truths = ['true', 'false', 'unknown'];

/** Every sentence has a row in which it holds, fails and is not known; a value or class one that is known and one that is not. */
export const expectRowsForAll = ({ sentences }: TrialSentences, rows: readonly Row[]): void => {
  for (const [id, formula] of sentences) {
    const found = new Set(rows.flatMap(([row, , , expected]) => (row === id ? [expected] : [])));
    assert(found.size > 0, `${id} has no row`);
    const isNumber = ['change', 'sum', 'product', 'reading', 'integral', 'measure', 'record-count'].includes(
      formula.kind,
    );
    if (isNumber || formula.kind === 'classify')
      assert(found.size > 1 && [...found].some((each) => /not known| to | or /.test(each)), id);
    else
      assert.deepEqual(
        truths.filter((truth) => !found.has(truth)),
        [],
        id,
      );
  }
};

/** Items of SLEDAI-2K by weight (gladman2002), the heaviest first. */
const weights: readonly (readonly [number, string])[] = [
  [8, 'seizure psychosis organic-brain-syndrome visual-disturbance cranial-nerve lupus-headache cva vasculitis'],
  [4, 'arthritis myositis urinary-casts haematuria proteinuria pyuria'],
  [2, 'rash alopecia mucosal-ulcers pleurisy pericarditis low-complement increased-dna-binding'],
  [1, 'fever thrombocytopenia leucopenia'],
];

/** The form of SLEDAI-2K at a point, filled in so that it comes to a total. */
export const sledai = (total: number, point: string): Record<string, string> => {
  let left = total;
  const items: Record<string, string> = {};
  for (const [weight, names] of weights)
    for (const name of names.split(' ')) {
      const present = left >= weight;
      if (present) left -= weight;
      items[`SLEDAI-2K.${name} at ${point}`] = present ? 'present' : 'absent';
    }
  assert.equal(left, 0);
  return items;
};

const itemIds = (measure: string, { lexicon }: Study): readonly string[] =>
  lexicon.measures.get(measure)?.instrument?.items.map((item) => item.id) ?? [];

/** So many of the eleven ACR 1997 criteria met at a point. */
export const acr = (met: number, study: Study, point = 'screening'): Record<string, string> =>
  Object.fromEntries(
    itemIds('ACR-1997-count', study).map((id, index) => [`${id} at ${point}`, index < met ? 'present' : 'absent']),
  );

/** One letter for each of the nine systems; E where none is given. */
export const bilag = (letters: string, study: Study, point: string): Record<string, string> =>
  Object.fromEntries(itemIds('BILAG-2004', study).map((id, index) => [`${id} at ${point}`, letters[index] ?? 'E']));

export const without = (items: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(items).filter(([key]) => key !== name));

export const items = (...all: readonly Record<string, string>[]): ChartFacts => ({ items: Object.assign({}, ...all) });
export const lab = (name: string, value: string, point = 'week 24'): Record<string, string> => ({
  [`${name} at ${point}`]: value,
});

/** One record of a history that began on a day. */
export const on = (concept: string, start: string, more: Partial<PlainRecord> = {}): PlainRecord => ({
  concept,
  start,
  ...more,
});

export const judged = (text: string, answer: 'yes' | 'no'): ChartFacts => ({ judged: { [text]: answer } });

/** Several sets of facts about one person; of dates and signatures the last counts. */
export const both = (...facts: readonly ChartFacts[]): ChartFacts => ({
  ...Object.assign({}, ...facts),
  items: Object.assign({}, ...facts.map((each) => each.items ?? {})),
  judged: Object.assign({}, ...facts.map((each) => each.judged ?? {})),
  history: facts.flatMap((each) => each.history ?? []),
});
