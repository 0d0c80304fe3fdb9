import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { showAllocation } from './allocation.ts';
import { showAmendment } from './amendment.ts';
import { analyseRun } from './analyse.ts';
import { showCharacteristics } from './characteristics.ts';
import { check } from './check.ts';
import { reportToCommittee } from './committee.ts';
import { diffTrials } from './diff.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { explainSentence } from './explain.ts';
import { showForms } from './forms.ts';
import { help } from './help.ts';
import { showMeasure } from './measure.ts';
import { listMeasures } from './measures.ts';
import { showPopulation } from './population.ts';
import { showPower } from './power.ts';
import { rehearseTrial } from './rehearse.ts';
import { rehearseMany } from './rehearse-many.ts';
import { replay } from './replay.ts';
import { reproduce } from './reproduce.ts';
import { scorePeople } from './score.ts';
import { screenPerson } from './screen.ts';
import { serveTrials } from './serve.ts';
import { answer, openSession, type Session, type Streams, unusable } from './session.ts';
import { show } from './show.ts';
import { showStopping } from './stopping.ts';
import { translate } from './translate.ts';
import { verify } from './verify.ts';
import { why } from './why.ts';
import { workersOf } from './workers.ts';

const options = {
  json: { type: 'boolean' },
  n: { type: 'string' },
  seed: { type: 'string' },
  start: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  seal: { type: 'string' },
  to: { type: 'string' },
  visit: { type: 'string' },
  at: { type: 'string' },
  participant: { type: 'string' },
  participants: { type: 'string' },
  scenario: { type: 'string' },
  effect: { type: 'string' },
  trials: { type: 'string' },
  response: { type: 'string' },
  first: { type: 'string' },
  workers: { type: 'string' },
  share: { type: 'boolean' },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Name = keyof typeof options;
type Values = { readonly [N in Name]?: (typeof options)[N]['type'] extends 'boolean' ? boolean : string };

interface Command {
  readonly arguments: readonly string[];
  /** The last of the names may be given more than once. */
  readonly more?: true;
  readonly options: readonly Name[];
  readonly run: (names: readonly string[], values: Values, session: Session) => ExitCode | Promise<ExitCode>;
}

const largestSeed = 2 ** 32 - 1;

/** The seed as a number; or, where it is none, what to write, said as an answer. */
const seedOf = ({ seed = '7' }: Values, session: Session): { readonly seed: number } | ExitCode => {
  if (/^\d{1,10}$/.test(seed) && Number(seed) <= largestSeed) return { seed: Number(seed) };
  return unusable(session, `--seed ${seed} is no seed`, `Write a whole number from 0 to ${largestSeed}.`);
};

interface Drawn {
  readonly seed: number;
  readonly workers: number;
}

/** The seed and how many work at once, or what to write instead. */
const drawnBy = (values: Values, session: Session): Drawn | ExitCode => {
  const [given, working] = [seedOf(values, session), workersOf(values.workers, session)];
  if (typeof given === 'number') return given;
  return typeof working === 'number' ? working : { ...given, ...working };
};

/** What is said of one trial cannot be said of several: a file, an arm, a number of trials, a folder. */
const ofOne: readonly Name[] = ['out', 'scenario', 'effect', 'trials', 'response', 'first'];

const rehearsed = (names: readonly string[], values: Values, session: Session): ExitCode | Promise<ExitCode> => {
  const drawn = drawnBy(values, session);
  if (typeof drawn === 'number') return drawn;
  const { seed, workers } = drawn;
  const { start = '2026-01-05', out, scenario, participants, effect, trials, response, first } = values;
  if (names.length > 1) {
    const strange = ofOne.find((each) => values[each] !== undefined);
    if (strange !== undefined)
      return unusable(session, `--${strange} is said of one trial; ${names.length} given`, seeHelp);
    return rehearseMany({ trials: names, seed, start, participants, workers }, session);
  }
  const people = { trial: names[0] ?? '', seed, start, scenario, participants, effect };
  if (trials !== undefined) return showCharacteristics({ ...people, trials, response, first, workers }, session);
  const lonely = response === undefined ? first && 'first' : 'response';
  if (lonely !== undefined) return unusable(session, `--${lonely} goes with --trials`, seeHelp);
  return rehearseTrial({ ...people, out }, session);
};

const served = (trials: readonly string[], values: Values, session: Session): ExitCode | Promise<ExitCode> => {
  const drawn = drawnBy(values, session);
  if (typeof drawn === 'number') return drawn;
  const { port = '4731', start = '2026-01-05' } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return unusable(session, `--port ${port} is no port`, 'Write a number from 0 to 65535; 0 takes a free one.');
  return serveTrials({ trials, ...drawn, start, port: Number(port) }, session);
};

const populated = ([trial = '']: readonly string[], values: Values, session: Session): ExitCode => {
  const given = seedOf(values, session);
  return typeof given === 'number' ? given : showPopulation({ trial, ...given, n: values.n ?? '10000' }, session);
};

const commands: Readonly<Record<string, Command>> = {
  check: { arguments: ['trial'], options: [], run: ([trial = ''], _, session) => check(trial, session) },
  show: { arguments: ['trial'], options: [], run: ([trial = ''], _, session) => show(trial, session) },
  explain: {
    arguments: ['trial', 'sentence'],
    options: [],
    run: ([trial = '', sentence = ''], _, session) => explainSentence(trial, sentence, session),
  },
  translate: {
    arguments: ['trial'],
    options: ['to'],
    run: ([trial = ''], values, session) => translate(trial, values.to, session),
  },
  diff: {
    arguments: ['trial', 'trial'],
    options: [],
    run: ([before = '', after = ''], _, session) => diffTrials(before, after, session),
  },
  amendment: {
    arguments: ['folder', 'trial'],
    options: ['at'],
    run: ([folder = '', trial = ''], { at }, session) => showAmendment({ folder, trial, at }, session),
  },
  analyse: {
    arguments: ['folder'],
    options: ['out', 'share'],
    run: ([folder = ''], { out, share = false }, session) => analyseRun({ folder, out, share }, session),
  },
  committee: {
    arguments: ['folder'],
    options: ['at', 'out'],
    run: ([folder = ''], { at, out }, session) => reportToCommittee({ folder, at, out }, session),
  },
  forms: {
    arguments: ['trial'],
    options: ['visit'],
    run: ([trial = ''], values, session) => showForms(trial, values.visit, session),
  },
  allocation: {
    arguments: ['trial'],
    options: [],
    run: ([trial = ''], _, session) => showAllocation(trial, session),
  },
  power: {
    arguments: ['trial'],
    options: ['response'],
    run: ([trial = ''], { response }, session) => showPower(trial, response, session),
  },
  stopping: { arguments: ['trial'], options: [], run: ([trial = ''], _, session) => showStopping(trial, session) },
  screen: {
    arguments: ['trial', 'person.yaml'],
    options: [],
    run: ([trial = '', person = ''], _, session) => screenPerson(trial, person, session),
  },
  population: { arguments: ['trial'], options: ['n', 'seed'], run: populated },
  rehearse: {
    arguments: ['trial'],
    more: true,
    options: ['seed', 'start', 'out', 'participants', 'scenario', 'effect', 'trials', 'response', 'first', 'workers'],
    run: rehearsed,
  },
  serve: { arguments: [], more: true, options: ['seed', 'start', 'workers', 'port'], run: served },
  reproduce: { arguments: ['paper'], options: [], run: ([paper = ''], _, session) => reproduce(paper, session) },
  measures: { arguments: [], options: [], run: (_names, _values, session) => listMeasures(session) },
  measure: { arguments: ['measure'], options: [], run: ([id = ''], _, session) => showMeasure(id, session) },
  score: {
    arguments: ['measure', 'people'],
    options: ['out'],
    run: ([measure = '', path = ''], values, session) => scorePeople({ measure, path, out: values.out }, session),
  },
  why: {
    arguments: ['run/figure'],
    options: ['from'],
    run: ([id = ''], values, session) => why(id, values.from, session),
  },
  replay: {
    arguments: ['folder'],
    options: ['at', 'participant'],
    run: ([folder = ''], { at, participant }, session) => replay({ folder, at, participant }, session),
  },
  verify: {
    arguments: ['log'],
    options: ['seal'],
    run: ([log = ''], values, session) => verify(log, values.seal, session),
  },
};

const isName = (name: string): name is Name => Object.hasOwn(options, name);

const misuse = (command: Command, name: string, given: readonly string[], values: Values): string | undefined => {
  const isMore = command.more === true && given.length > command.arguments.length;
  if (given.length !== command.arguments.length && !isMore) {
    const taken = command.arguments.map((each) => `<${each}>`).join(' ');
    return `${name} takes ${taken === '' ? 'no name' : taken}; ${given.length} given`;
  }
  const strange = Object.keys(values).find(
    (option) => option !== 'json' && isName(option) && !command.options.includes(option),
  );
  return strange === undefined ? undefined : `${name} has no option --${strange}`;
};

const version = (): string => {
  const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : 'unknown';
};

const parse = (
  argv: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } | { readonly problem: string } => {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const wrong = /'--?([^' ]+)/.exec(said)?.[1];
    const near = wrong === undefined ? undefined : nearestName(wrong, Object.keys(options));
    return {
      problem: `${said.split(/\.\s/)[0]}${near === undefined || near === wrong ? '' : `; did you mean --${near}?`}`,
    };
  }
};

