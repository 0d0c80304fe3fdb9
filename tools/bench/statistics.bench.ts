/**
 * The statistics beside R on the same machine, task by task: each a process of its own, in turns, the same people and the
 * same answer. Whole processes, as a person waits for them, and the work alone. What Node compiles is kept from a first run
 * that is not counted, as R's packages are compiled when they are installed. Nothing is measured without Rscript.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measurement, median } from './measurement.ts';
import { repeatedCsv, survivalCsv } from './statistics-data.ts';
import { agree, type Run, readRun } from './statistics-run.ts';

const ours = 'tools/bench/statistics-work.ts';
const theirs = 'tools/bench/statistics.R';
const trials = 100_000;
const looped = 2000;

interface Task {
  readonly id: string;
  readonly what: string;
  readonly given: string;
  readonly peer: string;
  /** How far answers may differ: simulations by chance, fits by where R stops. */
  readonly within: number;
  readonly rounds: number;
}

const simulated = { given: String(trials), within: 0.01, rounds: 5 };

const tasksIn = (folder: string): readonly Task[] => [
  {
    ...simulated,
    id: 'fisher',
    what: "power of Fisher's test at 20 and 20, 1e5 simulated trials",
    peer: 'base R, fisher.test once a table',
  },
  {
    ...simulated,
    id: 'nonInferiority',
    what: 'power of Miettinen–Nurminen at 20 and 20, 1e5 simulated trials',
    peer: 'base R, the cubic over all trials at once',
  },
  {
    ...simulated,
    id: 'sequential',
    what: 'two looks, bounds and 1e5 simulated trials',
    peer: 'base R, all trials at once',
  },
  {
    id: 'survival',
    what: 'Kaplan–Meier, log-rank and Cox of 1e5 people',
    given: join(folder, 'survival.csv'),
    peer: 'R survival',
    within: 1e-6,
    rounds: 3,
  },
  {
    id: 'repeated',
    what: 'repeated measures, 200 people, 6 visits, unstructured',
    given: join(folder, 'repeated.csv'),
    peer: 'R nlme::gls',
    within: 1e-5,
    rounds: 1,
  },
];

const run = (program: string, args: readonly string[], compiled: string): Run => {
  const start = performance.now();
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`bench: ${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return readRun(stdout, (performance.now() - start) / 1000);
};

const middleOf = (runs: readonly Run[], part: (run: Run) => number): number => 1000 * median(runs.map(part));

const measureTask = ({ id, what, given, peer, within, rounds }: Task, compiled: string): readonly Measurement[] => {
  run(process.execPath, [ours, id, given], compiled);
  const [own, other]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    own.push(run(process.execPath, [ours, id, given], compiled));
    other.push(run('Rscript', [theirs, id, given], compiled));
  }
  if (!agree(own[0], other[0], within)) throw new Error(`bench: R finds otherwise in ${id}`);
  const row = (how: string, part: (run: Run) => number): Measurement => ({
    what: `${what}: ${how}`,
    unit: 'ms',
    ours: middleOf(own, part),
    peer: { name: peer, value: middleOf(other, part) },
  });
  return [row('whole process', ({ whole }) => whole), row('the work alone', ({ work }) => work)];
};

/** What most scripts do, and what keeps them from simulating 1e5 trials; so only some of them, and times as many. */
const measureLoop = (compiled: string): Measurement => {
  const own = run(process.execPath, [ours, 'fisher', String(trials)], compiled);
  const other = run('Rscript', [theirs, 'loop', String(looped)], compiled);
  return {
    what: "power of Fisher's test, 1e5 simulated trials: the work alone",
    unit: 'ms',
    ours: 1000 * own.work,
    peer: { name: 'base R, fisher.test in each trial', value: (1000 * other.work * trials) / looped },
    note: `fisher.test in each trial was timed on ${looped} trials; both sides read the same people; rpact is no part of base R, so its simulation is written out`,
  };
};

const recompute = 'evidence/recompute/recompute.R';
const people = 300;

/** The report of a run from its log, page and paper, beside an R script that has its numbers again from the exported data. */
const measureReport = (folder: string): readonly Measurement[] => {
  if (!existsSync(recompute)) return [];
  const [trial, report] = [join(folder, 'run'), join(folder, 'report')];
  const program = 'bin/trialwright.js';
  const rehearsal = ['rehearse', 'nct05631717', '--participants', String(people), '--seed', '7', '--out', trial];
  spawnSync(process.execPath, [program, ...rehearsal]);
  const timed = (name: string, ...args: readonly string[]): number => {
    const start = performance.now();
    const { error } = spawnSync(name, args);
    if (error !== undefined) throw error;
    return performance.now() - start;
  };
  const analyse = timed(process.execPath, program, 'analyse', trial, '--out', report);
  if (!existsSync(join(report, 'results.csv'))) throw new Error('bench: analyse wrote no results');
  return [
    {
      what: `report of ${people} people: whole process`,
      unit: 'ms',
      ours: analyse,
      peer: { name: 'base R, the numbers of its tables', value: timed('Rscript', recompute, report) },
      note: 'the report starts from the log, whose chain it verifies, derives every value, and writes a page, a paper, figures, tables and data; R starts from the data that it wrote, and prints numbers',
    },
  ];
};

export const measure = (): readonly Measurement[] => {
  if (spawnSync('Rscript', ['--version']).status !== 0) {
    const note = 'the statistics are measured beside R only, and Rscript is not installed';
    return [{ what: 'statistics', unit: 'ms', ours: 0, note }];
  }
  const folder = mkdtempSync(join(tmpdir(), 'statistics-bench-'));
  try {
    writeFileSync(join(folder, 'survival.csv'), survivalCsv(100_000, 7));
    writeFileSync(join(folder, 'repeated.csv'), repeatedCsv(200, 6, 7));
    const compiled = join(folder, 'compiled');
    const tasks = tasksIn(folder).flatMap((task) => measureTask(task, compiled));
    return [...tasks, measureLoop(compiled), ...measureReport(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
