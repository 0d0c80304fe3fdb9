import { isUnit, readUnit } from '#core/quantities/unit.ts';
import { peek, placeOf, ReadingStopped, type SentenceCursor, spanSince, stop } from './cursor.ts';
import type { Value } from './syntax.ts';

/** Words that may follow a number without being its unit. */
const notUnits: ReadonlySet<string> = new Set(
  'and or then else of from at before after around in where between within since falls rises x otherwise'.split(' '),
);

/** A number with the unit that stands after it, if one does. */
export const readNumber = (cursor: SentenceCursor): Extract<Value, { kind: 'number' }> => {
  const { start } = placeOf(cursor);
  const token = peek(cursor);
  if (token?.kind !== 'number') return stop(cursor, ['a number']);
  cursor.at += 1;
  const follower = peek(cursor);
  if (follower?.kind !== 'word' || notUnits.has(follower.text))
    return { kind: 'number', written: token.text, unit: undefined, span: spanSince(cursor, start) };
  const unit = readUnit(follower.text);
  if (!isUnit(unit))
    throw new ReadingStopped({
      problem: `${unit.problem} "${follower.text}"`,
      span: follower.span,
      expected: ['a UCUM unit'],
      nearest: unit.nearest,
    });
  cursor.at += 1;
  return { kind: 'number', written: token.text, unit: follower.text, span: spanSince(cursor, start) };
};
