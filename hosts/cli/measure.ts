import type { MeasureGuide, MeasureOption } from '#core/measures/guide.ts';
import { groupOf, guideOf, pageOf } from '#core/measures/guide-of.ts';
import type { Measure } from '#core/measures/measure.ts';
import { type MeasureReads, readsOf } from '#core/measures/measure-reads.ts';
import { type Style, wrap } from '#hosts/render/text.ts';
import { openBibliography } from './bibliography.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openMeasure } from './named-measure.ts';
import { sayExample } from './say-example.ts';
import { besideWords, itemLines, sayMeasureKind } from './say-item.ts';
import { answer, type Session } from './session.ts';

const width = 110;

const indented = (text: string, indent: string): readonly string[] =>
  wrap(text, width - indent.length, '  ').map((line) => `${indent}${line}`);

const madeOf = ({ items, beside }: MeasureReads): readonly string[] => [
  ...itemLines(items).flatMap((line) => indented(line, line.startsWith(' ') ? '    ' : '  ')),
  ...beside.flatMap((each) => indented(besideWords[each], '  ')),
];

const optionLines = ({ id, choices, default: chosen, why, tag }: MeasureOption): readonly string[] => [
  ...indented(`${id}: ${choices.join(' | ')}`, '  '),
  ...indented(`default ${chosen} (${tag}). ${why}`, '    '),
];

const exampleLines = (guide: MeasureGuide): readonly string[] =>
  guide.examples.flatMap((example) => [
    ...indented(`${example.id}: ${sayExample(example)}`, '  '),
    ...indented(`=> ${example.says}`, '    '),
  ]);

const section = (title: string, lines: readonly string[], style: Style): readonly string[] =>
  lines.length === 0 ? [] : ['', style.strong(title), ...lines];

const render = (measure: Measure, source: string, style: Style): string => {
  const guide = guideOf(measure);
  const sentences = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => indented(text, '  '));
  return [
    style.strong(`${measure.id}  ${measure.title}`),
    `  ${sayMeasureKind(measure.value)}; ${groupOf(measure)}; rule ${measure.rule}`,
    ...section('What is computed', sentences(guide.rule), style),
    ...section('What it is made of', madeOf(readsOf(measure)), style),
    ...section('At the limits', sentences(guide.edges), style),
    ...section('Options', guide.options.flatMap(optionLines), style),
    ...section('Source', indented(source, '  '), style),
    ...section('Licence', indented(guide.licence, '  '), style),
    ...section('Worked examples', exampleLines(guide), style),
  ].join('\n');
};

const measureValue = (measure: Measure, source: string) => {
  const { id, title, value, rule } = measure;
  const { items, beside } = readsOf(measure);
  const kind = value.kind === 'quantity' ? { kind: value.kind, unit: value.unit } : value;
  return {
    id,
    title,
    group: groupOf(measure),
    value: kind,
    rule: { id: rule, says: guideOf(measure).rule },
    items,
    reads: beside,
    source: { key: measure.source, reference: source },
    page: `docs/measures/${pageOf(measure)}.md`,
    edges: guideOf(measure).edges,
    options: guideOf(measure).options,
    licence: guideOf(measure).licence,
    examples: guideOf(measure).examples,
  };
};

/** `trialwright measure <id>`: what it computes, from what, its limits and options, its source, and worked examples. */
export const showMeasure = (id: string, session: Session): ExitCode => {
  const measure = openMeasure(id, session);
  if (typeof measure === 'number') return measure;
  const source = openBibliography()(measure.source);
  return answer(session, measureValue(measure, source), () => render(measure, source, session.style), exitCodes.fine);
};
