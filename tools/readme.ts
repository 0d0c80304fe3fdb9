/** Runs what a Markdown page claims: its `ts` blocks with `// => value` lines, its `console` blocks with our command. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Claim {
  /** Line of the page on which it begins, counted from 1. */
  readonly line: number;
  readonly title: string;
  readonly run:
    | { readonly kind: 'program'; readonly text: string }
    | { readonly kind: 'command'; readonly args: readonly string[] };
  /** What the page says is printed; a line of `…` alone stands for any number of lines. */
  readonly said: readonly string[];
}

const skipped = '…';
const prompt = '$ ';
const ourCommand = '$ npx trialwright';

interface Block {
  readonly language: string;
  readonly line: number;
  readonly lines: readonly string[];
}

const fence = /^```(\w*)[^\n]*\n([\s\S]*?)^```\s*$/gm;

const readBlocks = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(fence)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    line: markdown.slice(0, index).split('\n').length + 1,
    lines: text.replace(/\n$/, '').split('\n'),
  }));

const programClaims = ({ line, lines }: Block): readonly Claim[] => {
  const said = lines.flatMap((text) => /\/\/ => (.*)$/.exec(text)?.[1] ?? []);
  return said.length === 0
    ? []
    : [{ line, title: 'the example prints what it says', run: { kind: 'program', text: lines.join('\n') }, said }];
};

const splitArgs = (text: string): readonly string[] =>
  [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, plain]) => single ?? double ?? plain ?? '');

/** From one prompt to the next; commands of others are read over. */
const commandClaims = ({ line, lines }: Block): readonly Claim[] =>
  lines.flatMap((text, index) => {
    if (text !== ourCommand && !text.startsWith(`${ourCommand} `)) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((next) => next.startsWith(prompt));
    const args = splitArgs(text.slice(ourCommand.length));
    const said = end === -1 ? rest : rest.slice(0, end);
    return [{ line: line + index, title: text.slice(prompt.length), run: { kind: 'command', args }, said }];
  });

export const readClaims = (markdown: string): readonly Claim[] =>
  readBlocks(markdown).flatMap((block) => {
    if (block.language === 'ts') return programClaims(block);
    return block.language === 'console' ? commandClaims(block) : [];
  });

export const readClaimsOf = (path: string): readonly Claim[] => readClaims(readFileSync(path, 'utf8'));

const nodeArgs = ({ run }: Claim, command: string): readonly string[] =>
  run.kind === 'program' ? ['--input-type=module-typescript', '--eval', run.text] : [command, ...run.args];

/** Runs a claim from the working directory, without colour, and answers with all that was printed. */
export const runClaim = (claim: Claim, command = 'bin/trialwright.js'): Promise<string> =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_TEST_CONTEXT: undefined };
    const options = { env, maxBuffer: 2 ** 26 };
    const child = execFile(process.execPath, nodeArgs(claim, command), options, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
    child.stdin?.end();
  });

const trimmed = (lines: readonly string[]): readonly string[] => {
  const ends = lines.map((line) => line.trimEnd());
  const last = ends.findLastIndex((line) => line !== '');
  return ends.slice(0, last + 1);
};

const matchesAt = (printed: readonly string[], at: number, part: readonly string[]): boolean =>
  part.every((line, index) => printed[at + index] === line);

/** The parts of what was said between the lines of `…`. */
const partsOf = (said: readonly string[]): readonly (readonly string[])[] => {
  const cuts = [-1, ...said.flatMap((line, index) => (line.trim() === skipped ? [index] : [])), said.length];
  return cuts.slice(1).map((cut, index) => said.slice((cuts[index] ?? -1) + 1, cut));
};

const findPart = (printed: readonly string[], from: number, part: readonly string[]): number => {
  for (let at = from; at + part.length <= printed.length; at += 1) if (matchesAt(printed, at, part)) return at;
  return -1;
};

/** Does what was printed agree with what was said, each part as early as it fits and the last one at the end? */
export const agrees = (printedText: string, said: readonly string[]): boolean => {
  const printed = trimmed(printedText.split('\n'));
  const [first = [], ...later] = partsOf(trimmed(said));
  if (later.length === 0) return printed.length === first.length && matchesAt(printed, 0, first);
  const last = later.at(-1) ?? [];
  let from = matchesAt(printed, 0, first) ? first.length : -1;
  for (const part of later.slice(0, -1)) {
    const at = from === -1 ? -1 : findPart(printed, from, part);
    from = at === -1 ? -1 : at + part.length;
  }
  const tail = printed.length - last.length;
  return from !== -1 && tail >= from && matchesAt(printed, tail, last);
};
