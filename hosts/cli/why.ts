import { join } from 'node:path';
import { foldParticipants } from '#core/conduct/desk.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { readLines } from '#core/record/lines.ts';
import type { Figure, Report } from '#core/reports/figure.ts';
import { deriveReport } from '#core/reports/trial-report.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { readRunMark } from './run-folder.ts';
import { answer, type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';

interface Run {
  readonly report: Report;
  readonly events: readonly Envelope<TrialEvent>[];
}

/** Reads a run folder back: the log is verified, folded and derived anew; the written report is not trusted. */
const openRun = (folder: string): Run | string => {
  const [definition, log] = [readTextFile(join(folder, 'study.yaml')), readTextFile(join(folder, 'log.ndjson'))];
  if (isUnread(definition)) return `${folder}/study.yaml was not read: ${definition.unread}`;
  if (isUnread(log)) return `${folder}/log.ndjson was not read: ${log.unread}`;
  const { study } = readStudy(definition);
  if (study === undefined) return `${folder}/study.yaml does not compile`;
  const events = readLines<TrialEvent>(log);
  if ('problem' in events) return `${folder}/log.ndjson is broken at line ${events.line}: ${events.problem}`;
  return { report: deriveReport(study, foldParticipants(events)), events };
};

const eventOf = (record: string, events: readonly Envelope<TrialEvent>[]): Envelope<TrialEvent> | undefined => {
  const [stream, version] = record.split('/').length < 2 ? [] : record.replace(/\/[^/]*$/, '').split('#');
  return events.find((each) => each.stream === stream && each.version === Number(version));
};

/** Name of the item that a record id points at. */
const itemOf = (record: string): string => record.slice(record.indexOf('#')).replace(/^#\d+\//, '');

const saidBy = ({ event }: Envelope<TrialEvent>, item: string): string => {
  if (event.type === 'section recorded') {
    const entry = event.items.find((each) => each.item === item);
    return `${event.visit}, ${event.section}: ${item} = ${entry?.value}${entry?.unit === undefined ? '' : ` ${entry.unit}`}`;
  }
  if (event.type === 'eligibility assessed')
    return (
      event.found
        .filter((each) => each.result !== 'met')
        .map((each) => `${each.criterion} ${each.result}: ${each.because.join('; ')}`)
        .join(' | ') || event.verdict
    );
  const { type: _, ...rest } = event;
  return JSON.stringify(rest).slice(0, 200);
};

const sayRecord = (record: string, run: Run): string => {
  const found = eventOf(record, run.events);
  if (found === undefined) return `${record}: no event`;
  return `event ${found.position} ${found.stream} #${found.version} on ${found.at.date} by ${found.actor.role}: ${found.event.type}: ${saidBy(found, itemOf(record))}`;
};

const deepest = 3;

const tree = (figure: Figure, run: Run, depth: number): readonly string[] => {
  const indent = '  '.repeat(depth + 1);
  const because = depth === 0 ? (figure.because ?? []) : [];
  const rests = figure.rests.flatMap((rest) => {
    const below = run.report.figures.get(rest);
    if (below === undefined) return [`${indent}${sayRecord(rest, run)}`];
    const line = `${indent}${below.id}: ${below.value}`;
    return depth + 1 < deepest
      ? [line, ...(below.because ?? []).map((each) => `${indent}  because ${each}`), ...tree(below, run, depth + 1)]
      : [line];
  });
  return [...because.map((each) => `${indent}because ${each}`), ...rests];
};

const value = (figure: Figure, run: Run, depth = 0): unknown => ({
  ...figure,
  rests: figure.rests.map((rest) => {
    const below = run.report.figures.get(rest);
    if (below !== undefined) return depth + 1 < deepest ? value(below, run, depth + 1) : below;
    return { record: rest, event: eventOf(rest, run.events) };
  }),
});

const notAFigure = (id: string, run: Run, session: Session): ExitCode => {
  const known = [...run.report.figures.keys()];
  const near = nearestName(id, known);
  return unusable(
    session,
    `${id} is no figure of this run${near === undefined ? '' : `; did you mean ${near}?`}`,
    `Figures are named in report.json, such as ${known.slice(0, 3).join(', ')}.`,
  );
};

/**
 * `trialwright why <run>/<figure>`: from a figure to the values, records and events behind it. The run is looked for in
 * `rehearsals/`, unless --from names its folder.
 */
export const why = (id: string, from: string | undefined, session: Session): ExitCode => {
  const [runName = '', ...rest] = id.split('/');
  const folder = from ?? join('rehearsals', runName);
  if (readRunMark(folder) === undefined)
    return unusable(session, `${folder} holds no run`, 'Rehearse first, or name the folder of the run with --from.');
  const run = openRun(folder);
  if (typeof run === 'string')
    return unusable(session, run, 'Mend or rehearse again; trialwright verify names the first bad event.');
  // With --from the name of the run may be left out.
  const figure =
    run.report.figures.get(rest.join('/')) ?? (from === undefined ? undefined : run.report.figures.get(id));
  if (figure === undefined) return notAFigure(rest.join('/'), run, session);
  const text = (): string =>
    [session.style.strong(`${figure.label}: ${figure.value}`), ...tree(figure, run, 0)].join('\n');
  return answer(session, value(figure, run), text, exitCodes.fine);
};
