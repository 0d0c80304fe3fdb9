import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldParticipants } from '#core/conduct/fold.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { readLines } from '#core/record/lines.ts';
import { readSeal } from '#core/record/seal.ts';
import { deriveReport, type TrialReport } from '#core/reports/trial-report.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import { isUnread, readTextFile } from './text-file.ts';

/** A run folder read back: the study and the events that were recorded under it. */
export interface ReadRun {
  readonly study: Study;
  readonly events: readonly Envelope<TrialEvent>[];
}

/** The same with its report as its log gives it, and the events by stream and version. */
export interface OpenedRun extends ReadRun {
  readonly report: TrialReport;
  readonly eventAt: (stream: string, version: number) => Envelope<TrialEvent> | undefined;
}

const readEvents = (folder: string): readonly Envelope<TrialEvent>[] | string => {
  const [path, beside] = [join(folder, 'log.ndjson'), join(folder, 'log.seal')];
  const [text, sealText] = [readTextFile(path), existsSync(beside) ? readTextFile(beside) : ''];
  if (isUnread(text)) return `${path} was not read: ${text.unread}`;
  if (isUnread(sealText)) return `${beside} was not read: ${sealText.unread}`;
  const seal = sealText === '' ? undefined : readSeal(sealText);
  if (seal !== undefined && 'refused' in seal) return `${beside} is ${seal.refused}`;
  const events = readLines<TrialEvent>(text, seal);
  return 'problem' in events ? `${path} is broken at line ${events.line}: ${events.problem}` : events;
};

/** Every version that was approved, by its hash, and the one that was drafted first: the log begins under it. */
const versionsIn = (events: readonly Envelope<TrialEvent>[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ event }) =>
      event.type === 'study drafted' || event.type === 'study approved' || event.type === 'amendment approved'
        ? [event.hash]
        : [],
    ),
  );

/**
 * Reads a run folder: the log is verified; a study file that is not the version under which the events were recorded is
 * not trusted. A text says why it cannot be done.
 */
export const readRun = (folder: string): ReadRun | string => {
  const path = join(folder, 'study.yaml');
  const definition = readTextFile(path);
  if (isUnread(definition)) return `${path} was not read: ${definition.unread}`;
  const { study } = readStudy(definition);
  if (study === undefined) return `${path} does not compile`;
  const events = readEvents(folder);
  if (typeof events === 'string') return events;
  const versions = versionsIn(events);
  if (!versions.has(study.hash) || events.some((each) => !versions.has(each.study)))
    return `${path} is not the version under which the log was kept`;
  return { study, events };
};

/** Reads a run folder, folds its log and derives the report anew: the written one is not trusted. */
export const openRun = (folder: string): OpenedRun | string => {
  const run = readRun(folder);
  if (typeof run === 'string') return run;
  const { study, events } = run;
  const places = new Map(events.map((each) => [`${each.stream}#${each.version}`, each]));
  const eventAt: OpenedRun['eventAt'] = (stream, version) => places.get(`${stream}#${version}`);
  return { ...run, report: deriveReport(study, foldParticipants(events), trialDeviations(study, events)), eventAt };
};
