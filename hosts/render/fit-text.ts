/** From the radicals of CJK on, a character is about twice as wide as a letter. */
const firstWide = 0x2e80;

/** How wide a text is, in widths of an average letter. */
export const lettersOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) >= firstWide ? 2 : 1), 0);

/** The first so many letters of a word, at least one character, and what is left of it. */
const split = (word: string, letters: number): readonly [string, string] => {
  const characters = [...word];
  let taken = 1;
  while (taken < characters.length && lettersOf(characters.slice(0, taken + 1).join('')) <= letters) taken += 1;
  return [characters.slice(0, taken).join(''), characters.slice(taken).join('')];
};

/** A text in lines of at most so many letters, broken at plain blanks, and within a word only where it fills a line alone. */
export const fitText = (text: string, letters: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const words = text.trim().split(/[ \t\r\n]+/);
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (lettersOf(longer) <= letters) {
      line = longer;
    } else if (line !== '') {
      lines.push(line);
      line = '';
      words.unshift(word);
    } else {
      const [head, rest] = split(word, letters);
      lines.push(head);
      if (rest !== '') words.unshift(rest);
    }
  }
  return line === '' ? lines : [...lines, line];
};
