import { foldParticipants } from '#core/conduct/fold.ts';
import { type ChangeTouches, touchedPeople } from '#core/conduct/touched-people.ts';
import { count, type Style, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { readRun } from './opened-run.ts';
import { cutAt } from './replay-at.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

interface AmendmentOptions {
  readonly folder: string;
  readonly trial: string;
  readonly at: string | undefined;
}

const width = 110;
const mostNamed = 12;

const sayPeople = (ids: readonly string[]): string => {
  if (ids.length === 0) return 'Touches nobody who is in the trial.';
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  return `Touches ${count(ids.length, 'participant')}: ${ids.slice(0, mostNamed).join(', ')}${more}.`;
};

const sayChange = ({ change, said, participants }: ChangeTouches, style: Style): readonly string[] => [
  style.strong(change.place),
  ...wrap(`${said}.`, width - 2, '  ').map((line) => `  ${line}`),
  ...wrap(sayPeople(participants), width - 2, '  ').map((line) => `  ${line}`),
];

/**
 * `trialwright amendment <folder> <trial>`: what another version of the study would change in a trial that runs, and
 * whom each change would touch as the trial stood at a moment. Nothing is written.
 */
export const showAmendment = ({ folder, trial, at }: AmendmentOptions, session: Session): ExitCode => {
  const run = readRun(folder);
  if (typeof run === 'string') return unusable(session, run, 'Name a folder that `rehearse` wrote.');
  const to = openStudy(trial, session);
  if (typeof to === 'number') return exitCodes.unusable;
  const cut = cutAt(run.events, at);
  if ('refused' in cut) return unusable(session, `there is no moment ${at ?? ''}`, `Write ${cut.accepted}.`);
  const people = foldParticipants(cut.events);
  const changes = touchedPeople(run.study.definition, to.study.definition, people);
  const { position, of, date } = cut;
  const touched = [...new Set(changes.flatMap(({ participants }) => participants))];
  const value = {
    trial: run.study.definition.id,
    at: { position, of, date },
    changes: changes.map(({ change, said, touches, participants }) => ({
      place: change.place,
      said,
      touches,
      participants,
    })),
    touched,
  };
  const text = (): string =>
    [
      `${run.study.definition.id} after event ${position} of ${of}, on ${date}`,
      ...changes.flatMap((each) => sayChange(each, session.style)),
      changes.length === 0
        ? 'The two versions say the same.'
        : `${count(changes.length, 'change')}, ${count(touched.length, 'participant')} of ${people.length} touched.`,
    ].join('\n');
  return answer(session, value, text, exitCodes.fine);
};
