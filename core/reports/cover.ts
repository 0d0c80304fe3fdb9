import type { Study } from '#core/study/study.ts';

/** An open question of the study, with the assumption that stands in for its answer. */
export interface OpenQuestion {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly ask: string;
  readonly assumption: string | undefined;
}

/** What stands in front of a report: of which trial, from which data, and how far it may be believed. */
export interface Cover {
  readonly trial: string;
  readonly title: string;
  readonly version: string;
  /** Hash of the definition under which it was derived. */
  readonly study: string;
  /** Who may read it: 'open' holds nothing by arm while the arms are masked. */
  readonly kind: 'final' | 'masked' | 'open' | 'closed';
  /** Events of the log on which it rests, and the hash of the last: what was cut off there stays as it is. */
  readonly cut: { readonly events: number; readonly head: string; readonly through: string | undefined };
  /** How the people of a rehearsal were drawn; undefined for a trial with participants. */
  readonly virtual: string | undefined;
  readonly questions: readonly OpenQuestion[];
}

const severities = ['error', 'warning', 'information'] as const;

/** The open questions of a study, the gravest first; within one severity in the order of the study. */
export const openQuestions = ({ definition }: Study): readonly OpenQuestion[] =>
  definition.questions
    .filter((each) => each.answer === undefined)
    .map(({ id, severity, ask, assumption }) => ({ id, severity, ask, assumption }))
    .toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
