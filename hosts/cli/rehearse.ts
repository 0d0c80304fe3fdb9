import { basename, join } from 'node:path';
import { foldParticipants } from '#core/conduct/fold.ts';
import { reviewSummary } from '#core/conduct/review/review-summary.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { writeLines } from '#core/record/lines.ts';
import type { Log } from '#core/record/log.ts';
import { emptySeal, type Seal, sealOf, writeSeal } from '#core/record/seal.ts';
import { type SealedEntry, sealNext } from '#core/record/sealed-entry.ts';
import type { TrialReport } from '#core/reports/trial-report.ts';
import type { Study } from '#core/study/study.ts';
import { type Rehearsal, rehearse } from '#hosts/rehearsal/rehearse.ts';
import { whyNotRehearsed } from '#hosts/rehearsal/why-not-rehearsed.ts';
import { renderReport } from '#hosts/render/report-text.ts';
import { asJson, deriveFiles, reportValue } from './derived-files.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { sayFolderProblem } from './owned-folder.ts';
import { openScenario, type WrittenScenario } from './rehearse-options.ts';
import { writeRunFolder } from './run-folder.ts';
import { sayReview } from './say-review.ts';
import { saySafety } from './say-safety.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

export interface RehearseOptions extends WrittenScenario {
  readonly trial: string;
  readonly seed: number;
  readonly start: string;
  readonly out: string | undefined;
}

const sealAll = (
  log: Log<SealedEvent>,
  key: Uint8Array,
): { readonly entries: readonly SealedEntry[]; readonly seal: Seal } => {
  const entries: SealedEntry[] = [];
  let seal = emptySeal;
  for (const envelope of log.all()) {
    const entry = sealNext(envelope, seal, key);
    entries.push(entry);
    seal = sealOf(entry);
  }
  return { entries, seal };
};

/** What the command line said of the people, so that the run can be played again. */
const asWritten = ({ scenario, participants, effect }: RehearseOptions): WrittenScenario => ({
  scenario,
  participants,
  effect,
});

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const filesOf = (
  run: Rehearsal,
  derived: ReadonlyMap<string, string>,
  definition: string,
  options: RehearseOptions,
  study: Study,
): ReadonlyMap<string, string> => {
  const { entries, seal } = sealAll(run.sealed, run.key);
  const mark = {
    trial: study.definition.id,
    version: study.definition.version,
    study: study.hash,
    seed: options.seed,
    start: options.start,
    people: 'virtual',
    ...asWritten(options),
  };
  return new Map([
    ['run.json', asJson(mark)],
    ['study.yaml', definition],
    ['log.ndjson', writeLines(run.log.all())],
    ['log.seal', `${writeSeal(run.log.head())}\n`],
    ['allocation.sealed.ndjson', writeLines(entries)],
    ['allocation.sealed.seal', `${writeSeal(seal)}\n`],
    ['allocation.key', `${hex(run.key)}\n`],
    ...derived,
  ]);
};

/** Whether the course of the disease was made to differ between the arms, and that nobody is real. */
const sayCourse = ({ definition }: Study, { effect, scenario }: RehearseOptions): string => {
  const nobody = 'No real person is in these data';
  if (effect !== undefined) return `${nobody}, and the arms were given courses of disease that differ: ${effect}.`;
  if (scenario !== undefined) return `${nobody}, and their course is as ${scenario} assumes.`;
  const arms = definition.arms.length;
  return arms === 1
    ? `${nobody}.`
    : `${nobody}, and ${arms === 2 ? 'both' : 'all'} arms were given the same course of disease.`;
};

const heading = (study: Study, run: Log<TrialEvent>, options: RehearseOptions, folder: string): readonly string[] => [
  `${study.definition.id} rehearsed with virtual participants, seed ${options.seed}: ${run.head().count} events`,
  study.definition.title,
  sayCourse(study, options),
  `Written to ${folder}; the whole report is ${join(folder, 'report.html')}`,
  '',
];

/** How any figure of the run can be asked for; a folder of one's own has to be named. */
const askFurther = ({ results: [first] }: TrialReport, { out }: RehearseOptions, folder: string): string => {
  const figure = first === undefined ? 'flow/screened' : `${first.analysis.id}/${first.experimental.arm}/responders`;
  const asked = out === undefined ? `${basename(folder)}/${figure}` : `${figure} --from ${out}`;
  return `Ask any figure where it comes from: trialwright why ${asked}`;
};

/** What a terminal shows of a report: who took part and what the planned analyses came to; the files hold all of it. */
const brief = (report: TrialReport): TrialReport => ({
  ...report,
  tables: report.sections.flatMap(({ isBrief, tables }) => (isBrief ? tables : [])),
});

/** `trialwright rehearse <trial>`: a whole trial with virtual participants, its log, and its answer. */
export const rehearseTrial = (options: RehearseOptions, session: Session): ExitCode => {
  const file = openStudy(options.trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const refused = whyNotRehearsed(study, options.start);
  if (refused !== undefined) return unusable(session, refused.why, refused.todo);
  const scenario = openScenario(options, study, session);
  if (typeof scenario === 'number') return scenario;
  const run = rehearse({ study, seed: options.seed, start: options.start, scenario });
  const events = run.log.all();
  const { report, files } = deriveFiles(study, events);
  const folder = options.out ?? `rehearsals/${study.definition.id}-seed-${options.seed}`;
  const problem = writeRunFolder(folder, filesOf(run, files, file.text, options, study));
  if (problem !== undefined)
    return unusable(session, sayFolderProblem(problem, folder), 'Name another folder with --out.');
  const head = run.log.head();
  const value = { folder, events: head.count, seal: writeSeal(head), ...reportValue(report) };
  const text = (): string =>
    [
      ...heading(study, run.log, options, folder),
      renderReport(brief(report), session.style),
      ...saySafety(study, foldParticipants(events), events.at(-1)?.at, session.style),
      ...sayReview(reviewSummary(study, foldParticipants(events))),
      '',
      askFurther(report, options, folder),
    ].join('\n');
  return answer(session, value, text, exitCodes.fine);
};
