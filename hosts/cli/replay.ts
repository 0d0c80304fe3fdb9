import { foldParticipants, foldStudy } from '#core/conduct/fold.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { deriveFlow } from '#core/reports/derive-flow.ts';
import { standingOf } from '#core/reports/standing.ts';
import { count } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openCut } from './opened-cut.ts';
import type { ReadRun } from './opened-run.ts';
import type { ReplayCut } from './replay-at.ts';
import { personValue, sayPerson } from './say-person.ts';
import { sayFlow, sayParticipants, sayStudyState } from './say-standing.ts';
import { answer, type Session, unusable } from './session.ts';

interface ReplayOptions {
  readonly folder: string;
  readonly at: string | undefined;
  readonly participant: string | undefined;
}

const heading = ({ study }: ReadRun, { position, of, date }: ReplayCut): string =>
  `${study.definition.id} after event ${position} of ${of}, on ${date}`;

const momentOf = ({ position, of, date }: ReplayCut) => ({ position, of, date });

const replayTrial = (run: ReadRun, cut: ReplayCut, session: Session): ExitCode => {
  const people = foldParticipants(cut.events);
  const state = foldStudy(cut.events);
  const flow = deriveFlow(run.study, people);
  const participants = people.map((each) => standingOf(run.study, each));
  const value = { trial: run.study.definition.id, at: momentOf(cut), study: state, flow, participants };
  const text = (): string =>
    [
      session.style.strong(heading(run, cut)),
      sayStudyState(state),
      '',
      ...sayFlow(flow, session.style),
      '',
      session.style.strong(count(participants.length, 'participant')),
      ...sayParticipants(participants, session.style),
    ].join('\n');
  return answer(session, value, text, exitCodes.fine);
};

const replayPerson = (run: ReadRun, cut: ReplayCut, id: string, session: Session): ExitCode => {
  const people = foldParticipants(cut.events);
  const found = people.find((each) => each.id === id);
  if (found === undefined) {
    const ids = people.flatMap((each) => each.id ?? []);
    const near = nearestName(id, ids);
    const todo = `${count(ids.length, 'participant')} had been identified by then${ids.length === 0 ? '' : `: ${ids[0]} to ${ids.at(-1)}`}.`;
    const what = `there is no participant ${id} after event ${cut.position}`;
    return unusable(session, `${what}${near === undefined ? '' : `; did you mean ${near}?`}`, todo);
  }
  const value = { trial: run.study.definition.id, at: momentOf(cut), participant: personValue(found) };
  const text = (): string => [session.style.strong(heading(run, cut)), ...sayPerson(found, session.style)].join('\n');
  return answer(session, value, text, exitCodes.fine);
};

/**
 * `trialwright replay <folder>`: the log of a run is verified and folded up to a position or the end of a civil day, and
 * where everything stood then is shown; of one participant everything. Arms appear where they had been told.
 */
export const replay = ({ folder, at, participant }: ReplayOptions, session: Session): ExitCode => {
  const opened = openCut(folder, at, session);
  if (typeof opened === 'number') return opened;
  const { run, cut } = opened;
  return participant === undefined ? replayTrial(run, cut, session) : replayPerson(run, cut, participant, session);
};
