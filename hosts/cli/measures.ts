import { catalogue } from '#core/measures/catalogue.ts';
import { groupOf, measureGroups } from '#core/measures/guide-of.ts';
import type { Measure } from '#core/measures/measure.ts';
import { count, type Style } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { sayMeasureKind } from './say-item.ts';
import { answer, type Session } from './session.ts';

interface ListedGroup {
  readonly group: string;
  readonly measures: readonly Measure[];
}

const listedGroups = (): readonly ListedGroup[] =>
  measureGroups.map((group) => ({
    group,
    measures: catalogue.filter((measure) => groupOf(measure) === group),
  }));

/** Left-aligned columns of which the last is as long as it is. */
const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
};

const rowOf = ({ id, value, source, title }: Measure): readonly string[] => [id, sayMeasureKind(value), source, title];

const render = (style: Style): string => {
  const lines = columns(catalogue.map(rowOf));
  const lineOf = new Map(catalogue.map((measure, index) => [measure, lines[index] ?? '']));
  return [
    ...listedGroups().flatMap(({ group, measures }) => [
      style.strong(group),
      ...measures.map((measure) => lineOf.get(measure) ?? ''),
      '',
    ]),
    `${count(catalogue.length, 'measure')}. trialwright measure <id> says what each computes, and score computes it for a table of people.`,
  ].join('\n');
};

const groupValue = ({ group, measures }: ListedGroup) => ({
  group,
  measures: measures.map(({ id, title, value, source, rule }) => ({
    id,
    title,
    kind: value.kind,
    gives: sayMeasureKind(value),
    source,
    rule,
  })),
});

/** `trialwright measures`: every measure by its group. */
export const listMeasures = (session: Session): ExitCode =>
  answer(session, listedGroups().map(groupValue), () => render(session.style), exitCodes.fine);
