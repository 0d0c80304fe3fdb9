import { readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { calibrate } from '#hosts/rehearsal/characteristics/calibrate.ts';
import { openTrials, type SimulateTrials } from '#hosts/rehearsal/characteristics/simulate-trials.ts';
import { type Characteristics, summariseTrials } from '#hosts/rehearsal/characteristics/summarise-trials.ts';
import { isNotAsked } from '#hosts/rehearsal/characteristics/trial-question.ts';
import type { Scenario } from '#hosts/rehearsal/scenario.ts';
import { layOutRows, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openScenario, openScenarioChanges, type WrittenScenario } from './rehearse-options.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

export interface CharacteristicsOptions extends WrittenScenario {
  readonly trial: string;
  readonly seed: number;
  readonly start: string;
  /** How many trials, and the shares of responders that are wanted, as they were written. */
  readonly trials: string;
  readonly response: string | undefined;
}

const mostTrials = 1_000_000;
const width = 110;

const todo = 'Rehearse it once, without --trials, to see everything that is derived.';

type Wanted = Readonly<Record<string, number>>;

/** "msc=0.6,il-2=0.3": which share of an arm is to respond. */
const wantedOf = (written: string, { definition }: Study): Wanted | string => {
  const arms = definition.arms.map(({ id }) => id);
  const wanted = new Map<string, number>();
  for (const part of written.split(',')) {
    const [arm = '', share = ''] = part.split('=');
    if (!arms.includes(arm)) return `"${arm}" is no arm`;
    if (!/^0?\.\d+$|^[01]$/.test(share)) return `"${share}" is no share from 0 to 1`;
    wanted.set(arm, Number(share));
  }
  return Object.fromEntries(wanted);
};

/** The scenario as it was written, or the one in which the arms respond as often as is wanted. */
const scenarioFor = (
  options: CharacteristicsOptions,
  simulate: SimulateTrials,
  study: Study,
  session: Session,
): Scenario | ExitCode => {
  const { response } = options;
  if (response === undefined) return openScenario(options, study, session);
  const wanted = wantedOf(response, study);
  if (typeof wanted === 'string')
    return unusable(session, `--response ${response}: ${wanted}`, 'Write arms and shares: cells=0.6,placebo=0.3.');
  const changes = openScenarioChanges(options, study, session);
  if (typeof changes === 'number') return changes;
  const scenario = calibrate(simulate, changes, wanted);
  return isNotAsked(scenario)
    ? unusable(session, `--response ${response}: ${scenario.why}`, 'Write shares that can be reached.')
    : scenario;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const rowsOf = ({ experimental, control }: Characteristics) =>
  layOutRows([
    ['', 'participants', 'fewest', 'most', 'respond'],
    ...[experimental, control].map(({ arm, participants, fewest, most, response }) => [
      arm,
      participants.toFixed(1),
      String(fewest),
      String(most),
      percent(response),
    ]),
  ]);

const render = (study: Study, found: Characteristics, { seed }: CharacteristicsOptions, session: Session): string => {
  const { share, lower, upper, successes, trials, exact, difference, sd, width: wide } = found;
  const analysis = study.definition.analyses.find(({ kind }) => kind === 'compare proportions');
  const hypothesis = analysis?.kind === 'compare proportions' ? analysis.hypothesis : 'superiority';
  const [head = '', ...rows] = rowsOf(found);
  const said = hypothesis === 'superiority' ? 'a difference is found' : `${hypothesis} is shown`;
  return [
    session.style.strong(`${study.definition.id}: ${trials} trials simulated, seed ${seed}`),
    `In ${percent(share)} of them ${said} (${successes}; ${percent(lower)} to ${percent(upper)} by Monte Carlo, 95%).`,
    ...(exact === undefined
      ? []
      : [`Fisher's test gives exactly ${percent(exact)} at these arms and these shares of responders.`]),
    `The difference is estimated as ${percent(difference)} on average (SD ${percent(sd)}), with intervals ${percent(wide)} wide.`,
    '',
    session.style.strong(head),
    ...rows,
    '',
    ...wrap(
      "Virtual people who are eligible by the criteria, allocated, treated and measured as the study says; the endpoint is the study's own, with its policy for what is missing. It says what the design can and cannot show if people are as assumed, never that a treatment works.",
      width,
      '',
    ),
  ].join('\n');
};

/** `trialwright rehearse <trial> --trials <n>`: what the design comes to over many trials. */
export const showCharacteristics = (options: CharacteristicsOptions, session: Session): ExitCode => {
  const trials = Number(options.trials);
  if (!/^[1-9]\d{0,6}$/.test(options.trials) || trials > mostTrials)
    return unusable(
      session,
      `--trials ${options.trials} is no number of trials`,
      `Write a whole number from 1 to ${mostTrials}.`,
    );
  const file = openStudy(options.trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const firstDay = readDay(options.start);
  if (firstDay === undefined)
    return unusable(session, `--start ${options.start} is no day`, 'Write a day such as 2026-01-05.');
  const simulate = openTrials(study, options.seed, firstDay);
  if (isNotAsked(simulate))
    return unusable(session, `${study.definition.id} cannot be simulated by the thousand: ${simulate.why}`, todo);
  const scenario = scenarioFor(options, simulate, study, session);
  if (typeof scenario === 'number') return scenario;
  const found = summariseTrials(simulate({ trials, scenario }));
  const { id, version } = study.definition;
  const value = { trial: id, version, hash: study.hash, seed: options.seed, ...found };
  return answer(session, value, () => render(study, found, options, session), exitCodes.fine);
};
