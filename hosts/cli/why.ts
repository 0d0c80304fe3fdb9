import { join } from 'node:path';
import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Figure } from '#core/reports/figure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type OpenedRun, openRun } from './opened-run.ts';
import { readRunMark } from './run-folder.ts';
import { readRecordId, sayRecord } from './say-record.ts';
import { answer, type Session, unusable } from './session.ts';

const eventOf = (record: string, run: OpenedRun) => {
  const place = readRecordId(record);
  return place && run.eventAt(place.stream, place.version);
};

const sayRest = (record: string, run: OpenedRun): string => {
  const found = eventOf(record, run);
  return found === undefined ? `${record}: no event` : sayRecord(found, readRecordId(record)?.item ?? '');
};

/** A figure, the figures below it and the records below those: three levels, as many as there are. */
const deepest = 3;

const tree = (figure: Figure, run: OpenedRun, depth: number): readonly string[] => {
  const indent = '  '.repeat(depth + 1);
  const rests = figure.rests.flatMap((rest) => {
    const below = run.report.figures.get(rest);
    if (below === undefined) return [`${indent}${sayRest(rest, run)}`];
    const line = `${indent}${below.id}: ${below.value}`;
    return depth + 1 < deepest ? [line, ...tree(below, run, depth + 1)] : [line];
  });
  return [...(figure.because ?? []).map((each) => `${indent}because ${each}`), ...rests];
};

const treeValue = (figure: Figure, run: OpenedRun, depth = 0): unknown => ({
  ...figure,
  rests: figure.rests.map((rest) => {
    const below = run.report.figures.get(rest);
    if (below !== undefined) return depth + 1 < deepest ? treeValue(below, run, depth + 1) : below;
    return { record: rest, event: eventOf(rest, run) };
  }),
});

const notAFigure = (asked: readonly string[], run: OpenedRun, session: Session): ExitCode => {
  const known = [...run.report.figures.keys()];
  const near = nearestName(asked, known);
  const id = asked.find((each) => each !== '');
  const what = id === undefined ? 'no figure is named' : `${id} is no figure of this run`;
  const todo = `Figures are named in report.json, such as ${known.slice(0, 3).join(', ')}.`;
  return unusable(session, `${what}${near === undefined ? '' : `; did you mean ${near}?`}`, todo);
};

/**
 * `trialwright why <run>/<figure>`: from a figure to the values, records and events behind it. The run is looked for in
 * `rehearsals/`, unless --from names its folder; then the name of the run may be left out.
 */
export const why = (id: string, from: string | undefined, session: Session): ExitCode => {
  const [runName = '', ...rest] = id.split('/');
  const folder = from ?? join('rehearsals', runName);
  if (readRunMark(folder) === undefined)
    return unusable(session, `${folder} holds no run`, 'Rehearse first, or name the folder of the run with --from.');
  const run = openRun(folder);
  if (typeof run === 'string')
    return unusable(session, run, 'Mend or rehearse again; trialwright verify names the first bad event.');
  const asked = from === undefined ? [rest.join('/')] : [id, rest.join('/')];
  const figure = asked.map((each) => run.report.figures.get(each)).find((each) => each !== undefined);
  if (figure === undefined) return notAFigure(asked, run, session);
  const text = (): string =>
    [session.style.strong(`${figure.label}: ${figure.value}`), ...tree(figure, run, 0)].join('\n');
  return answer(session, treeValue(figure, run), text, exitCodes.fine);
};
