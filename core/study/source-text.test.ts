import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { placeOf } from './given.ts';
import { isSourceText, readSourceText, type SourceText } from './source-text.ts';

const read = (text: string): SourceText => {
  const source = readSourceText(text);
  assert.ok(isSourceText(source), JSON.stringify(source));
  return source;
};
const refused = (text: string): string => {
  const source = readSourceText(text);
  assert.ok(!isSourceText(source), 'it was read');
  const [{ line, column, what } = { line: 0, column: 0, what: 'nothing' }] = source;
  return `${line}:${column} ${what}`;
};

test('a place inside a sentence is found however the sentence is written', () => {
  const rows = [
    ['plain', 'list:\n  - rule: SLEDAI-2K at HERE >= 6\n'],
    ['plain, folded over two lines', 'list:\n  - rule: SLEDAI-2K at\n      HERE >= 6\n'],
    ['double quotes', 'list:\n  - rule: "SLEDAI-2K at HERE >= 6"\n'],
    ['single quotes', "list:\n  - rule: 'SLEDAI-2K at HERE >= 6'\n"],
    ['escaped quotes', 'list:\n  - rule: "judged \\"no\\" at HERE"\n'],
    ['doubled quotes', "list:\n  - rule: 'it''s at HERE'\n"],
    ['flow map', 'list: [{ rule: SLEDAI-2K at HERE }]\n'],
    ['literal block', 'list:\n  - rule: |\n      SLEDAI-2K at screening\n      and UPCR at HERE > 1\n'],
    ['literal block with deeper lines', 'list:\n  - rule: |\n      (SLEDAI-2K\n         and UPCR at HERE > 1)\n'],
    ['literal block with an empty line', 'list:\n  - rule: |\n      SLEDAI-2K\n\n      UPCR at HERE\n'],
    ['folded block', 'list:\n  - rule: >\n      SLEDAI-2K at\n      HERE >= 6\n'],
    ['stripped block', 'list:\n  - rule: |-\n      UPCR at HERE\n'],
    ['windows line ends', 'list:\r\n  - rule: |\r\n      SLEDAI-2K\r\n      UPCR at HERE\r\n'],
    ['after a comment', 'list: # HER\n  # HER\n  - rule: UPCR at HERE # HER\n'],
  ] as const;
  for (const [how, text] of rows) {
    const source = read(text);
    const list: unknown = Object.getOwnPropertyDescriptor(source.value, 'list')?.value;
    const rule = Array.isArray(list) ? String(list[0].rule) : '';
    assert.deepEqual(source.placeIn(['list', 0, 'rule'], rule.indexOf('HERE')), placeOf(text, 'HERE'), how);
  }
});

test('any character of a literal block is found where it stands', () => {
  const word = fc.stringMatching(/^[a-z>=(]{1,8}$/);
  const lines = fc.array(
    fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(lines, fc.nat(), (written, pick) => {
      const text = `a: 1\nrule: |\n${written.map((line) => `    ${line}\n`).join('')}b: 2\n`;
      const value = `${written.join('\n')}\n`;
      const offset = pick % (value.length - 1);
      if (/\s/.test(value[offset] ?? '')) return;
      const line = value.slice(0, offset).split('\n').length;
      const column = offset - value.lastIndexOf('\n', offset - 1);
      assert.deepEqual(read(text).placeIn(['rule'], offset), {
        line: line + 2,
        column: column + 4,
      });
    }),
  );
});

test('the place of a value, of its name, and of the nearest thing around what is not there', () => {
  const text = 'a: 1\nlist:\n  - id: x\n    rule: y\n  - id: z\n';
  const source = read(text);
  const rows = [
    [['a'], 'value', '1:4'],
    [['a'], 'key', '1:1'],
    [['list', 0, 'rule'], 'value', '4:11'],
    [['list', 0, 'rule'], 'key', '4:5'],
    [['list', 1], 'value', '5:5'],
    [['list', 1, 'rule'], 'value', '5:5'],
    [['list', 7], 'value', '2:1'],
    [['nothing'], 'value', '1:1'],
    [['a', 'b'], 'value', '1:1'],
    [[], 'value', '1:1'],
  ] as const;
  for (const [path, part, expected] of rows) {
    const { line, column } = source.placeOf(path, part);
    assert.equal(`${line}:${column}`, expected, `${part} of ${path.join('.')}`);
  }
  assert.deepEqual(source.placeIn(['list'], 3), { line: 3, column: 3 }, 'a list has no characters: its own place');
});

test('what is no text, too long or too deep is refused before it is parsed', () => {
  const rows = [
    ['a: \u0007\n', '1:4 a control character (code 7)'],
    ['a: 1\nb: x\u0000\n', '2:5 a control character (code 0)'],
    ['a: \u007f\n', '1:4 a control character (code 127)'],
    ['a: \u0085\n', '1:4 a control character (code 133)'],
    [`a: ${'x'.repeat(10_000_000)}\n`, '1:1 the file has 10000004 characters; nothing of it was read'],
    [`a: ${'['.repeat(100)}`, '1:64 nested too deeply; nothing was read'],
    [`a: ${'{b: '.repeat(100_000)}`, '1:244 nested too deeply; nothing was read'],
    [`a:\n${' '.repeat(300)}b: 1\n`, '2:1 nested too deeply; nothing was read'],
    [`${'- '.repeat(5000)}x\n`, '1:1 nested too deeply; nothing was read'],
  ] as const;
  for (const [text, expected] of rows) assert.equal(refused(text), expected);
  assert.deepEqual(read('a: "\ttab"\r\nb: é\n').value, { a: '\ttab', b: 'é' }, 'tabs, line ends and letters are text');
});

test('what is no YAML, or no map, is refused where it goes wrong', () => {
  const rows = [
    ['a: [1, 2\n', /^2:1 Flow sequence/],
    ['a: 1\na: 2\n', /^2:1 Map keys must be unique/],
    ['a: 1\n  b: 2\n', /^1:4 Nested mappings/],
    ['a: "x\n', /^2:1 Missing closing "quote/],
    ['a: *nobody\n', /^1:4 nothing is anchored as &nobody/],
    ['a: 1\n---\nb: 2\n', /^2:1 Source contains multiple documents/],
    ['', /^1:1 the file holds no fields/],
    ['- 1\n', /^1:1 the file holds no fields/],
    ['just text\n', /^1:1 the file holds no fields/],
  ] as const;
  for (const [text, expected] of rows) assert.match(refused(text), expected, JSON.stringify(text));
});

test('an alias stands for its anchor; a bomb of aliases is refused', () => {
  assert.deepEqual(read('a: &x [1, 2]\nb: *x\n').value, { a: [1, 2], b: [1, 2] });
  const layers = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [index, name] of [...'bcdefgh'].entries()) {
    const before = 'abcdefgh'[index];
    layers.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
  }
  assert.match(refused(layers.join('\n')), /^1:1 .*alias.*; nothing was read$/);
});

test('no text whatever makes the reader throw', () => {
  const pieces = fc.constantFrom(
    'a: ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|\n',
    '>\n',
    '\n',
    '  ',
    '&x ',
    '*x',
    '#',
    '!!map ',
    '? ',
    ': ',
    '<<: ',
    '1',
    '\t',
    '%',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const source = readSourceText(parts.join(''));
      if (isSourceText(source)) return;
      for (const { line, column } of source) assert.ok(line >= 1 && column >= 1);
      assert.ok(source.length > 0);
    }),
    { numRuns: 500 },
  );
});
