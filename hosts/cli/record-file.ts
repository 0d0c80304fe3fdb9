import { dirname, join } from 'node:path';
import { lintRecord } from '#core/registry/lint-record.ts';
import { isRecord, readRecord } from '#core/registry/read-record.ts';
import type { RecordFinding } from '#core/registry/record-finding.ts';
import { checkRecordPlaces } from '#core/study/check-record-places.ts';
import { isSourceText, readSourceText } from '#core/study/source-text.ts';
import { type StudyFinding, writePath } from '#core/study/study-finding.ts';
import { isUnread, readTextFile } from './text-file.ts';
import type { StudyFile } from './trial-files.ts';

/** The registry record beside a study: what is wrong with its shape, and what its rules find in it. */
export interface RecordFile {
  readonly path: string;
  readonly problems: readonly StudyFinding[];
  readonly findings: readonly RecordFinding[];
  /** Places that the study points to and that hold nothing; found in the study file. */
  readonly lost: readonly StudyFinding[];
}

const unread = (path: string, why: string): RecordFile => {
  const what = `${path} was not read: ${why}`;
  const finding: StudyFinding = {
    severity: 'error',
    line: 1,
    column: 1,
    path: '',
    what,
    expected: [],
    nearest: undefined,
  };
  return { path, problems: [finding], findings: [], lost: [] };
};

const lostPlaces = (
  { text, read }: StudyFile,
  record: Parameters<typeof checkRecordPlaces>[1],
): readonly StudyFinding[] => {
  const source = readSourceText(text);
  if (read.study === undefined || !isSourceText(source)) return [];
  return checkRecordPlaces(read.study.definition, record).map(({ path, what, expected }) => ({
    severity: 'error',
    ...source.placeOf(path),
    path: writePath(path),
    what,
    expected,
    nearest: undefined,
  }));
};

/** Reads the record that a study names; undefined where it names none, or cannot be read itself. */
export const openRecord = (file: StudyFile): RecordFile | undefined => {
  const named = file.read.study?.definition.record;
  if (named === undefined) return undefined;
  const path = join(dirname(file.path), named);
  const text = readTextFile(path);
  if (isUnread(text)) return unread(path, text.unread);
  const read = readRecord(text);
  if (!isRecord(read)) return { path, problems: read, findings: [], lost: [] };
  return { path, problems: [], findings: lintRecord(read.record), lost: lostPlaces(file, read.record) };
};
