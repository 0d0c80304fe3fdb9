import type { QuotedPlace } from './record-finding.ts';
import type { RecordContent, RecordCopy, RegisteredOutcome, RegistryRecord } from './record-schema.ts';

export type PassageKind =
  | 'title'
  | 'summary'
  | 'background'
  | 'description'
  | 'arm'
  | 'intervention'
  | 'inclusion'
  | 'exclusion'
  | 'outcome'
  | 'time frame'
  | 'outcome text';

/** A text of the record with its place. */
export interface Passage {
  readonly kind: PassageKind;
  readonly place: string;
  readonly text: string;
}

/** The page itself or one of its copies; `prefix` goes before the places inside it. */
export interface PlacedContent {
  readonly prefix: string;
  readonly kind: 'page' | RecordCopy['kind'];
  readonly content: RecordContent;
}

/** The page first, then every copy, other register and publication. */
export const contentsOf = (record: RegistryRecord): readonly PlacedContent[] => [
  { prefix: '', kind: 'page', content: record },
  ...record.copies.map((copy, index) => ({ prefix: `copies[${index + 1}].`, kind: copy.kind, content: copy })),
];

const single = (kind: PassageKind, place: string, text: string | undefined): readonly Passage[] =>
  text === undefined ? [] : [{ kind, place, text }];

const listed = (
  kind: PassageKind,
  name: string,
  texts: readonly (string | undefined)[],
  end = '',
): readonly Passage[] => texts.flatMap((text, index) => single(kind, `${name}[${index + 1}]${end}`, text));

const outcomePassages = (name: string, outcomes: readonly RegisteredOutcome[]): readonly Passage[] =>
  outcomes.flatMap((outcome, index) => {
    const place = `${name}[${index + 1}]`;
    return [
      ...single('outcome', `${place}.measure`, outcome.measure),
      ...single('time frame', `${place}.time frame`, outcome['time frame']),
      ...single('outcome text', `${place}.description`, outcome.description),
      ...Object.entries(outcome.definitions ?? {}).flatMap(([response, text]) =>
        single('outcome text', `${place}.${response}`, text),
      ),
    ];
  });

/** Every text of the page, or of one copy. */
export const passagesIn = ({ prefix, content }: PlacedContent): readonly Passage[] =>
  [
    ...single('title', 'title', content.title),
    ...single('title', 'official title', content['official title']),
    ...single('summary', 'summary', content.summary),
    ...listed('background', 'background', content.background),
    ...listed('description', 'descriptions', content.descriptions),
    ...listed(
      'arm',
      'arms',
      content.arms.map(({ text }) => text),
      '.text',
    ),
    ...listed(
      'intervention',
      'interventions',
      content.interventions.map(({ text }) => text),
      '.text',
    ),
    ...listed('inclusion', 'inclusion', content.inclusion),
    ...listed('exclusion', 'exclusion', content.exclusion),
    ...outcomePassages('primary', content['primary outcomes']),
    ...outcomePassages('secondary', content['secondary outcomes']),
  ].map((passage) => ({ ...passage, place: `${prefix}${passage.place}` }));

/** Every text of the record and its copies; what was published elsewhere about the trial is not its record. */
export const passagesOf = (record: RegistryRecord): readonly Passage[] =>
  contentsOf(record)
    .filter(({ kind }) => kind !== 'publication')
    .flatMap(passagesIn);

/** What the page says of the trial as a whole: titles, summary, descriptions. */
export const pageStatements = (record: RegistryRecord): readonly Passage[] =>
  passagesIn({ prefix: '', kind: 'page', content: record }).filter(
    ({ kind }) => kind === 'title' || kind === 'summary' || kind === 'description',
  );

/** Every match of a pattern with the flag g, quoted. */
export const quotesIn = (passages: readonly Passage[], pattern: RegExp): readonly QuotedPlace[] =>
  passages.flatMap(({ place, text }) => [...text.matchAll(pattern)].map(([quote]) => ({ place, quote })));

export const ofKinds = (passages: readonly Passage[], kinds: readonly PassageKind[]): readonly Passage[] =>
  passages.filter(({ kind }) => kinds.includes(kind));

/** A place that ought to say something and does not. */
export const silentAt = (place: string): QuotedPlace => ({ place, quote: undefined });
