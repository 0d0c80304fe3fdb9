/** The text of a page on measures, from the catalogue and its guides. */

import type { MeasureGuide, MeasureOption, WorkedExample } from '#core/measures/guide.ts';
import { guideOf } from '#core/measures/guide-of.ts';
import type { Item } from '#core/measures/instrument.ts';
import type { Measure } from '#core/measures/measure.ts';
import { readsOf } from '#core/measures/measure-reads.ts';
import { sayExample } from '#hosts/cli/say-example.ts';
import { besideWords, sayItemType, sayMeasureKind } from '#hosts/cli/say-item.ts';

/** A source in full by its key. */
export type Cite = (key: string) => string;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).concat('');

const code = (text: string): string => `\`${text}\``;

const sentences = (texts: readonly string[]): readonly string[] => [...texts.map((text) => `- ${text}`), ''];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, '', ...lines];

const itemRow = ({ id, label, answer, loinc }: Item): readonly string[] => [
  code(id),
  label,
  sayItemType(answer),
  loinc ?? '',
];

const optionRow = ({ id, choices, default: chosen, why, tag }: MeasureOption): readonly string[] => [
  id,
  choices.join('; '),
  chosen,
  why,
  tag,
];

const exampleRow = (example: WorkedExample): readonly string[] => [example.id, sayExample(example), example.says];

const options = ({ options: all }: MeasureGuide): readonly string[] =>
  table(['option', 'choices', 'default', 'why', 'default seen in its source?'], all.map(optionRow));

const examples = ({ examples: all }: MeasureGuide): readonly string[] =>
  table(['example', 'entered', 'the program says'], all.map(exampleRow));

const generated = 'This page is written by `node tools/measure-pages.ts` from the program itself.';

/** The page of a measure that has one of its own. */
export const writeMeasurePage = (measure: Measure, cite: Cite): string => {
  const guide = guideOf(measure);
  const { items, beside } = readsOf(measure);
  return [
    `# ${measure.id}`,
    '',
    `${measure.title}. It gives: ${sayMeasureKind(measure.value)}. Rule ${code(measure.rule)}.`,
    '',
    ...section('## What is computed', sentences(guide.rule)),
    ...section('## What it is made of', [
      ...table(['item', 'label', 'takes', 'LOINC'], items.map(itemRow)),
      ...(beside.length === 0 ? [] : [`It also reads ${beside.map((each) => besideWords[each]).join(', ')}.`, '']),
    ]),
    ...section('## At the limits', sentences(guide.edges)),
    ...section('## Options', options(guide)),
    ...section('## Worked examples', examples(guide)),
    '## Source and licence',
    '',
    `${cite(measure.source)} (${code(measure.source)})`,
    '',
    guide.licence,
    '',
    generated,
    '',
  ].join('\n');
};

const titles: Readonly<Record<string, string>> = {
  laboratory: 'Results of the laboratory, and what is measured on the body',
  findings: 'Findings',
  'sf-36': 'SF-36, version 1',
  'rand-36': 'RAND-36',
  lupusqol: 'LupusQoL',
};

const measureRow = (measure: Measure): readonly string[] => {
  const { rule } = guideOf(measure);
  return [code(measure.id), measure.title, sayMeasureKind(measure.value), rule.join(' '), code(measure.source)];
};

/** Sentences that all of them share stand once, with the first. */
const shared = (measures: readonly Measure[], of: (guide: MeasureGuide) => readonly string[]): readonly string[] => [
  ...new Set(measures.flatMap((measure) => of(guideOf(measure)))),
];

const optionsOf = (measures: readonly Measure[]): readonly MeasureOption[] => {
  const found = new Map<string, MeasureOption>();
  for (const measure of measures) for (const option of guideOf(measure).options) found.set(option.id, option);
  return [...found.values()];
};

/** What an item of one row takes is said in it; a form that many rows share is told by its items. */
const itemsOf = (measures: readonly Measure[]): readonly Item[] => [
  ...new Set(measures.flatMap((measure) => readsOf(measure).items)),
];

const mostEdges = 6;

/** Edges that differ from row to row, such as plausible limits, are left to the table of items. */
const edgesOf = (measures: readonly Measure[]): readonly string[] => {
  const counts = Map.groupBy(
    measures.flatMap((measure) => guideOf(measure).edges),
    (edge) => edge,
  );
  const common = [...counts].filter(([, each]) => each.length > 1).map(([edge]) => edge);
  return common.slice(0, mostEdges);
};

/** The page that several measures share, with a row for each. */
export const writeFamilyPage = (page: string, measures: readonly Measure[], cite: Cite): string =>
  [
    `# ${titles[page] ?? page}`,
    '',
    ...table(['measure', 'what', 'gives', 'computed', 'source'], measures.map(measureRow)),
    ...section('## What is entered', table(['item', 'label', 'takes', 'LOINC'], itemsOf(measures).map(itemRow))),
    ...section('## At the limits', sentences(edgesOf(measures))),
    ...section(
      '## Options',
      table(['option', 'choices', 'default', 'why', 'default seen in its source?'], optionsOf(measures).map(optionRow)),
    ),
    ...section(
      '## Worked examples',
      table(
        ['measure', 'example', 'entered', 'the program says'],
        measures.flatMap((measure) => guideOf(measure).examples.map((each) => [code(measure.id), ...exampleRow(each)])),
      ),
    ),
    '## Sources and licence',
    '',
    ...[...new Set(measures.map(({ source }) => source))].map((key) => `- ${cite(key)} (${code(key)})`),
    '',
    ...shared(measures, ({ licence }) => [licence]),
    '',
    generated,
    '',
  ].join('\n');
