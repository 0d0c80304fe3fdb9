import type { Unreadable } from './cursor.ts';

/**
 * What people write out of habit, at the place where reading stopped, and what the language writes instead. The first
 * that fits counts; `$1` is what stood there.
 */
const slips: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d),\d{3}\b/y, 'the number without a comma between its thousands'],
  [/(?<=\d )\d{3}\b/y, 'the number without blanks between its thousands'],
  [/(?<=\d),\d/y, 'a point before the decimals'],
  [/(?<==)>/y, '>='],
  [/(?<==)</y, '<='],
  [/(?<==)=/y, '='],
  [/(?<=\bby )(?:=|\d)/y, '> or >= before it'],
  [/×/y, 'x'],
  [/(?<=\bx )(uln|lln)\b/y, '$1'],
  [/(?:ULN|LLN)\b/iy, '1 x ULN, or 3 x ULN'],
  [/(?:\*|times)\s*(ULN|LLN)\b/iy, 'x $1'],
  [/x(ULN|LLN)\b/iy, 'x $1'],
  [/(?<=\d{4})-\d\d/y, 'a visit or milestone: no date stands in a sentence'],
  [/-\s?\d/y, 'a fall, such as falls by >= 4 from baseline: no number is below zero'],
  [/[“”„‘’']/y, 'straight double quotes'],
  [/(?:is )?(?:less|lower|smaller) than or equal to\b/iy, '<='],
  [/(?:is )?(?:more|greater|higher) than or equal to\b/iy, '>='],
  [/(?:is )?(?:less|lower|smaller|below|under)\b/iy, '<'],
  [/(?:is )?(?:more|greater|higher|above|over)\b/iy, '>'],
  [/at most\b/iy, '<='],
  [/is\b/iy, '= or no word at all'],
  [/equals?\b/iy, '='],
  [/prior(?: to)?\b/iy, 'before'],
  [/(?:in|during|over) the (?:last|past|previous)\b/iy, 'within 6 months before screening'],
  [/(?:decreases|drops|declines|reduces)\b/iy, 'falls by'],
  [/(?:increases|grows)\b/iy, 'rises by'],
  [/and\/or\b/iy, 'or'],
  [/(AND|OR|NOT)\b/y, 'small letters'],
  [/if\b/iy, '(if … then … else …), in parentheses'],
  [/lasting (?=\d)/iy, 'lasting at least'],
];

/** The problem as it was found, with what to write where it is a slip that is known. */
export const withSlip = (sentence: string, unreadable: Unreadable): Unreadable => {
  for (const [pattern, instead] of slips) {
    pattern.lastIndex = unreadable.span.start;
    const found = pattern.exec(sentence);
    if (found !== null) return { ...unreadable, nearest: instead.replace('$1', (found[1] ?? '').toUpperCase()) };
  }
  return unreadable;
};
