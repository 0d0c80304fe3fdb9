import { analyseStudy, type StudyAnalysis } from '#core/study/analyse-study.ts';
import { blockingQuestions } from '#core/study/study.ts';
import { count } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { sayAnalysis } from './say-analysis.ts';
import { answer, type Session } from './session.ts';
import { openStudyFile, type StudyFile, sayFinding } from './trial-files.ts';

const summary = ({ path, read }: StudyFile, analysis: StudyAnalysis | undefined): string => {
  const lines = read.findings.map((finding) => sayFinding(finding, path));
  const errors = read.findings.filter((finding) => finding.severity === 'error').length;
  const found = `${count(errors, 'error')}, ${count(read.findings.length - errors, 'warning')}`;
  if (read.study === undefined) return [...lines, `${found}. Nothing was compiled.`].join('\n');
  const { definition, criteria, endpoints } = read.study;
  const open = definition.questions.filter((question) => question.answer === undefined);
  const blocking = blockingQuestions(definition);
  return [
    ...lines,
    `${definition.id}: ${found}. ${count(criteria.length, 'criterion', 'criteria')}, ${count(endpoints.length, 'endpoint')}, ${count(definition.assumptions.length, 'assumption')}.`,
    ...(analysis === undefined ? [] : sayAnalysis(analysis)),
    ...open.map(
      (question) =>
        `  ${question.id} (${question.severity}) ${question.ask}${question.assumption === undefined ? '' : ` Assumed: ${question.assumption}.`}`,
    ),
    blocking.length === 0
      ? 'It can be opened for recruitment.'
      : `It can be rehearsed. It cannot be opened for recruitment while ${count(blocking.length, 'question')} of severity error ${blocking.length === 1 ? 'is' : 'are'} open.`,
  ].join('\n');
};

/** `trialwright check <trial>`: findings with their places, what its sentences mean together, and the open questions. */
export const check = (name: string, session: Session): ExitCode => {
  const file = openStudyFile(name, session);
  if (typeof file === 'number') return file;
  const { study, findings } = file.read;
  const analysis = study && analyseStudy(study);
  const value = {
    file: file.path,
    valid: study !== undefined,
    findings,
    analysis,
    questions: study?.definition.questions.filter((question) => question.answer === undefined) ?? [],
  };
  return answer(session, value, () => summary(file, analysis), study === undefined ? exitCodes.no : exitCodes.fine);
};
