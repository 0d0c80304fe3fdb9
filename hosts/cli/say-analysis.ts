import type { Relation } from '#core/criteria/analysis/criterion-relations.ts';
import type { ResponseCell, ResponseTable } from '#core/criteria/analysis/response-cells.ts';
import { noResponse } from '#core/endpoints/ordered-response.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Jump, StudyAnalysis } from '#core/study/analyse-study.ts';
import { layOutRows } from '#hosts/render/text.ts';

const width = 110;

/** What a set of criteria cannot mean, as a sentence. */
export const sayRelation = (found: Relation): string => {
  const [first, second] = found.criteria;
  switch (found.relation) {
    case 'nobody passes':
      return second === undefined ? `Nobody passes ${first}.` : `Nobody passes ${first} and ${second} together.`;
    case 'excludes nobody':
      return `${first} excludes nobody.`;
    case 'implied by':
      return `${first} adds nothing: ${second} implies it.`;
    case 'not analysed':
      return `${found.criteria.join(' and ')}: too many combinations to say what ${second === undefined ? 'it means' : 'they mean together'}.`;
    default:
      return found satisfies never;
  }
};

/** The level that is reported: the best that holds, and what it hides; two where no rule decides between them. */
export const sayVerdict = (cell: ResponseCell, levels: readonly string[]): string => {
  if (cell.verdict === 'no rule') return 'no rule';
  const [worst = noResponse, ...hidden] = levels.filter((_, index) => cell.truths[index] === 'true');
  const best = levels.find((_, index) => cell.truths[index] !== 'false') ?? noResponse;
  const level = best === worst ? worst : `${worst} or ${best}`;
  return hidden.length === 0 ? level : `${level}, which hides ${hidden.join(' and ')}`;
};

/** With everything known, what is unknown is a case for which the sentence has no rule. */
const answers: Readonly<Record<Truth, string>> = { true: 'holds', false: 'fails', unknown: 'no rule' };

/** As many items as fit in a line; the first stands in any case. */
const oneLine = (example: readonly string[], room: number): string =>
  example.reduce((line, item, index) => {
    if (index === 0) return item;
    return line.endsWith('…') ? line : `${line}, ${line.length + item.length + 5 > room ? '…' : item}`;
  }, '');

const exampleLine = ({ example }: ResponseCell): string => {
  const lead = '    no rule, such as: ';
  return `${lead}${oneLine(example, width - lead.length)}`;
};

/** The truth table of an ordered response, with one example of each row that has no rule. */
export const sayResponse = (
  response: string,
  at: readonly string[],
  { levels, cells, complete }: ResponseTable,
): string[] => {
  const head = [...levels, 'reported', 'cases'];
  const rows = cells.map((cell) => [
    ...cell.truths.map((truth) => answers[truth]),
    sayVerdict(cell, levels),
    String(cell.cases),
  ]);
  return [
    `${response} at ${at.join(', ')}, when everything is known:`,
    ...layOutRows([head, ...rows]),
    ...cells.filter(({ verdict }) => verdict === 'no rule').map(exampleLine),
    ...(complete ? [] : ['    The table is not complete: there are more cases than were tried.']),
  ];
};

/** Visits at which a response comes to the same table are said together; the example is that of the first. */
const alike = (responses: StudyAnalysis['responses']) => {
  const cellsOf = ({ cells, complete }: ResponseTable): string =>
    JSON.stringify([complete, cells.map(({ truths, cases }) => [truths, cases])]);
  const groups = Map.groupBy(responses, ({ response, table }) => `${response} ${cellsOf(table)}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, at: [first, ...others].map(({ at }) => at) }],
  );
};

/** A limit that jumps: who lies just on either side of the threshold is held to another rule. */
const sayJump = ({ definition, threshold, limited, when, otherwise, given }: Jump): string => {
  const beside = given.length === 0 ? '' : `, with ${given.map((term) => `${term} 1`).join(' and ')}`;
  return `${definition}: at ${threshold} the limit of ${limited} jumps from ${otherwise} to ${when}${beside}.`;
};

/** What the analysis of a study found, in lines. */
export const sayAnalysis = ({ relations, responses, jumps }: StudyAnalysis): readonly string[] => [
  ...(relations.length === 0
    ? ['No criterion contradicts, repeats or is implied by another.']
    : relations.map(sayRelation)),
  ...alike(responses).flatMap(({ response, at, table }) => sayResponse(response, at, table)),
  ...jumps.map(sayJump),
];
