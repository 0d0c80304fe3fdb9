import { describeChange } from '#core/study/describe-change.ts';
import { diffStudies, type StudyChange } from '#core/study/diff-studies.ts';
import type { Study } from '#core/study/study.ts';
import { count, type Style, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session } from './session.ts';
import { openStudy } from './trial-files.ts';

const width = 110;
const indent = ' '.repeat(9);

/** How many changes each kind of thing has: eligibility, visits, endpoints … in the order of the file. */
const touched = (changes: readonly StudyChange[]): ReadonlyMap<string, number> => {
  const parts = Map.groupBy(changes, ({ place }) => place.split(' ')[0] ?? place);
  return new Map([...parts].map(([part, list]) => [part, list.length]));
};

/** How many changes touch whom, in the order in which they are met. */
const sayTouched = (changes: readonly StudyChange[]): string =>
  [...Map.groupBy(changes, (each) => describeChange(each).touches)]
    .map(([touches, list]) => `${touches} ${list.length}`)
    .join(', ');

const sayChange = (change: StudyChange, style: Style): readonly string[] => {
  const { said, touches } = describeChange(change);
  const lines = wrap(`${said}. It touches ${touches}.`, width - indent.length, '  ');
  return [`${change.change.padEnd(7)}  ${style.strong(change.place)}`, ...lines.map((line) => `${indent}${line}`)];
};

const sayAll = (changes: readonly StudyChange[], style: Style): string => {
  const parts = [...touched(changes)].map(([part, number]) => `${part} ${number}`);
  const lines = changes.flatMap((each) => sayChange(each, style));
  return [
    ...lines,
    `${count(changes.length, 'change')}: ${parts.join(', ')}.`,
    `Touched: ${sayTouched(changes)}.`,
  ].join('\n');
};

/** As JSON has it: what differs, where, in words, and whom it touches. */
const changeValue = (change: StudyChange) => ({
  change: change.change,
  place: change.place,
  before: change.before,
  after: change.after,
  ...describeChange(change),
});

/** No change in any part; the hash tells whether the text of the sentences is the same too. */
const sayNone = (same: boolean): string =>
  same ? 'The two studies are identical.' : 'The two studies say the same: only white space in their texts differs.';

const versionOf = ({ path, study }: { readonly path: string; readonly study: Study }) => ({
  file: path,
  version: study.definition.version,
  hash: study.hash,
});

/** `trialwright diff <trial> <trial>`: what changed from one study to another, part by part. */
export const diffTrials = (before: string, after: string, session: Session): ExitCode => {
  const from = openStudy(before, session);
  // 1 says that they differ; of a study that does not compile nobody knows.
  if (typeof from === 'number') return exitCodes.unusable;
  const to = openStudy(after, session);
  if (typeof to === 'number') return exitCodes.unusable;
  const changes = diffStudies(from.study.definition, to.study.definition);
  const value = {
    before: versionOf(from),
    after: versionOf(to),
    changes: changes.map(changeValue),
    touched: Object.fromEntries(touched(changes)),
  };
  const same = from.study.hash === to.study.hash;
  const text = (): string => (changes.length === 0 ? sayNone(same) : sayAll(changes, session.style));
  return answer(session, value, text, changes.length === 0 ? exitCodes.fine : exitCodes.no);
};
