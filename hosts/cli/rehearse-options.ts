import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Study } from '#core/study/study.ts';
import { type Scenario, type ScenarioChanges, scenarioWith } from '#hosts/rehearsal/scenario.ts';
import type { ExitCode } from './exit-code.ts';
import { isScenario, readScenario } from './scenario-file.ts';
import { type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';
import { sayFinding } from './trial-files.ts';

/** What may be said of the people of a rehearsal on the command line, as it was written. */
export interface WrittenScenario {
  readonly scenario: string | undefined;
  readonly participants: string | undefined;
  readonly effect: string | undefined;
}

type Found = ScenarioChanges | ExitCode;

const mostParticipants = 100_000;

const fromFile = (path: string | undefined, study: Study, session: Session): Found => {
  if (path === undefined) return {};
  const text = readTextFile(path);
  if (isUnread(text)) return unusable(session, `${path} was not read: ${text.unread}`, 'Name a scenario file.');
  const read = readScenario(text, study);
  if (isScenario(read)) return read;
  const said = read.map((finding) => sayFinding(finding, path)).join('\n');
  return unusable(session, said, 'Nothing was rehearsed.');
};

const participantsOf = (written: string, session: Session): number | { readonly refused: ExitCode } => {
  const count = Number(written);
  if (/^\d{1,6}$/.test(written) && count >= 1 && count <= mostParticipants) return count;
  const todo = `Write a whole number from 1 to ${mostParticipants}.`;
  return { refused: unusable(session, `--participants ${written} is no number of people`, todo) };
};

/** "cells=-0.3,mmf=0": by how much the mean logarithm of the fall differs in an arm. */
const effectOf = (
  written: string,
  study: Study,
  session: Session,
): Readonly<Record<string, number>> | { readonly refused: ExitCode } => {
  const arms = study.definition.arms.map(({ id }) => id);
  const effect = new Map<string, number>();
  for (const part of written.split(',')) {
    const [arm = '', shift = ''] = part.split('=');
    const near = nearestName(arm, arms);
    const isShift = /^-?\d+(\.\d+)?$/.test(shift) && Math.abs(Number(shift)) <= 5;
    if (!arms.includes(arm) || !isShift) {
      const what = arms.includes(arm) ? `"${shift}" is no number from -5 to 5` : `"${arm}" is no arm`;
      const todo = `Write an arm (${arms.join(', ')}) and a number: ${near ?? arms[0]}=-0.3.`;
      return { refused: unusable(session, `--effect ${written}: ${what}`, todo) };
    }
    effect.set(arm, Number(shift));
  }
  return Object.fromEntries(effect);
};

const isRefused = <T>(found: T | { readonly refused: ExitCode }): found is { readonly refused: ExitCode } =>
  typeof found === 'object' && found !== null && 'refused' in found;

/** What a file changes, with what the command line says instead; or the exit code of what was wrong. */
export const openScenarioChanges = (
  written: WrittenScenario,
  study: Study,
  session: Session,
): ScenarioChanges | ExitCode => {
  const file = fromFile(written.scenario, study, session);
  if (typeof file === 'number') return file;
  const participants =
    written.participants === undefined ? file.participants : participantsOf(written.participants, session);
  if (isRefused(participants)) return participants.refused;
  const effect = written.effect === undefined ? file.effect : effectOf(written.effect, study, session);
  if (isRefused(effect)) return effect.refused;
  return { ...file, participants, ...(effect === undefined ? {} : { effect }) };
};

/** The scenario that follows. */
export const openScenario = (written: WrittenScenario, study: Study, session: Session): Scenario | ExitCode => {
  const changes = openScenarioChanges(written, study, session);
  return typeof changes === 'number' ? changes : scenarioWith(changes);
};
