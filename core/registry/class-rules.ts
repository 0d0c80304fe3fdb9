import { contentsOf, ofKinds, type Passage, type PassageKind, passagesIn } from './passages.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

/** Histological classes of lupus nephritis; the WHO and ISN/RPS classifications both number them I to VI. */
const classes = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

const numeral = '(?:IV|VI|V|I{1,3})\\b';
const named = new RegExp(
  `\\b(?:[Cc]lass|[Tt]ype)(?:es|s)? ${numeral}(?:(?:,? (?:or|and|plus) |, ?|\\+)${numeral})*`,
  'g',
);

interface ClassSet extends QuotedPlace {
  readonly members: readonly string[];
}

const setsIn = (passages: readonly Passage[]): readonly ClassSet[] =>
  passages.flatMap(({ place, text }) =>
    [...text.matchAll(named)].map(([quote]) => ({
      place,
      quote,
      members: [...new Set(quote.match(/\b(?:IV|VI|V|I{1,3})\b/g) ?? [])],
    })),
  );

const admitting: readonly PassageKind[] = ['arm', 'intervention', 'description', 'inclusion'];

const quoted = (sets: readonly ClassSet[]): readonly QuotedPlace[] =>
  sets.map(({ place, quote }) => ({ place, quote }));

const page = (record: RegistryRecord): readonly Passage[] => passagesIn({ prefix: '', kind: 'page', content: record });

/** Elsewhere "type II" is something else. */
const hasLupus = ({ conditions }: RegistryRecord): boolean => conditions.some((each) => /\blupus\b/i.test(each));

const classUndecided: RecordRule = {
  id: 'class-undecided',
  severity: 'error',
  find: (record) => {
    if (!hasLupus(record)) return [];
    const taken = setsIn(ofKinds(page(record), admitting));
    const left = setsIn(ofKinds(page(record), ['exclusion']));
    if (taken.length === 0 || left.length === 0) return [];
    const decided = new Set([...taken, ...left].flatMap(({ members }) => members));
    const open = classes.filter((each) => !decided.has(each));
    if (open.length === 0) return [];
    const what = `Class ${open.join(', ')} is neither among those treated nor among those excluded.`;
    const question = `Is class ${open.join(' or ')} eligible?`;
    return [{ places: quoted([...taken, ...left]), what, question, reading: 'only the classes that are treated' }];
  },
};

const classesDisagree: RecordRule = {
  id: 'classes-disagree',
  severity: 'error',
  find: (record) => {
    if (!hasLupus(record)) return [];
    const taken = contentsOf(record).flatMap((content) => setsIn(ofKinds(passagesIn(content), admitting)));
    const kinds = new Set(taken.map(({ members }) => members.toSorted().join(', ')));
    if (kinds.size < 2) return [];
    const what = `The classes of lupus nephritis differ: ${[...kinds].join('; ')}.`;
    return [{ places: quoted(taken), what, question: 'Which classes are eligible?', reading: taken[0]?.quote }];
  },
};

export const classRules: readonly RecordRule[] = [classUndecided, classesDisagree];
