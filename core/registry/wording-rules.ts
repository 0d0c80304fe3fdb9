import { ofKinds, passagesOf, quotesIn } from './passages.ts';
import { criteriaKinds, patternRule, type RecordPattern } from './pattern-rule.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';

const patterns: readonly RecordPattern[] = [
  {
    id: 'criterion-without-effect',
    severity: 'information',
    kinds: ['inclusion'],
    pattern: /(?<=,\s*)(?:with or without [^,;.()]+|regardless of (?:gender|sex))/gi,
    what: 'A condition is named that excludes nobody.',
    question: 'Is it only to be recorded?',
    reading: 'it decides nothing',
  },
  {
    id: 'fused-criteria',
    severity: 'warning',
    kinds: criteriaKinds,
    pattern: /[;.]\s+\d{1,2}[.)]\s+(?=\p{Lu})/gu,
    what: 'Two criteria stand in one item: the number of the second is still in the text.',
    question: 'Are these two criteria, and is every later number one too low?',
    reading: 'two criteria, divided before the number',
  },
  {
    id: 'window-after-its-anchor',
    severity: 'warning',
    kinds: criteriaKinds,
    pattern:
      /within the first \d+ (?:days|weeks|months) of (?:the )?(?:screening|selection|randomi[sz]ation|enrol\w+)/gi,
    what: 'The words put the window after the moment, where a history can only lie before it.',
    question: 'Is the time before that moment meant?',
    reading: (quote) => quote.replace('within the first ', 'within ').replace(' of ', ' before '),
  },
];

const responsePatterns: readonly RecordPattern[] = [
  {
    id: 'decrease-by-or-to',
    severity: 'error',
    kinds: ['outcome', 'outcome text'],
    pattern: /\b(?:decrease|reduction|fall) (?:in|of) [\p{L} ]+(?<!\bto\s*)\\?[<≤]\s*[\d.]+(?![\d.]| ?%)/giu,
    what: 'A decrease is compared with an amount: it reads as a fall by less than that.',
    question: 'Does it have to fall by the amount, or to below it?',
    reading: (quote) => quote.replace(/^\w+ (?:in|of) ([\p{L} ]+?) ?\\?[<≤]\s*/u, '$1 falls to below '),
  },
  {
    id: 'tolerance-both-ways',
    severity: 'error',
    kinds: ['outcome text'],
    pattern: /±\s*\d+(?:\.\d+)?\s*%(?!\)?,? or improv)/gi,
    what: 'A tolerance counts in both directions, so that an improvement beyond it fails.',
    question: 'May the value be better than the tolerance allows?',
    reading: 'only a change for the worse is limited',
  },
  {
    id: 'decline-called-response',
    severity: 'error',
    kinds: ['outcome text'],
    pattern:
      /\b(?:glomerular filtration|e?GFR|albumin|haemoglobin|complement)\b[^;:]*\b(?:decrease|reduction|fall) to\b/gi,
    what: 'A response asks a measure to decrease that improves by rising.',
    question: 'Is a return to the earlier value meant?',
    reading: 'recovers to the earlier value',
  },
];

const qualifiers: readonly (readonly [name: string, word: string])[] = [
  ['unstable dose', 'unstable doses?'],
  ['significant change', 'significant changes?'],
  ['abnormal', 'abnormal'],
  ['severe', 'severe'],
  ['uncontrolled', 'uncontrolled'],
  ['deterioration', 'deterioration'],
];

/** A qualifier counts as explained when a parenthesis with a figure, a limit or the words for one follows it at once. */
const explained = String.raw`(?![^;.,(]*\([^)]*(?:\d|[<>≥≤]))`;

const undefinedQualifier: RecordRule = {
  id: 'undefined-qualifier',
  severity: 'warning',
  find: (record) => {
    const passages = ofKinds(passagesOf(record), [...criteriaKinds, 'outcome', 'outcome text']);
    return qualifiers.flatMap(([name, word]) => {
      const places = quotesIn(passages, new RegExp(String.raw`\b${word}\b${explained}`, 'gi'));
      if (places.length === 0) return [];
      const what = `"${name}" has no limit: two people can decide differently.`;
      return [{ places, what, question: `From which limit is it "${name}"?`, reading: "the investigator's judgement" }];
    });
  },
};

const mixed = /\band\b[^;:]*?,\s*or\b|\bor\b[^;:]*?,\s*and\b/i;

/** The first stretch of a text where and and or are mixed; parentheses and full stops end no figure such as 0.5. */
const mixedIn = (text: string): string | undefined => {
  const bare = text.replaceAll(/\([^)]*\)/g, (inner) => ' '.repeat(inner.length)).replaceAll(/\.(?=\s)/g, ';');
  const found = mixed.exec(bare);
  return found === null ? undefined : text.slice(found.index, found.index + found[0].length);
};

const andOrMixed: RecordRule = {
  id: 'and-or-mixed',
  severity: 'warning',
  find: (record) => {
    const passages = ofKinds(passagesOf(record), [...criteriaKinds, 'outcome text', 'description']);
    const places = passages.flatMap(({ place, text }): readonly QuotedPlace[] => {
      const quote = mixedIn(text);
      return quote === undefined ? [] : [{ place, quote }];
    });
    if (places.length === 0) return [];
    const what = 'And and or stand in one sentence without brackets; it can be read in two ways.';
    const question = 'Which parts belong together?';
    return [{ places, what, question, reading: 'neighbours joined by or, then the groups by and' }];
  },
};

export const wordingRules: readonly RecordRule[] = [
  ...[...patterns, ...responsePatterns].map(patternRule),
  undefinedQualifier,
  andOrMixed,
];
