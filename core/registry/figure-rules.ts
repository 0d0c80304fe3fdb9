import { everyKind, patternRule, type RecordPattern } from './pattern-rule.ts';
import type { RecordRule } from './record-finding.ts';

/** Figures and units that were damaged or left out. */
const patterns: readonly RecordPattern[] = [
  {
    id: 'lost-superscript',
    severity: 'error',
    kinds: everyKind,
    pattern: /(?<![\d.])\d+(?:\.\d+)?\s*[×x]\s*10(?:[5-9]|1[0-2])(?=\s*(?:\/|cells|IU))/gi,
    what: 'A power of ten has lost its superscript and reads as a small number.',
    question: 'Is the exponent the figure that follows the 10?',
    reading: (quote) => quote.replace(/10(\d{1,2})$/, '10^$1'),
  },
  {
    id: 'markdown-left-over',
    severity: 'information',
    kinds: everyKind,
    pattern: /\\[<>^*_#~[\]]/g,
    what: 'A backslash that belongs to the mark-up of the page stands in the text.',
    question: 'Does the text mean the mark without the backslash?',
    reading: (quote) => quote.slice(1),
  },
  {
    id: 'dose-without-unit',
    severity: 'error',
    kinds: everyKind,
    pattern: /(?<![\d.^]|[×x^]\s*)\d+(?:\.\d+)?\s*\/\s*(?:m2|m²|kg)(?!\w)/g,
    what: 'A dose by body surface or weight has no unit of amount.',
    question: 'Which unit of mass belongs to the figure?',
    reading: 'the unit that fits the usual dose of the drug, to be confirmed',
  },
  {
    id: 'ratio-without-unit',
    severity: 'error',
    kinds: everyKind,
    pattern: /creatinine ratio\s*\\?[<>≥≤=]+\s*\d+(?:\.\d+)?(?!\s*(?:g|mg|mmol|[\d.]*\d))/gi,
    what: 'A ratio of urine protein to creatinine is compared with a figure that has no unit.',
    question: 'Is it g/g (mg/mg) or mg/mmol, and from which urine?',
    reading: 'g/g',
  },
  {
    id: 'cell-count-without-volume',
    severity: 'error',
    kinds: everyKind,
    pattern: /[<>≥≤]\s*\d+\s*(?:red blood cells|leu[ck]ocytes|white blood cells|erythrocytes)(?!\s*(?:\/|per|casts))/gi,
    what: 'Cells of the urinary sediment are counted without saying in what.',
    question: 'Per high-power field, or per microlitre?',
    reading: 'per high-power field',
  },
  {
    id: 'normal-without-limit',
    severity: 'warning',
    kinds: everyKind,
    pattern: /times the normal(?: (?:value|range|level)s?)?/gi,
    what: 'A multiple of "normal" does not say which end of the normal range.',
    question: 'Is the upper limit of normal meant?',
    reading: 'the upper limit of normal of the laboratory',
  },
  {
    id: 'normal-value-excluded',
    severity: 'warning',
    kinds: ['exclusion'],
    pattern: /≥\s*(?:1 times |1 ?[×x] ?)?(?:the )?(?:upper limit of normal|ULN\b)/g,
    what: 'A value exactly at the upper limit of normal is excluded, and is normal.',
    question: 'Does the limit itself exclude, and is every value above it really too ill for this disease?',
    reading: 'the limit itself excludes, as it stands',
  },
];

export const figureRules: readonly RecordRule[] = patterns.map(patternRule);
