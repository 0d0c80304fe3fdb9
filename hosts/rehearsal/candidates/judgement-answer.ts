import type { Condition } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import type { Criterion, Study } from '#core/study/study.ts';
import { judgements, otherJudgements } from './assumed-numbers.ts';

/** How often the investigator answers a sentence with yes, and whether a pattern knew it. */
export interface JudgementChance {
  readonly text: string;
  readonly chance: number;
  readonly known: boolean;
}

/** Whether yes to a sentence speaks for a person: it stands in an inclusion, or behind `not` in an exclusion. */
const speaksFor = ({ kind, condition }: Criterion, text: string): boolean | undefined => {
  const isText = (each: Condition): boolean => each.kind === 'judgement' && each.text === text;
  const formulas = everyFormula(condition);
  if (!formulas.some((each) => each.kind === 'judgement' && each.text === text)) return undefined;
  const denied = formulas.some((each) => each.kind === 'not' && isText(each.term));
  return (kind === 'include') !== denied;
};

/** The chance of yes to a sentence: by the table of patterns, otherwise by the side of the criterion that asks it. */
export const judgementChance = (study: Study, text: string): JudgementChance => {
  const row = judgements.find(([pattern]) => pattern.test(text));
  if (row !== undefined) return { text, chance: row[1], known: true };
  const sides = study.criteria.map((criterion) => speaksFor(criterion, text));
  const { include, exclude } = otherJudgements.value;
  return { text, chance: sides.includes(true) ? include : exclude, known: false };
};
