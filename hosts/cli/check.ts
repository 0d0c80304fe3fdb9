import { basename } from 'node:path';
import { analyseStudy, type StudyAnalysis } from '#core/study/analyse-study.ts';
import { blockingQuestions, type Study } from '#core/study/study.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { whyNotRehearsed } from '#hosts/rehearsal/why-not-rehearsed.ts';
import { count, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openRecord, type RecordFile } from './record-file.ts';
import { sayAnalysis } from './say-analysis.ts';
import { answer, type Session } from './session.ts';
import { openStudyFile, type StudyFile, sayFinding } from './trial-files.ts';

const width = 110;

const countsOf = (findings: readonly StudyFinding[]): string => {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
};

const sayRehearsal = (study: Study): string => {
  const not = whyNotRehearsed(study, '2026-01-05');
  return not === undefined ? 'It can be rehearsed.' : `It cannot be rehearsed yet: ${not.why}.`;
};

const sayQuestions = ({ read: { study } }: StudyFile): readonly string[] => {
  if (study === undefined) return [];
  const { definition } = study;
  const open = definition.questions.filter((question) => question.answer === undefined);
  const blocking = blockingQuestions(definition);
  return [
    ...open.map(
      (question) =>
        `  ${question.id} (${question.severity}) ${question.ask}${question.assumption === undefined ? '' : ` Assumed: ${question.assumption}.`}`,
    ),
    sayRehearsal(study),
    blocking.length === 0
      ? 'It can be opened for recruitment.'
      : `It cannot be opened for recruitment while ${count(blocking.length, 'question')} of severity error ${blocking.length === 1 ? 'is' : 'are'} open.`,
  ];
};

/** What the rules find in the registry record, one line each; the whole of it is in --json. */
const sayRecord = ({ path, problems, findings }: RecordFile): readonly string[] => [
  ...problems.map((problem) => sayFinding(problem, path)),
  ...(problems.length > 0 ? [] : [`${basename(path)}: ${count(findings.length, 'finding')} in the registry record.`]),
  ...findings.flatMap(({ rule, severity, what, places }) =>
    wrap(`${severity} ${rule} at ${places.map(({ place }) => place).join(', ')}: ${what}`, width - 2, '    ').map(
      (line) => `  ${line}`,
    ),
  ),
];

const summary = (file: StudyFile, record: RecordFile | undefined, analysis: StudyAnalysis | undefined): string => {
  const { path, read } = file;
  const findings = [...read.findings, ...(record?.lost ?? [])];
  const lines = findings.map((finding) => sayFinding(finding, path));
  if (read.study === undefined) return [...lines, `${countsOf(findings)}. Nothing was compiled.`].join('\n');
  const { definition, criteria, endpoints } = read.study;
  return [
    ...lines,
    `${definition.id}: ${countsOf(findings)}. ${count(criteria.length, 'criterion', 'criteria')}, ${count(endpoints.length, 'endpoint')}, ${count(definition.assumptions.length, 'assumption')}.`,
    ...(analysis === undefined ? [] : sayAnalysis(analysis)),
    ...(record === undefined ? [] : sayRecord(record)),
    ...sayQuestions(file),
  ].join('\n');
};

/**
 * `trialwright check <trial>`: findings with their places, what its sentences mean together, what the rules find in its
 * registry record, and the open questions.
 */
export const check = (name: string, session: Session): ExitCode => {
  const file = openStudyFile(name, session);
  if (typeof file === 'number') return file;
  const { study } = file.read;
  const analysis = study && analyseStudy(study);
  const record = openRecord(file);
  const findings = [...file.read.findings, ...(record?.lost ?? [])];
  const broken = [...findings, ...(record?.problems ?? [])].some(({ severity }) => severity === 'error');
  const value = {
    file: file.path,
    valid: study !== undefined && !broken,
    findings,
    analysis,
    record: record && { file: record.path, problems: record.problems, findings: record.findings },
    questions: study?.definition.questions.filter((question) => question.answer === undefined) ?? [],
  };
  return answer(session, value, () => summary(file, record, analysis), broken ? exitCodes.no : exitCodes.fine);
};
