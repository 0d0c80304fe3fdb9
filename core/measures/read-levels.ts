/**
 * Reads several levels of a closed list: "III", "III, V" or "III+V", with or without blanks around the sign, in any
 * order. The answer is in the order of the list. Undefined for an empty text, a level that is not listed, and a level
 * that is named twice, which is more likely a slip than meant.
 */
export const readLevels = (written: string, levels: readonly string[]): readonly string[] | undefined => {
  const named = written.split(/[,+]/).map((part) => part.trim());
  const known = levels.filter((level) => named.includes(level));
  return known.length === named.length ? known : undefined;
};

/** What an item of several levels takes, for a refusal: `one or several of I, II, III, written "I, II" or "I+II"`. */
export const acceptedLevels = (levels: readonly [string, ...string[]]): string => {
  const two = levels.slice(0, 2);
  return `one or several of ${levels.join(', ')}, written "${two.join(', ')}" or "${two.join('+')}"`;
};
