import { silentAt } from './passages.ts';
import type { RecordRule } from './record-finding.ts';
import type { RecordContent, RegistryRecord } from './record-schema.ts';

/** A part of the record that a trial cannot do without. */
interface Section {
  readonly id: string;
  readonly severity: RecordRule['severity'];
  readonly place: string;
  readonly holds: (content: RecordContent) => boolean;
  /** Where another rule says it better. */
  readonly unless?: (record: RegistryRecord) => boolean;
  readonly what: string;
  readonly question: string;
}

const noCriteria = ({ inclusion, exclusion }: RecordContent): boolean => inclusion.length + exclusion.length === 0;

const sections: readonly Section[] = [
  {
    id: 'criteria-missing',
    severity: 'error',
    place: 'inclusion',
    holds: (content) => !noCriteria(content),
    what: 'The page holds no eligibility criterion.',
    question: 'Who may take part? Which copy or version of the criteria holds?',
  },
  {
    id: 'inclusion-missing',
    severity: 'error',
    place: 'inclusion',
    holds: ({ inclusion }) => inclusion.length > 0,
    unless: noCriteria,
    what: 'Only exclusion criteria exist: nothing says who has the disease, and how active it must be.',
    question: 'What must a participant have?',
  },
  {
    id: 'exclusion-missing',
    severity: 'warning',
    place: 'exclusion',
    holds: ({ exclusion }) => exclusion.length > 0,
    unless: noCriteria,
    what: 'Only inclusion criteria exist.',
    question: 'Does nothing exclude a participant?',
  },
  {
    id: 'arms-missing',
    severity: 'error',
    place: 'arms',
    holds: ({ arms }) => arms.length > 0,
    unless: ({ design }) => design.type === 'observational',
    what: 'The page describes no arm: neither dose nor route nor schedule nor background treatment.',
    question: 'What does each group get?',
  },
  {
    id: 'outcomes-missing',
    severity: 'error',
    place: 'primary outcomes',
    holds: (content) => content['primary outcomes'].length > 0,
    what: 'The page has no primary outcome.',
    question: 'What is measured, and when?',
  },
  {
    id: 'sites-missing',
    severity: 'warning',
    place: 'sites',
    holds: ({ sites }) => sites.length > 0,
    what: 'The page names no site.',
    question: 'Where does the trial take place?',
  },
  {
    id: 'enrolment-missing',
    severity: 'error',
    place: 'enrolment',
    holds: ({ enrolment }) => enrolment !== undefined,
    what: 'The page does not say how many take part.',
    question: 'How many participants are planned, and why so many?',
  },
];

const sectionRule = ({ id, severity, place, holds, unless, what, question }: Section): RecordRule => ({
  id,
  severity,
  find: (record) => {
    if (holds(record) || unless?.(record) === true) return [];
    const copies = record.copies.flatMap((copy, index) =>
      copy.kind === 'copy' && holds(copy) ? [{ number: index + 1, version: copy.version }] : [],
    );
    const best = copies.find(({ version }) => version === 'later') ?? copies[0];
    const reading = best === undefined ? undefined : `as copies[${best.number}].${place} has it`;
    return [{ places: [silentAt(place)], what, question, reading }];
  },
});

export const sectionRules: readonly RecordRule[] = sections.map(sectionRule);
