import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { Act } from './act.ts';
import { decideStudy } from './decide-study.ts';
import type { openPeople } from './desk-people.ts';
import { mustAppend, readNow } from './must-append.ts';
import { visitsThroughPrimary } from './primary-span.ts';
import { isRefusal } from './refusal.ts';
import { whyNotReady } from './review/ready.ts';
import type { openSiteDesk } from './sites/desk-sites.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyScene } from './study-scene.ts';
import type { StudyState } from './study-state.ts';
import { studyStream, type TrialEvent } from './trial-event.ts';

interface Around {
  readonly log: Log<TrialEvent>;
  readonly people: ReturnType<typeof openPeople>;
  readonly trial: () => StudyState;
  readonly sites: Pick<ReturnType<typeof openSiteDesk>, 'latest' | 'inForce'>;
}

/** What a lock has to wait for: people, and data that are not ready. */
const keepsFromLock = (
  command: StudyCommand,
  study: Study,
  { people, sites }: Around,
): Pick<StudyScene, 'followed' | 'notReady'> => {
  if (command.type === 'lock data') {
    const notReady = whyNotReady((site) => sites.inForce(site).study, people.seen());
    return { followed: people.followed(), notReady };
  }
  return { followed: command.type === 'lock primary analysis' ? people.awaited(visitsThroughPrimary(study)) : [] };
};

/** What the desk does with the study as a whole; at the unblinding what was sealed is said in public. */
export const openStudyDesk = (around: Around) => {
  const { log, people, trial, sites } = around;
  return (command: StudyCommand, act: Act) => {
    const study = sites.latest();
    const scene = { setting: { study, ...act }, ...keepsFromLock(command, study, around), head: log.head() };
    const answer = decideStudy(command, trial(), scene);
    if (isRefusal(answer)) return answer;
    const reason = 'reason' in command ? command.reason : undefined;
    const decided = { stream: studyStream, reads: [readNow(log, studyStream)], events: answer, reason };
    const appended = mustAppend<TrialEvent>(log, decided, act, study);
    if (command.type === 'unblind study') people.disclose(act);
    return appended;
  };
};
