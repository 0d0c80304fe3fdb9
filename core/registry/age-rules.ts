import { contentsOf, ofKinds, passagesIn } from './passages.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

/** One end of an age range, as one place states it. */
interface AgeLimit extends QuotedPlace {
  readonly side: 'minimum' | 'maximum';
  readonly years: number;
  /** The age itself is not within the range. */
  readonly open: boolean;
}

const span = /\bage[ds]?\b[^.;<>≥≤]{0,30}?(\d{1,3})\s*(?:years?)?\s*(?:-|–|to)\s*(\d{1,3})\s*years?/gi;
const compared = /^(?:[\p{L} ]{0,30}\b)?age[ds]?\b[^.;]{0,40}?(?:\\?[<>≥≤]=?\s*\d{1,3}[^.;<>≥≤\d]{0,12})+years?/iu;
const limit = /([<>≥≤]=?)\s*(\d{1,3})/g;

const spanIn = (place: string, text: string): readonly AgeLimit[] => {
  const spans = [...text.matchAll(span)];
  // Several spans in one text are groups of the trial, not its range.
  if (spans.length > 1) return [];
  return spans.flatMap(([quote, from, to]): readonly AgeLimit[] => [
    { place, quote, side: 'minimum', years: Number(from), open: false },
    { place, quote, side: 'maximum', years: Number(to), open: false },
  ]);
};

/** Limits with comparators count only where the criterion begins with the age; further on they belong to a condition. */
const comparedIn = (place: string, text: string): readonly AgeLimit[] => {
  const quote = compared.exec(text)?.[0] ?? '';
  return [...quote.matchAll(limit)].map(([, comparator = '', years]): AgeLimit => {
    const side = /[>≥]/.test(comparator) ? 'minimum' : 'maximum';
    return { place, quote, side, years: Number(years), open: comparator === '>' || comparator === '<' };
  });
};

const structured = (place: string, side: AgeLimit['side'], quote: string | undefined): readonly AgeLimit[] => {
  const [, years] = /^(\d+) years$/.exec(quote ?? '') ?? [];
  return years === undefined ? [] : [{ place: `${place}.${side}`, quote, side, years: Number(years), open: false }];
};

/** Every age limit that the record or a copy of it states, in its field or in its words. */
const ageLimits = (record: RegistryRecord): readonly AgeLimit[] =>
  contentsOf(record)
    .filter(({ kind }) => kind !== 'publication')
    .flatMap((placed) => [
      ...structured(`${placed.prefix}ages`, 'minimum', placed.content.ages.minimum),
      ...structured(`${placed.prefix}ages`, 'maximum', placed.content.ages.maximum),
      ...ofKinds(passagesIn(placed), ['inclusion', 'description', 'summary']).flatMap(({ place, text }) =>
        spanIn(place, text),
      ),
      ...ofKinds(passagesIn(placed), ['inclusion']).flatMap(({ place, text }) => comparedIn(place, text)),
    ]);

const quoted = (limits: readonly AgeLimit[]): readonly QuotedPlace[] =>
  limits.map(({ place, quote }) => ({ place, quote }));

const sides = ['minimum', 'maximum'] as const;

const agesDisagree: RecordRule = {
  id: 'ages-disagree',
  severity: 'error',
  find: (record) =>
    sides.flatMap((side) => {
      const limits = ageLimits(record).filter((each) => each.side === side);
      const years = [...new Set(limits.map((each) => each.years))];
      if (years.length < 2) return [];
      const what = `The ${side} age is ${years.join(' in one place and ')} in another.`;
      const reading = limits[0] === undefined ? undefined : `${limits[0].years} years, as ${limits[0].place} has it`;
      return [{ places: quoted(limits), what, question: `Which ${side} age holds?`, reading }];
    }),
};

const ageAtLimit: RecordRule = {
  id: 'age-at-the-limit',
  severity: 'error',
  find: (record) =>
    sides.flatMap((side) => {
      const limits = ageLimits(record).filter((each) => each.side === side);
      const open = limits.find((each) => each.open);
      const same = limits.filter((each) => each.years === open?.years);
      if (open === undefined || same.every((each) => each.open)) return [];
      const what = `One place leaves out the age of ${open.years} itself, another takes it in.`;
      const question = `Is a person of exactly ${open.years} years eligible?`;
      return [{ places: quoted(same), what, question, reading: `as ${open.place} has it, in completed years` }];
    }),
};

const minorsOf = (record: RegistryRecord): readonly AgeLimit[] =>
  ageLimits(record).filter(({ side, years }) => side === 'minimum' && years < 18);

const minorsAdmitted: RecordRule = {
  id: 'minors-admitted',
  severity: 'warning',
  find: (record) => {
    const minors = minorsOf(record);
    if (minors.length === 0) return [];
    const what = 'People under 18 may take part.';
    const question = 'Who consents for a minor, is the minor asked for assent, and what happens on turning 18?';
    return [{ places: quoted(minors), what, question, reading: 'consent of a parent or guardian and assent' }];
  },
};

const minorsCalledAdults: RecordRule = {
  id: 'minors-called-adults',
  severity: 'warning',
  find: (record) => {
    const places = quoted(minorsOf(record)).filter(({ quote }) => quote !== undefined);
    const texts = contentsOf(record).flatMap(passagesIn);
    const called = places.flatMap(({ place }) =>
      texts.filter((passage) => passage.place === place && /\badults?\b/i.test(passage.text)),
    );
    if (called.length === 0) return [];
    const what = 'Participants are called adults where the limit of age lets minors in.';
    const named = called.map(({ place, text }) => ({ place, quote: /\badults?\b/i.exec(text)?.[0] }));
    return [{ places: named, what, question: 'Is the word or the limit right?', reading: 'the limit' }];
  },
};

export const ageRules: readonly RecordRule[] = [agesDisagree, ageAtLimit, minorsAdmitted, minorsCalledAdults];