const seeHelp = 'See trialwright --help.';

/** A reader that stops reading (`| head`) ends the writing, not the program. */
const endQuietly = (stream: NodeJS.WriteStream): void => {
  if (stream.listenerCount('error') > 0) return;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

const terminal = (): Streams => {
  endQuietly(process.stdout);
  endQuietly(process.stderr);
  return { out: process.stdout, error: process.stderr };
};

const runCommand = (
  name: string,
  given: readonly string[],
  values: Values,
  session: Session,
): ExitCode | Promise<ExitCode> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const near = nearestName(name, Object.keys(commands));
    return unusable(
      session,
      `there is no command "${name}"${near === undefined ? '' : `; did you mean ${near}?`}`,
      seeHelp,
    );
  }
  const wrong = misuse(command, name, given, values);
  return wrong === undefined ? command.run(given, values, session) : unusable(session, wrong, seeHelp);
};

/** Runs one command line and returns its exit code; the meaning of the codes stands in the help page. */
export const main = async (argv: readonly string[], streams: Streams = terminal()): Promise<ExitCode> => {
  const parsed = parse(argv);
  const session = openSession(argv.includes('--json'), streams, process.env.NO_COLOR !== undefined);
  if ('problem' in parsed) return unusable(session, parsed.problem, seeHelp);
  const { values, positionals } = parsed;
  const [name, ...given] = positionals;
  if (values.version === true) return answer(session, version(), version, exitCodes.fine);
  if (values.help === true) return answer(session, help, () => help, exitCodes.fine);
  if (name !== undefined) return runCommand(name, given, values, session);
  return session.json
    ? unusable(session, 'no command was given', seeHelp)
    : answer(session, help, () => help, exitCodes.unusable);
};
