import assert from 'node:assert/strict';
import test from 'node:test';
import { isUnlexable, tokenise } from './token.ts';

/** Tokens as `kind:text`, so that a row shows both. */
const shown = (sentence: string): string => {
  const read = tokenise(sentence);
  if (isUnlexable(read)) return `${read.problem} @${read.span.start}-${read.span.end}`;
  return read.map(({ kind, text }) => `${kind[0]}:${text}`).join(' ');
};

const rows: readonly (readonly [string, string])[] = [
  ['', ''],
  [' \t\r\n ', ''],
  ['UPCR < 0.5 g/g', 'w:UPCR s:< n:0.5 w:g/g'],
  ['UPCR<0.5 g/g', 'w:UPCR s:< n:0.5 w:g/g'],
  ['UPCR≤0.5 g/g', 'w:UPCR s:<= n:0.5 w:g/g'],
  ['a ≥ 1 and b ≠ 2', 'w:a s:>= n:1 w:and w:b s:!= n:2'],
  ['platelets < 2.5 10^9/L', 'w:platelets s:< n:2.5 w:10^9/L'],
  ['platelets < 2.5 10*9/L', 'w:platelets s:< n:2.5 w:10*9/L'],
  ['a < 10^9/L', 'cannot read "^" @6-7'],
  ['0.5 g/(24.h)', 'n:0.5 w:g/(24.h)'],
  ['0.5 g/24h)', 'n:0.5 w:g/24h s:)'],
  ['60 mL/min/1.73m2', 'n:60 w:mL/min/1.73m2'],
  ['60 mL/min/{1.73_m2}', 'n:60 w:mL/min/{1.73_m2}'],
  ['5 [IU]/L', 'n:5 w:[IU]/L'],
  ['4000 /uL', 'n:4000 w:/uL'],
  ['2 {cells}/kg', 'n:2 w:{cells}/kg'],
  ['80 µmol/L', 'n:80 w:µmol/L'],
  ['38 °C', 'n:38 w:°C'],
  ['30% of x', 'p:30 w:of w:x'],
  ['12.5%', 'p:12.5'],
  ['30 %', 'p:30'],
  ['30\u00a0% of x', 'p:30 w:of w:x'],
  ['30  %', 'cannot read "%" @4-5'],
  ['protein-24h - 1', 'w:protein-24h s:- n:1'],
  ['a / b * c + d', 'w:a s:/ w:b s:* w:c s:+ w:d'],
  ['a -b', 'cannot read "-" @2-3'],
  ['1.2.3', 'cannot read "1" @0-1'],
  ['.5', 'cannot read "." @0-1'],
  ['1.', 'cannot read "1" @0-1'],
  ['1,5', 'n:1 s:, n:5'],
  ['week 24', 'w:week n:24'],
  ['judged "a (b) or c"', 'w:judged q:a (b) or c'],
  ['""', 'q:'],
  ['judged "open', 'cannot read a quotation that is not closed, or that holds a control character or half of one @7-8'],
  ['"a\nb"', 'cannot read a quotation that is not closed, or that holds a control character or half of one @0-1'],
  ['"a\u0007b"', 'cannot read a quotation that is not closed, or that holds a control character or half of one @0-1'],
  ['"a\ud83db"', 'cannot read a quotation that is not closed, or that holds a control character or half of one @0-1'],
  ['"a😀b"', 'q:a😀b'],
  ['a\u0000b', 'cannot read a control character (code 0) @1-2'],
  ['a \u007f', 'cannot read a control character (code 127) @2-3'],
  ['a \u0085', 'cannot read a control character (code 133) @2-3'],
  ['a \u200b b', 'cannot read a character that does not show (code 8203) @2-3'],
  ['a \u00a0b', 'cannot read a character that does not show (code 160) @2-3'],
  ['a 😀', 'cannot read "😀" @2-3'],
  ['a \ud83d', 'cannot read a character that does not show (code 55357) @2-3'],
  ['a & b', 'cannot read "&" @2-3'],
  ['a (b); c, d', 'w:a s:( w:b s:) s:; w:c s:, w:d'],
  ['123456789012345678901234567890', 'n:123456789012345678901234567890'],
  ['0.00000000000000000000000000001', 'n:0.00000000000000000000000000001'],
  ['1234567890123456789012345678901', 'a number of more than 30 digits @0-31'],
  ['x < 0.000000000000000000000000000001', 'a number of more than 30 digits @4-36'],
  ['1000000000000000000000000000000.5%', 'a number of more than 30 digits @0-34'],
];

for (const [sentence, expected] of rows)
  test(`${JSON.stringify(sentence)} → ${expected}`, () => assert.equal(shown(sentence), expected));

test('each token says where it stood', () => {
  const sentence = '  UPCR at "x" >= 125% of 0.5 g/(24.h)';
  const read = tokenise(sentence);
  assert(!isUnlexable(read));
  assert.deepEqual(
    read.map(({ span }) => sentence.slice(span.start, span.end)),
    ['UPCR', 'at', '"x"', '>=', '125%', 'of', '0.5', 'g/(24.h)'],
  );
});

test('a long unclosed run of digits, brackets or quotes is refused quickly', () => {
  for (const text of ['1'.repeat(10_000), '/('.repeat(5000), '"'.repeat(9999), '9'.repeat(9000).concat('.')]) {
    const start = performance.now();
    tokenise(text);
    assert(performance.now() - start < 500);
  }
});
