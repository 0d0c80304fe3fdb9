import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { type Paper, paperSchema } from '#core/reports/reproduce/paper.ts';
import { placesOf } from '#core/reports/reproduce/printed-number.ts';
import type { Recomputed } from '#core/reports/reproduce/recompute.ts';
import { type ReproducedNumber, reproducePaper } from '#core/reports/reproduce/reproduce-paper.ts';
import { isSourceText, readSourceText } from '#core/study/source-text.ts';
import { count, type Style, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';
import { sayFinding } from './trial-files.ts';

const papersFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../evidence/papers');

/** Papers that come with the program. */
const shippedPapers = (): readonly string[] =>
  existsSync(papersFolder)
    ? readdirSync(papersFolder)
        .map((name) => name.replace(/\.yaml$/, ''))
        .toSorted()
    : [];

const pathOf = (name: string): string =>
  shippedPapers().includes(name.toLowerCase()) ? join(papersFolder, `${name.toLowerCase()}.yaml`) : name;

/** Reads a paper by name or path, or says what is wrong with it and where. */
const openPaper = (name: string, session: Session): Paper | ExitCode => {
  const path = pathOf(name);
  const text = readTextFile(path);
  if (isUnread(text)) {
    const near = nearestName(name, shippedPapers());
    const why = `${path} was not read: ${text.unread}${near === undefined ? '' : `; did you mean ${near}?`}`;
    return unusable(session, why, `Name a shipped paper (${shippedPapers().join(', ')}) or a file.`);
  }
  const source = readSourceText(text);
  const todo = 'Nothing was recomputed.';
  if (!isSourceText(source)) return unusable(session, source.map((each) => sayFinding(each, path)).join('\n'), todo);
  const read = paperSchema.safeParse(source.value);
  if (read.success) return read.data;
  const said = read.error.issues.map((issue) => {
    const { line, column } = source.placeOf(issue.path, 'value');
    return `${path}:${line}:${column} error: ${issue.message} [${issue.path.join('.')}]`;
  });
  return unusable(session, said.join('\n'), todo);
};

const width = 110;

/** One place more than was printed, so that a near miss is seen as one. */
const written = ({ value, lower, upper }: Recomputed, printed: string, isInterval: boolean): string => {
  const places = placesOf(isInterval ? (printed.split(' to ')[0] ?? '') : printed.replace('<', '')) + 1;
  const ends = `${lower?.toFixed(places) ?? '…'} to ${upper?.toFixed(places) ?? '…'}`;
  return isInterval ? ends : value.toFixed(places);
};

const sayNumber = ({ id, what, printed, computed, by }: ReproducedNumber, style: Style): readonly string[] => {
  const verdict = by.length === 0 ? 'not reproducible from the counts' : `printed by ${by.join(', ')}`;
  const rest = computed.filter((each) => !by.includes(each.by));
  const others = rest.map((each) => `${each.by} ${written(each, printed, what.endsWith('interval'))}`).join(', ');
  const none = computed.length === 0 ? 'no whole number of people has that share' : '';
  return [
    `${by.length === 0 ? style.strong('no ') : 'ok '} ${id}: ${what} ${printed}, ${verdict}`,
    ...(others + none === '' ? [] : wrap(`${none}${others}`, width - 6, '').map((line) => `      ${line}`)),
  ];
};

const sayAll = ({ paper, title, first, second }: Paper, numbers: readonly ReproducedNumber[], style: Style): string => {
  const lost = numbers.filter(({ by }) => by.length === 0);
  return [
    style.strong(`${paper}: ${title}`),
    ...(first === undefined ? [] : [`${first} against ${second ?? 'the rest'}`]),
    '',
    ...numbers.flatMap((each) => sayNumber(each, style)),
    '',
    `${count(numbers.length, 'printed number')}, ${numbers.length - lost.length} reproduced from the counts, ${lost.length} not.`,
    ...(lost.length === 0
      ? []
      : wrap(
          'What no method prints came from something else than these counts: a model, strata, imputation, a test that is not here, or a slip.',
          width,
          '',
        )),
  ].join('\n');
};

/** `trialwright reproduce <paper>`: published counts in; every test and interval out, and which prints the paper's number. */
export const reproduce = (name: string, session: Session): ExitCode => {
  const paper = openPaper(name, session);
  if (typeof paper === 'number') return paper;
  const numbers = reproducePaper(paper);
  const value = { paper: paper.paper, title: paper.title, numbers };
  const code = numbers.every(({ by }) => by.length > 0) ? exitCodes.fine : exitCodes.no;
  return answer(session, value, () => sayAll(paper, numbers, session.style), code);
};
