import type { Act } from '#core/conduct/act.ts';
import { mustAppend, readNow } from '#core/conduct/must-append.ts';
import { isRefusal, type Refusal } from '#core/conduct/refusal.ts';
import { isStudyEvent } from '#core/conduct/study-event.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import { studyStream, type TrialEvent } from '#core/conduct/trial-event.ts';
import type { Log } from '#core/record/log.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import { decideSite } from './decide-site.ts';
import type { SiteCommand } from './site-command.ts';
import { isSiteEvent, siteStream } from './site-event.ts';
import { consentAskedAgain, evolveSite, noSite, type SiteState, versionInForce } from './site-state.ts';

/** The version of the study at a site, and what it asks of those who consented before. */
export interface InForce {
  readonly study: Study;
  readonly consentSince: string | undefined;
}

const openFolds = (log: Log<TrialEvent>) => {
  const folds = new Map<string, SiteState>();
  return (id: string): SiteState => {
    const found = folds.get(id);
    const stream = siteStream(id);
    if (found?.events === log.version(stream)) return found;
    const folded = log
      .read(stream)
      .reduce((site, { event }) => (isSiteEvent(event) ? evolveSite(site, event) : site), noSite(id));
    folds.set(id, folded);
    return folded;
  };
};

/** Every approved version, compiled once from the event that approved it. */
const openVersions = (first: Study, log: Log<TrialEvent>) => {
  const compiled = new Map([[first.hash, first]]);
  const compile = (hash: string): Study => {
    const approval = log
      .read(studyStream)
      .map(({ event }) => event)
      .find((event) => isStudyEvent(event) && event.type === 'amendment approved' && event.hash === hash);
    const text = approval?.type === 'amendment approved' ? JSON.stringify(approval.definition) : '';
    const { study } = readStudy(text);
    if (study === undefined) throw new Error(`the study stream has no version ${hash} that compiles`);
    return study;
  };
  return (hash: string): Study => {
    const study = compiled.get(hash) ?? compile(hash);
    compiled.set(hash, study);
    return study;
  };
};

/** What the desk does with sites: their own acts, and which version of the study is in force where. */
export const openSiteDesk = (first: Study, log: Log<TrialEvent>, trial: () => StudyState) => {
  const state = openFolds(log);
  const version = openVersions(first, log);
  /** The version that was approved last, whoever has accepted it. */
  const latest = (): Study => version(trial().versions.at(-1) ?? first.hash);
  const inForce = (id: string | undefined): InForce => {
    const site = id === undefined ? undefined : state(id);
    const hash = site && versionInForce(site)?.version;
    return hash === undefined
      ? { study: latest(), consentSince: undefined }
      : { study: version(hash), consentSince: site && consentAskedAgain(site) };
  };
  return {
    state,
    latest,
    inForce,
    act: (id: string, command: SiteCommand, act: Act, followed: readonly string[]) => {
      const setting = { study: latest(), ...act };
      const answer = decideSite(command, state(id), { trial: trial(), setting, followed });
      if (isRefusal(answer)) return answer satisfies Refusal;
      const stream = siteStream(id);
      const reads = [readNow(log, stream), readNow(log, studyStream)];
      const reason = 'reason' in command ? command.reason : undefined;
      return mustAppend<TrialEvent>(log, { stream, reads, events: answer, reason }, act, setting.study);
    },
  };
};
