import type { Setting } from '#core/conduct/command.ts';
import { consentWanting } from '#core/conduct/consent.ts';
import { decideParticipant } from '#core/conduct/decide-participant.ts';
import { assessEligibility, type CriterionResult, type Eligibility } from '#core/conduct/eligibility.ts';
import { evolveParticipant } from '#core/conduct/evolve-participant.ts';
import { nobody, type Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { noStudy, type StudyState } from '#core/conduct/study-state.ts';
import { sayMissing } from '#core/criteria/explain.ts';
import type { NeedSet } from '#core/criteria/needs.ts';
import type { Study } from '#core/study/study.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import type { Style } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { isPersonFile, type PersonFile, readPersonFile } from './participant-file.ts';
import { placeRefusal } from './refusal-place.ts';
import { answer, type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';
import { openStudy, sayFinding } from './trial-files.ts';

const openTrial: StudyState = { ...noStudy, approved: 'screening', openFor: 'rehearsal' };

/** Takes the file's facts through the decisions of a site; the first refusal is a finding at its place in the file. */
const enter = (file: PersonFile, study: Study): Participant | StudyFinding => {
  const at = { instant: `${file.today}T12:00:00Z`, offset: '+00:00', zone: 'UTC', date: file.today };
  const setting: Setting = { study, at, actor: { id: 'screening', role: 'investigator' } };
  let person = nobody;
  for (const { command, path } of file.commands) {
    const decided = decideParticipant(command, person, openTrial, setting);
    if (isRefusal(decided)) return placeRefusal(decided, file.source, path);
    person = decided.reduce(evolveParticipant, person);
  }
  return person;
};

const paint = (result: CriterionResult['result'], style: Style): string => {
  const label = result.padEnd(9);
  return { passes: style.good, fails: style.bad, 'not known': style.open }[result](label);
};

const sayNeeds = (needs: readonly NeedSet[]): readonly string[] =>
  needs.slice(0, 3).map((set, index) => `      ${index === 0 ? 'needs' : 'or'} ${set.map(sayMissing).join(' and ')}`);

const criterionLines = (each: CriterionResult, style: Style): readonly string[] => {
  const head = `  ${paint(each.result, style)}  ${each.criterion}  ${each.title}`;
  if (each.result === 'passes') return [head];
  const from = each.passesFrom === undefined ? [] : [`      would pass from ${each.passesFrom}`];
  return [
    head,
    ...(each.result === 'not known' ? sayNeeds(each.needs) : each.because.map((reason) => `      ${reason}`)),
    ...from,
  ];
};

const verdictLine = ({ verdict, eligibleFrom, results }: Eligibility): string => {
  const failed = results.filter((each) => each.result === 'fails').map((each) => each.criterion);
  const open = results.filter((each) => each.result === 'not known').map((each) => each.criterion);
  if (verdict === 'eligible') return 'Eligible.';
  if (verdict === 'needs information') return `Needs information for ${open.join(', ')}.`;
  return `Not eligible by ${failed.join(', ')}.${eligibleFrom === undefined ? '' : ` Would be eligible from ${eligibleFrom}, all else staying as it is.`}`;
};

const render = (person: string, found: Eligibility, wanting: readonly string[], style: Style): string =>
  [
    style.strong(`${person}: ${verdictLine(found)}`),
    ...(wanting.length === 0 ? [] : [style.open(`  wanting before enrolment: ${wanting.join(', ')}`)]),
    ...found.results.flatMap((each) => criterionLines(each, style)),
  ].join('\n');

const screeningValue = (participant: string, found: Eligibility, wanting: readonly string[]) => ({
  participant,
  verdict: found.verdict,
  eligibleFrom: found.eligibleFrom,
  consentWanting: wanting,
  criteria: found.results.map(({ proof, ...each }) => ({
    ...each,
    evidence: proof.truth === 'unknown' ? [] : proof.evidence,
  })),
});

const codes = {
  eligible: exitCodes.fine,
  'not eligible': exitCodes.no,
  'needs information': exitCodes.unknown,
} as const;

const refuse = (findings: readonly StudyFinding[], path: string, session: Session): ExitCode => {
  if (session.json) session.print(JSON.stringify({ file: path, findings }, undefined, 2));
  else for (const finding of findings) session.complain(sayFinding(finding, path));
  return exitCodes.unusable;
};

/** `trialwright screen <trial> <participant.yaml>`: each criterion with its result and reasons, and the verdict. */
export const screenPerson = (trial: string, path: string, session: Session): ExitCode => {
  const opened = openStudy(trial, session);
  if (typeof opened === 'number') return opened;
  const content = readTextFile(path);
  if (isUnread(content))
    return unusable(
      session,
      `${path} was not read: ${content.unread}`,
      'Name the file of a person, such as trials/nct05631717/people/eligible.yaml.',
    );
  const file = readPersonFile(content, opened.study);
  if (!isPersonFile(file)) return refuse(file, path, session);
  const person = enter(file, opened.study);
  if ('severity' in person) return refuse([person], path, session);
  const found = assessEligibility(opened.study, chartOf(opened.study, person, file.today));
  const wanting = consentWanting(opened.study, person, file.today);
  return answer(
    session,
    screeningValue(file.participant, found, wanting),
    () => render(file.participant, found, wanting, session.style),
    codes[found.verdict],
  );
};
