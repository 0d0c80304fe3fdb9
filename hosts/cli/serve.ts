import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { html, type Markup } from '#hosts/render/html/markup.ts';
import { pageStyle } from '#hosts/render/html/page-style.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Finished, runAll } from './processes.ts';
import { type Served, serveReadOnly } from './read-only-server.ts';
import { answer, type Session } from './session.ts';
import { openStudy, shippedTrials } from './trial-files.ts';

export interface ServeOptions {
  /** None: all that come with the program. */
  readonly trials: readonly string[];
  readonly seed: number;
  readonly start: string;
  readonly workers: number;
  readonly port: number;
}

/** One trial that was rehearsed and reported, and where its files are. */
interface Ready {
  readonly trial: string;
  readonly title: string;
  readonly synopsis: string;
  readonly folder: string;
}

const isFine = (done: Finished | undefined): done is Finished => done?.code === exitCodes.fine;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .toSorted();

interface Named {
  readonly asked: string;
  readonly id: string;
  readonly title: string;
}

const whyNot = (what: string, { asked }: Named, done: Finished | undefined): string =>
  `${asked} was not ${what}: ${done?.err.trim() || done?.out.trim() || 'it ended'}`;

/** Rehearses one trial and writes its report, in processes of their own. A text says what could not be done. */
const makeReady = async (study: Named, { seed, start }: ServeOptions): Promise<Ready | string> => {
  const run = join('rehearsals', `${study.id}-seed-${seed}`);
  const steps = [
    ['rehearsed', ['rehearse', study.asked, '--seed', String(seed), '--start', start, '--out', run]],
    ['reported', ['analyse', run, '--out', `${run}-report`]],
    ['shown', ['show', study.asked]],
  ] as const;
  let synopsis = '';
  for (const [what, words] of steps) {
    const [done] = await runAll([words], 1);
    if (!isFine(done)) return whyNot(what, study, done);
    synopsis = done.out;
  }
  return { trial: study.id, title: study.title, synopsis, folder: `${run}-report` };
};

const page = (title: string, body: Markup): Served => ({
  type: 'html',
  text: html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${pageStyle}</style></head>
<body><main>${body}</main></body></html>
`.html,
});

/** What became of a trial so far: nothing yet, its pages, or why there are none. */
type Standing = Ready | string | undefined;

const linksOf = (trial: string, standing: Standing): Markup => {
  if (standing === undefined) return html`being rehearsed; load this page again in a moment`;
  if (typeof standing === 'string') return html`${standing}`;
  return html`<a href="/${trial}/synopsis">synopsis</a>, <a href="/${trial}/report.html">report</a>, <a href="/${trial}/report.pdf">for paper</a>, <a href="/${trial}/">tables, figures and data</a>`;
};

const listPage = (studies: readonly Named[], standings: ReadonlyMap<string, Standing>): Served =>
  page(
    'Trialwright: rehearsed trials',
    html`<h1>Rehearsed trials</h1>
<p class="warning"><strong>No real person is in these data.</strong> Participants are virtual. Research software, not validated for any use in care or regulation.</p>
<table class="wordy"><caption>Each trial with its synopsis and its report</caption>
<thead><tr><th scope="col">trial</th><th scope="col">title</th><th scope="col">to read</th></tr></thead>
<tbody>${studies.map(({ id, title }) => html`<tr><th scope="row">${id}</th><td>${title}</td><td>${linksOf(id, standings.get(id))}</td></tr>`)}</tbody></table>`,
  );

const pathsOf = ({ trial, title, synopsis, folder }: Ready): readonly (readonly [string, Served])[] => {
  const files = filesIn(folder);
  const list = html`<p><a href="/">All trials</a></p><h1>${trial}: ${title}</h1>
<ul>${files.map((file) => html`<li><a href="/${trial}/${file}">${file}</a></li>`)}</ul>`;
  const text = html`<p><a href="/">All trials</a></p><h1>${trial}: synopsis</h1><pre tabindex="0" style="overflow-x:auto">${synopsis}</pre>`;
  return [
    [`/${trial}/`, page(`${trial}: files`, list)],
    [`/${trial}/synopsis`, page(`${trial}: synopsis`, text)],
    ...files.map((file) => [`/${trial}/${file}`, { file: join(folder, ...file.split('/')) }] as const),
  ];
};

const untilStopped = (stop: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    stop?.addEventListener('abort', () => resolve(), { once: true });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const studiesOf = (trials: readonly string[], session: Session): readonly Named[] | ExitCode => {
  const studies: Named[] = [];
  for (const asked of trials.length === 0 ? shippedTrials() : trials) {
    const file = openStudy(asked, session);
    if (typeof file === 'number') return file;
    studies.push({ asked, id: file.study.definition.id, title: file.study.definition.title });
  }
  return studies;
};

/** Makes trials ready, so many at once, and says of each when it is. */
const fillIn = async (
  studies: readonly Named[],
  options: ServeOptions,
  became: (study: Named, standing: Ready | string) => void,
): Promise<void> => {
  const waiting = studies.values();
  const work = async (): Promise<void> => {
    for (const study of waiting) became(study, await makeReady(study, options));
  };
  await Promise.all(Array.from({ length: options.workers }, work));
};

/**
 * `trialwright serve [<trial> …]`: rehearses trials, writes their reports, and serves synopses and reports to this machine
 * until it is stopped; each as soon as it is ready. Nothing can be changed there.
 */
export const serveTrials = async (options: ServeOptions, session: Session, stop?: AbortSignal): Promise<ExitCode> => {
  const studies = studiesOf(options.trials, session);
  if (typeof studies === 'number') return studies;
  const standings = new Map<string, Standing>();
  const paths = new Map<string, Served>([['/', listPage(studies, standings)]]);
  const server = await serveReadOnly(paths, options.port);
  const text = `Synopses and reports: ${server.address}\nRead only, for this machine. Stop with Ctrl+C.`;
  answer(session, { address: server.address, trials: studies.map(({ id }) => id) }, () => text, exitCodes.fine);
  const filled = fillIn(studies, options, ({ id, title }, standing) => {
    standings.set(id, standing);
    paths.set('/', listPage(studies, standings));
    if (typeof standing === 'string') {
      session.complain(standing);
      return;
    }
    for (const [path, served] of pathsOf(standing)) paths.set(path, served);
    if (!session.json) session.print(`  ${id}  ${title}: ${server.address}${id}/report.html`);
  });
  const stopped = untilStopped(stop);
  await Promise.race([stopped, filled]);
  await stopped;
  await server.close();
  return [...standings.values()].some((each) => typeof each === 'string') ? exitCodes.no : exitCodes.fine;
};
