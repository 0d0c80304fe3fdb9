import { readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { calibratedEffect } from '#hosts/rehearsal/characteristics/calibrate.ts';
import { openTrials, type SimulateTrials } from '#hosts/rehearsal/characteristics/simulate-trials.ts';
import {
  type Characteristics,
  summariseTables,
  type TwoArms,
  tablesOf,
} from '#hosts/rehearsal/characteristics/summarise-trials.ts';
import { isNotAsked } from '#hosts/rehearsal/characteristics/trial-question.ts';
import { type ScenarioChanges, scenarioWith } from '#hosts/rehearsal/scenario.ts';
import { layOutRows, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openScenarioChanges, type WrittenScenario } from './rehearse-options.ts';
import { wantedOf } from './response-option.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';
import { simulateInParts } from './trial-parts.ts';

export interface CharacteristicsOptions extends WrittenScenario {
  readonly trial: string;
  readonly seed: number;
  readonly start: string;
  /** How many trials, and the shares of responders that are wanted, as they were written. */
  readonly trials: string;
  readonly response: string | undefined;
  /** The number of the first, where these trials are a part of a run. */
  readonly first: string | undefined;
  readonly workers: number;
}

const mostTrials = 1_000_000;
const width = 110;

const todo = 'Rehearse it once, without --trials, to see everything that is derived.';

/** What the scenario changes as it was written, or so that the arms respond as often as is wanted. */
const changesFor = (
  options: CharacteristicsOptions,
  simulate: SimulateTrials,
  study: Study,
  session: Session,
): ScenarioChanges | ExitCode => {
  const { response } = options;
  const changes = openScenarioChanges(options, study, session);
  if (response === undefined || typeof changes === 'number') return changes;
  const wanted = wantedOf(response, study);
  if (typeof wanted === 'string')
    return unusable(session, `--response ${response}: ${wanted}`, 'Write arms and shares: cells=0.6,placebo=0.3.');
  const effect = calibratedEffect(simulate, changes, wanted);
  return isNotAsked(effect)
    ? unusable(session, `--response ${response}: ${effect.why}`, 'Write shares that can be reached.')
    : { ...changes, effect };
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

/** A whole number that was written, within limits; undefined for what is none. */
const wholeNumber = (written: string, least: number): number | undefined => {
  const number = Number(written);
  return /^\d{1,7}$/.test(written) && number >= least && number <= mostTrials ? number : undefined;
};

/** So few trials are done before a second process has begun. */
const leastToShare = 2000;

/** `trialwright rehearse <trial> --trials <n>`: what the design comes to over many trials. */
export const showCharacteristics = async (options: CharacteristicsOptions, session: Session): Promise<ExitCode> => {
  const [trials, from] = [wholeNumber(options.trials, 1), wholeNumber(options.first ?? '0', 0)];
  const accepted = (least: number): string => `Write a whole number from ${least} to ${mostTrials}.`;
  if (trials === undefined) return unusable(session, `--trials ${options.trials} is no number of trials`, accepted(1));
  if (from === undefined) return unusable(session, `--first ${options.first} is no number of a trial`, accepted(0));
  const file = openStudy(options.trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const firstDay = readDay(options.start);
  if (firstDay === undefined)
    return unusable(session, `--start ${options.start} is no day`, 'Write a day such as 2026-01-05.');
  const simulate = openTrials(study, options.seed, firstDay);
  if (isNotAsked(simulate))
    return unusable(session, `${study.definition.id} cannot be simulated by the thousand: ${simulate.why}`, todo);
  const changes = changesFor(options, simulate, study, session);
  if (typeof changes === 'number') return changes;
  const isShared = options.workers > 1 && trials >= leastToShare && options.first === undefined;
  // The question is asked once more for nothing but the analysis, which every part has alike.
  const { question, ...own } = simulate({ trials: isShared ? 1 : trials, scenario: scenarioWith(changes), from });
  const tables: readonly TwoArms[] = isShared
    ? await simulateInParts(options, changes.effect, trials)
    : tablesOf({ question, ...own });
  const found = summariseTables(question, tables);
  const { id, version } = study.definition;
  const part = options.first === undefined ? {} : { first: from, counts: tables };
  const value = { trial: id, version, hash: study.hash, seed: options.seed, ...found, ...part };
  return answer(session, value, () => render(study, found, options, session), exitCodes.fine);
};
