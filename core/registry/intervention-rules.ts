import { contentsOf } from './passages.ts';
import type { RecordRule } from './record-finding.ts';

const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map((word) => word.replace(/s$/, ''));

/** Words for something that is done or given; a disease and its treatment may well share the others. */
const given =
  /\bstem cell\b|\b(?:therapy|transplantation|transplant|vaccine|injection|infusion|surgery|inhibitor|training)\b/;

/** Neighbouring words, so that one word in common, such as "lupus", proves nothing. */
const pairsOf = (text: string): readonly string[] => {
  const words = wordsOf(text);
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
};

const notListed: RecordRule = {
  id: 'intervention-not-listed',
  severity: 'information',
  find: ({ arms, interventions }) => {
    const names = interventions.map(({ name }) => name.toLowerCase());
    return arms.flatMap(({ intervention }, index) => {
      if (intervention === undefined || names.length === 0 || names.includes(intervention.toLowerCase())) return [];
      const places = [{ place: `arms[${index + 1}].intervention`, quote: intervention }];
      const what = `The arm gets ${intervention}, which the list of interventions does not hold.`;
      return [{ places, what, question: 'Is it an intervention of the trial?', reading: 'it is one' }];
    });
  },
};

const cellProductType: RecordRule = {
  id: 'cell-product-not-biological',
  severity: 'information',
  find: (record) => {
    const places = contentsOf(record).flatMap(({ prefix, content }) =>
      content.interventions.flatMap(({ name, type }, index) => {
        const cells = /\bcells?\b/i.test(name) && !/\bplacebo\b/i.test(name);
        if (!cells || type === 'biological' || type === 'genetic' || type === 'not stated') return [];
        return [{ place: `${prefix}interventions[${index + 1}].type`, quote: type }];
      }),
    );
    if (places.length === 0) return [];
    const what = 'A product of cells is not entered as a biological.';
    return [{ places, what, question: 'Should the type be biological?', reading: 'biological' }];
  },
};

const asCondition: RecordRule = {
  id: 'intervention-as-condition',
  severity: 'information',
  find: ({ conditions, interventions }) => {
    const treated = new Set(interventions.flatMap(({ name }) => pairsOf(name)));
    return conditions.flatMap((condition, index) => {
      if (!pairsOf(condition).some((pair) => treated.has(pair) && given.test(pair))) return [];
      const places = [{ place: `conditions[${index + 1}]`, quote: condition }];
      const what = 'An intervention stands among the conditions.';
      return [{ places, what, question: 'Which words name the disease?', reading: undefined }];
    });
  },
};

/** Diseases that a criterion may begin with, written as in a list of conditions. */
const diseases: readonly RegExp[] = [
  /^lupus nephritis\b/i,
  /^systemic lupus erythematosus\b/i,
  /^rheumatoid arthritis\b/i,
  /^systemic sclerosis\b/i,
  /^membranous nephropathy\b/i,
];

const conditionMissing: RecordRule = {
  id: 'condition-not-listed',
  severity: 'warning',
  find: ({ inclusion, conditions }) =>
    inclusion.flatMap((criterion, index) => {
      const disease = diseases.map((name) => name.exec(criterion)?.[0]).find((found) => found !== undefined);
      const listed = conditions.some((condition) => condition.toLowerCase().includes(disease?.toLowerCase() ?? ''));
      if (disease === undefined || listed) return [];
      const places = [{ place: `inclusion[${index + 1}]`, quote: disease }];
      const what = `Every participant has ${disease.toLowerCase()}, and the conditions do not name it.`;
      return [{ places, what, question: 'Is it a condition of the trial?', reading: 'it is required of everyone' }];
    }),
};

export const interventionRules: readonly RecordRule[] = [notListed, cellProductType, asCondition, conditionMissing];
