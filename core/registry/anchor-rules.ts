import { contentsOf, ofKinds, type Passage, type PassageKind, passagesIn } from './passages.ts';
import { criteriaKinds } from './pattern-rule.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

type NamedMoment = readonly [name: string, pattern: RegExp];

const duration = String.raw`\d+ (?:days?|weeks?|months?|years?) (?:before|prior to|of|from) (?:the )?`;

/** Moments that windows of time in criteria are counted from. Random allocation and assignment are one moment. */
const anchors: readonly NamedMoment[] = [
  ['screening', new RegExp(`${duration}screening`, 'i')],
  ['random allocation', new RegExp(`${duration}random(?: allocation| assignment|i[sz]ation)`, 'i')],
  ['selection', new RegExp(`${duration}selection`, 'i')],
  ['enrolment', new RegExp(`${duration}(?:enrol+ment|inclusion|study entry)`, 'i')],
  ['baseline', new RegExp(`${duration}baseline`, 'i')],
  ['consent', new RegExp(`${duration}(?:informed )?consent`, 'i')],
  ['first dose', new RegExp(`${duration}(?:the )?first (?:dose|administration|infusion)`, 'i')],
];

/** Visits that outcomes are compared with. */
const references: readonly NamedMoment[] = [
  ['baseline', /\bbaseline\b/i],
  ['selection visit', /\bselection visit\b/i],
  ['screening visit', /\bscreening visit\b/i],
  ['before treatment visit', /\bpre-\w+ (?:transplantation|treatment|infusion|dose)\b/i],
];

/** The first passage that names each moment. */
const namedIn = (passages: readonly Passage[], moments: readonly NamedMoment[]): readonly QuotedPlace[] =>
  moments.flatMap(([, pattern]) => {
    const passage = passages.find(({ text }) => pattern.test(text));
    return passage === undefined ? [] : [{ place: passage.place, quote: pattern.exec(passage.text)?.[0] }];
  });

const momentsRule = (
  { id, what, question, reading }: { id: string; what: string; question: string; reading: string | undefined },
  kinds: readonly PassageKind[],
  moments: readonly NamedMoment[],
): RecordRule => ({
  id,
  severity: 'warning',
  find: (record: RegistryRecord) =>
    contentsOf(record).flatMap((content) => {
      const places = namedIn(ofKinds(passagesIn(content), kinds), moments);
      return places.length < 2 ? [] : [{ places, what, question, reading }];
    }),
});

export const anchorRules: readonly RecordRule[] = [
  momentsRule(
    {
      id: 'several-anchors',
      what: 'Windows of the criteria are counted from more than one moment.',
      question: 'Is each window meant from its own moment?',
      reading: 'each as it stands',
    },
    criteriaKinds,
    anchors,
  ),
  momentsRule(
    {
      id: 'several-reference-visits',
      what: 'Outcomes are compared with visits of more than one name.',
      question: 'Are these one visit, and if not, which is the reference of each outcome?',
      reading: undefined,
    },
    ['outcome', 'outcome text', 'time frame'],
    references,
  ),
];
