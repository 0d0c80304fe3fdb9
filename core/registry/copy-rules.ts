import { contentsOf, ofKinds, type Passage, type PassageKind, passagesIn } from './passages.ts';
import type { RecordRemark, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

/** Words of any criterion; having them in common says nothing. */
const ordinary: ReadonlySet<string> = new Set([
  ...['within', 'before', 'after', 'prior', 'during', 'screening', 'selection', 'patients', 'participants', 'history'],
  ...['days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'least', 'more', 'less', 'than', 'with', 'without'],
]);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\d][\p{L}\d-]{3,}/gu) ?? []).filter((word) => !ordinary.has(word)));

/** Share of the words of the shorter text that stand in the other too. */
const likeness = (one: string, other: string): number => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shorter = Math.min(a.size, b.size);
  return shorter === 0 ? 0 : a.intersection(b).size / shorter;
};

/** From here two criteria are taken for versions of one; below, for different criteria. */
const sameCriterion = 0.6;

const figuresOf = (text: string): string => (text.match(/\d+(?:\.\d+)?|[<>≥≤]/g) ?? []).toSorted().join(' ');

const mostAlike = (passage: Passage, others: readonly Passage[]): Passage | undefined =>
  others
    .map((other) => ({ other, alike: likeness(passage.text, other.text) }))
    .filter(({ alike }) => alike >= sameCriterion)
    .toSorted((a, b) => b.alike - a.alike)[0]?.other;

const differences = (ones: readonly Passage[], others: readonly Passage[]): readonly RecordRemark[] =>
  ones.flatMap((one) => {
    const other = mostAlike(one, others);
    if (other === undefined || figuresOf(one.text) === figuresOf(other.text)) return [];
    const places = [one, other].map(({ place, text }) => ({ place, quote: text }));
    const what = 'Two copies of the record state one criterion with different figures.';
    return [{ places, what, question: 'Which version holds, and from when?', reading: 'the later version' }];
  });

const criteriaDiffer: RecordRule = {
  id: 'criteria-differ-between-copies',
  severity: 'error',
  find: (record) =>
    (['inclusion', 'exclusion'] satisfies readonly PassageKind[]).flatMap((kind) => {
      const lists = contentsOf(record)
        .filter((each) => each.kind !== 'publication')
        .map((each) => ofKinds(passagesIn(each), [kind]));
      return lists.flatMap((ones, index) => lists.slice(index + 1).flatMap((others) => differences(ones, others)));
    }),
};

const primaries = (record: RegistryRecord): readonly string[] =>
  record['primary outcomes'].map(({ measure }) => measure);

const primaryDiffers: RecordRule = {
  id: 'primary-outcome-differs-elsewhere',
  severity: 'warning',
  find: (record) =>
    contentsOf(record).flatMap(({ prefix, kind, content }) => {
      const here = primaries(record);
      const there = content['primary outcomes'].map(({ measure }) => measure);
      if (kind === 'page' || here.length === 0 || there.length === 0) return [];
      const unlike = there.some((one) => !here.some((other) => likeness(one, other) > 0));
      if (!unlike && here.length === there.length) return [];
      const places = [
        ...here.map((quote, index) => ({ place: `primary[${index + 1}].measure`, quote })),
        ...there.map((quote, index) => ({ place: `${prefix}primary[${index + 1}].measure`, quote })),
      ];
      const what = 'The primary outcome is another one elsewhere.';
      return [{ places, what, question: 'Which was primary, and was it changed?', reading: 'as this page has it' }];
    }),
};

const sponsorDiffers: RecordRule = {
  id: 'sponsor-differs-elsewhere',
  severity: 'information',
  find: (record) =>
    contentsOf(record).flatMap(({ prefix, content: { sponsor } }) => {
      if (sponsor === undefined || record.sponsor === undefined || likeness(sponsor, record.sponsor) > 0) return [];
      const places = [
        { place: 'sponsor', quote: record.sponsor },
        { place: `${prefix}sponsor`, quote: sponsor },
      ];
      const what = 'Another register names another sponsor.';
      return [{ places, what, question: 'Who is the sponsor?', reading: record.sponsor }];
    }),
};

const identifierElsewhere: RecordRule = {
  id: 'identifier-not-on-the-page',
  severity: 'information',
  find: (record) => {
    const quote = record['id from'];
    if (quote === undefined) return [];
    const what = 'The page does not say its own number.';
    return [{ places: [{ place: 'id from', quote }], what, question: `Is it ${record.id}?`, reading: record.id }];
  },
};

export const copyRules: readonly RecordRule[] = [criteriaDiffer, primaryDiffers, sponsorDiffers, identifierElsewhere];
