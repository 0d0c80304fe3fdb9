import { join } from 'node:path';
import { foldParticipants } from '#core/conduct/fold.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { unmask } from '#core/conduct/unmask.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { openSealed } from '#core/record/sealed-log.ts';
import type { Cover } from '#core/reports/cover.ts';
import type { Table } from '#core/reports/figure.ts';
import { deriveReport, type TrialReport } from '#core/reports/trial-report.ts';
import type { Study } from '#core/study/study.ts';
import { flowPicture } from './derived-files.ts';
import { earlierReport } from './earlier-report.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openCut } from './opened-cut.ts';
import { sayFolderProblem, writeOwnedFolder } from './owned-folder.ts';
import { coverOf } from './report-cover.ts';
import { reportFiles } from './report-files.ts';
import { reportHtml } from './report-html.ts';
import { answer, type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';

interface CommitteeOptions {
  readonly folder: string;
  readonly at: string | undefined;
  readonly out: string | undefined;
}

/** The sealed log of a run, opened with the key that lies beside it; or why it cannot be. */
const sealedEvents = (folder: string): readonly Envelope<SealedEvent>[] | string => {
  const [path, keyPath] = ['allocation.sealed.ndjson', 'allocation.key'].map((name) => join(folder, name));
  const [text, key] = [readTextFile(path ?? ''), readTextFile(keyPath ?? '')];
  if (isUnread(text)) return `${path} was not read: ${text.unread}`;
  if (isUnread(key)) return `${keyPath} was not read: ${key.unread}`;
  if (!/^[0-9a-f]{64}\s*$/.test(key)) return `${keyPath} holds no key: 64 hexadecimal digits are expected`;
  const opened = openSealed<SealedEvent>(text, Buffer.from(key.trim(), 'hex'));
  if ('problem' in opened) return `${path} is broken at line ${opened.line}: ${opened.problem}`;
  return 'refused' in opened ? `${path} ${opened.refused} at entry ${opened.position}` : opened;
};

/** Chapters of the open report: who came, what was entered, what happened to them; nothing of what the treatment did. */
const openChapters: ReadonlySet<string> = new Set(['flow', 'baseline', 'exposure', 'safety']);

/** A table whose cells lead nowhere: an event of a dose tells the arm where treatments look unlike. */
const withoutOrigins = (table: Table): Table => ({
  ...table,
  rows: table.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map(({ because: _, ...cell }) => ({ ...cell, rests: [] })),
  })),
});

/** Without pictures of single people and without origins: a course of doses tells the arm where treatments look unlike. */
const openReport = (report: TrialReport): TrialReport => {
  const sections = report.sections
    .filter(({ id }) => openChapters.has(id))
    .map((section) => ({ ...section, charts: [], tables: section.tables.map(withoutOrigins) }));
  const tables = sections.flatMap((section) => section.tables);
  return { ...report, sections, tables, notYet: [], sensitivity: [], results: [], figures: new Map() };
};

const withoutArms = (people: readonly Participant[]): readonly Participant[] =>
  people.map((person) => ({ ...person, arm: undefined }));

const filesOf = async (
  study: Study,
  events: readonly Envelope<TrialEvent>[],
  people: readonly Participant[],
  kind: 'open' | 'closed',
) => {
  const cover: Cover = { ...coverOf(study, events), kind };
  const derived = deriveReport(study, people, trialDeviations(study, events));
  const report = kind === 'open' ? openReport(derived) : derived;
  const flow = flowPicture(study, people);
  const html = reportHtml(cover, report, flow, events);
  const files = await reportFiles({
    study,
    cover,
    report,
    html,
    flow,
    hasData: kind === 'closed',
    shareSecret: undefined,
  });
  return [...files].map(([name, content]) => [`${kind}/${name}`, content] as const);
};

/**
 * `trialwright committee <folder> --at <moment>`: what a data monitoring committee gets, cut off at a moment: an open
 * report, pooled, and a closed one by arm, which needs the key of the sealed log while arms are masked. Two folders, so
 * that nobody sends both.
 */
export const reportToCommittee = async ({ folder, at, out }: CommitteeOptions, session: Session): Promise<ExitCode> => {
  const opened = openCut(folder, at, session);
  if (typeof opened === 'number') return opened;
  const { run, cut } = opened;
  const people = foldParticipants(cut.events);
  const isTold = people.every(({ allocated, arm }) => allocated === undefined || arm !== undefined);
  const sealed = isTold ? [] : sealedEvents(folder);
  if (typeof sealed === 'string')
    return unusable(session, sealed, 'The closed report needs the sealed log and its key while arms are masked.');
  const unmasked = unmask(people, sealed, cut.events.at(-1)?.at.instant ?? '');
  const files = new Map([
    ...(await filesOf(run.study, cut.events, withoutArms(people), 'open')),
    ...(await filesOf(run.study, cut.events, unmasked, 'closed')),
  ]);
  const place = out ?? join(folder, '..', `${run.study.definition.id}-committee`);
  const [open, closed] = ['open', 'closed'].map((kind) => earlierReport(join(place, kind)));
  const isOurs = (file: string): boolean =>
    open?.has(file.replace(/^open\//, '')) === true || closed?.has(file.replace(/^closed\//, '')) === true;
  const problem = writeOwnedFolder(place, files, () => open !== undefined && closed !== undefined, isOurs);
  if (problem !== undefined)
    return unusable(session, sayFolderProblem(problem, place), 'Name another folder with --out.');
  const value = { folder: place, at: { position: cut.position, of: cut.of, date: cut.date } };
  const text = (): string =>
    [
      `${run.study.definition.id} after event ${cut.position} of ${cut.of}, on ${cut.date}`,
      `  ${join(place, 'open')}    pooled, for everybody in the open session`,
      `  ${join(place, 'closed')}  by arm, for the members of the committee only`,
    ].join('\n');
  return answer(session, value, text, exitCodes.fine);
};
