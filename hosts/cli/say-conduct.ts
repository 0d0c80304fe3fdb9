import type { StudyDefinition } from '#core/study/schema.ts';

/** A part of the synopsis that a study may leave out. */
export interface SaidPart {
  readonly title: string;
  readonly lines: readonly string[];
}

const listed = (name: string, list: readonly string[] | undefined): readonly string[] =>
  list === undefined || list.length === 0 ? [] : [`${name}: ${list.join(', ')}`];

const sayMasking = ({ masking }: StudyDefinition): readonly string[] => [
  ...listed('masked', masking?.masked),
  ...(masking?.means ?? []),
  ...listed('sealed', masking?.['sealed measures']),
  ...listed('not masked', masking?.['unmasked roles']),
];

const sayConsent = ({ consent }: StudyDefinition): readonly string[] => {
  if (consent === undefined) return [];
  const { 'of age': of, 'assent from': assent, 'reconsent at majority': again } = consent;
  return [
    `of age at ${of}`,
    ...(assent === undefined ? [] : [`assent from ${assent}`]),
    ...(again === true ? ['asked again on coming of age'] : []),
  ];
};

const sayLaboratories = ({ laboratories = [], sites }: StudyDefinition): readonly string[] =>
  laboratories.map(({ id, title, ranges }) => {
    const served = sites.filter((site) => site.laboratory === id).map((site) => site.id);
    return `${id}  ${title}: ${ranges.length} normal range${ranges.length === 1 ? '' : 's'}${served.length === 0 ? '' : `, for ${served.join(', ')}`}`;
  });

const sayTreatments = ({ treatments }: StudyDefinition): readonly string[] => [
  ...(treatments?.background === undefined ? [] : [treatments.background]),
  ...listed('allowed', treatments?.allowed),
  ...listed('prohibited', treatments?.prohibited),
  ...listed('rescue', treatments?.rescue),
];

const onOneLine = (sentence: string): string => sentence.replaceAll(/\s+/g, ' ').trim();

type Expected = NonNullable<NonNullable<StudyDefinition['safety']>['reference']>[number];

const sayExpected = ({ product, concept, term, 'grade at most': worst }: Expected): string =>
  `expected${product === undefined ? '' : ` of ${product}`}: ${term ?? concept}, ${worst === undefined ? 'unless fatal' : `up to grade ${worst}`}`;

type Watch = NonNullable<NonNullable<StudyDefinition['safety']>['watch']>[number];

const sayWatch = (watch: Watch): string => {
  const { id, title, doses, measures, before, 'minutes from start': start, 'minutes from end': end } = watch;
  const moments = [
    ...(before === false ? [] : ['before']),
    ...(start === undefined ? [] : [`${start.join(', ')} minutes from its start`]),
    ...(end === undefined ? [] : [`${end.join(', ')} minutes from its end`]),
  ];
  return `${id}  ${title}: ${measures.join(', ')} around ${doses.join(', ')}; ${moments.join('; ')}`;
};

const saySafety = ({ safety }: StudyDefinition): readonly string[] => {
  if (safety === undefined) return [];
  const span = safety['adverse events'];
  return [
    ...(safety.grading === undefined ? [] : [`graded by ${safety.grading}`]),
    ...(span === undefined ? [] : [`adverse events from ${span.from} to ${span.to}`]),
    ...(safety['special interest'] ?? []).map(
      ({ id, title, within }) => `${id}  ${title}${within === undefined ? '' : `, within ${within} of a dose`}`,
    ),
    ...listed('authorities', safety.regions),
    ...(safety.reference ?? []).map(sayExpected),
    ...(safety.watch ?? []).map(sayWatch),
    ...(safety.observation ?? []),
    ...(safety.rules ?? []).map(
      ({ id, title, rule, at, action }) =>
        `${id}  ${title}: ${onOneLine(rule)}${at === undefined ? '' : `, at ${at.join(', ')}`} -> ${action}`,
    ),
    ...(safety.stopping ?? []).map(
      ({ id, title, event, participants, of, action }) =>
        `${id}  ${title}: ${participants}${of === undefined ? '' : ` of the first ${of}`} with ${onOneLine(event)} -> ${action}`,
    ),
  ];
};

const sayDuties = ({ duties = [] }: StudyDefinition): readonly string[] =>
  duties.map(({ id, title, of, until }) => `${id}  ${title}: ${of}, until ${until}`);

/** Masking, consent, laboratories, other treatments, safety and duties: the parts that a study has something of. */
export const sayConduct = (study: StudyDefinition): readonly SaidPart[] =>
  [
    { title: 'Masking', lines: sayMasking(study) },
    { title: 'Consent', lines: sayConsent(study) },
    { title: 'Laboratories', lines: sayLaboratories(study) },
    { title: 'Other treatments', lines: sayTreatments(study) },
    { title: 'Safety', lines: saySafety(study) },
    { title: 'Duties', lines: sayDuties(study) },
  ].filter(({ lines }) => lines.length > 0);
