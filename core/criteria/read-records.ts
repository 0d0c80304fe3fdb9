import {
  needName,
  needSymbol,
  nested,
  peek,
  placeOf,
  type SentenceCursor,
  spanSince,
  stop,
  takeSymbol,
  takeWords,
} from './cursor.ts';
import { isDoseChange } from './dose-changes.ts';
import { nearestName } from './nearest-name.ts';
import { takeComparator } from './read-comparator.ts';
import { readNumber } from './read-number.ts';
import { readDuration, readWindow } from './read-window.ts';
import type { RecordCondition, RecordQuery, RecordVerb } from './syntax.ts';

const readConcepts = (cursor: SentenceCursor): readonly string[] => {
  const concepts = [needName(cursor, ['concept'], 'a drug, condition or procedure')];
  while (takeSymbol(cursor, ',')) concepts.push(needName(cursor, ['concept'], 'a drug, condition or procedure'));
  return concepts;
};

const attributesOf = (cursor: SentenceCursor, concepts: readonly string[]): ReadonlySet<string> =>
  new Set(concepts.flatMap((concept) => cursor.lexicon.concepts.get(concept)?.attributes ?? []));

/** `dose > 20 mg/d`: an amount without its unit would mean nothing. */
const readDose = (cursor: SentenceCursor, start: number): RecordCondition => {
  const comparator = takeComparator(cursor);
  if (comparator === undefined) return stop(cursor, ['a comparator']);
  const number = readNumber(cursor);
  if (number.unit === undefined) return stop(cursor, ['the unit of the dose, such as mg/d']);
  const { written, unit } = number;
  return { kind: 'dose', comparator, written, unit, span: spanSince(cursor, start) };
};

const readDetail = (cursor: SentenceCursor, known: ReadonlySet<string>): RecordCondition => {
  const { start } = placeOf(cursor);
  if (takeWords(cursor, 'dose')) return readDose(cursor, start);
  if (takeWords(cursor, 'lasting', 'at', 'least'))
    return { kind: 'lasting', least: readDuration(cursor), span: spanSince(cursor, start) };
  if (takeWords(cursor, 'not')) {
    const term = nested(cursor, (inner) => readDetail(inner, known));
    return { kind: 'not', term, span: spanSince(cursor, start) };
  }
  if (takeSymbol(cursor, '(')) {
    const inner = nested(cursor, (deeper) => readJoined(deeper, known));
    needSymbol(cursor, ')');
    return inner;
  }
  const token = peek(cursor);
  const name = token?.kind === 'word' ? token.text : '';
  const expected = [...known, 'dose', 'lasting at least'];
  if (!known.has(name)) return stop(cursor, expected, nearestName(name, expected));
  cursor.at += 1;
  return { kind: 'attribute', attribute: name, span: spanSince(cursor, start) };
};

/** `a and b`, `a or b`; both in one row need parentheses, so that no reader has to know a precedence. */
const readJoined = (cursor: SentenceCursor, known: ReadonlySet<string>): RecordCondition => {
  const { start } = placeOf(cursor);
  const terms = [readDetail(cursor, known)];
  const join = (['and', 'or'] as const).find((word) => takeWords(cursor, word));
  if (join === undefined) return terms[0] ?? stop(cursor, [...known]);
  do terms.push(readDetail(cursor, known));
  while (takeWords(cursor, join));
  return { kind: join, terms, span: spanSince(cursor, start) };
};

const readWhere = (cursor: SentenceCursor, concepts: readonly string[]): RecordCondition | undefined => {
  if (!takeWords(cursor, 'where')) return undefined;
  needSymbol(cursor, '(');
  const where = readJoined(cursor, attributesOf(cursor, concepts));
  needSymbol(cursor, ')');
  return where;
};

const readStartsAndStops = (cursor: SentenceCursor): RecordQuery['startsAndStops'] => {
  if (takeWords(cursor, 'not', 'counting', 'starts', 'and', 'stops')) return 'not counting';
  if (takeWords(cursor, 'counting', 'starts', 'and', 'stops')) return 'counting';
  return stop(cursor, ['counting starts and stops', 'not counting starts and stops']);
};

const verbs: readonly (readonly [RecordVerb, readonly string[]])[] = [
  ['received', ['received']],
  ['takes', ['takes']],
  ['had', ['had']],
  ['has', ['has']],
  ['changed dose of', ['changed', 'dose', 'of']],
  ['reduced dose of', ['reduced', 'dose', 'of']],
  ['raised dose of', ['raised', 'dose', 'of']],
];

const readQuery = (cursor: SentenceCursor, verb: RecordVerb, start: number): RecordQuery => {
  const concepts = readConcepts(cursor);
  const otherThan = takeWords(cursor, 'other', 'than') ? readConcepts(cursor) : [];
  const where = readWhere(cursor, concepts);
  const window = readWindow(cursor);
  const startsAndStops = isDoseChange(verb) ? readStartsAndStops(cursor) : undefined;
  return { kind: 'records', verb, concepts, otherThan, where, window, startsAndStops, span: spanSince(cursor, start) };
};

/** `received rituximab, … within 24 weeks before screening`: the comma means any of. */
export const readRecords = (cursor: SentenceCursor): RecordQuery | undefined => {
  const { start } = placeOf(cursor);
  const verb = verbs.find(([, words]) => takeWords(cursor, ...words))?.[0];
  return verb === undefined ? undefined : readQuery(cursor, verb, start);
};

/** What `number of` counts: records of these concepts in a window. */
export const readCounted = (cursor: SentenceCursor): RecordQuery => readQuery(cursor, 'had', placeOf(cursor).start);
