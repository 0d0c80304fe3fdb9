import { findNormalRange } from '#core/measures/find-normal-range.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { normalRangeRows } from '#core/study/normal-range-rows.ts';
import type { Study } from '#core/study/study.ts';
import type { Participant } from './participant.ts';

/** The normal range of a measure for one participant on a day; undefined where none is known for certain. */
export type NormalRanges = (measure: string, date: PartialDate | undefined) => NormalRange | undefined;

/** The normal ranges of the laboratory of the participant's site, by sex and age on the day. */
export const normalRangesOf = ({ definition, lexicon }: Study, participant: Participant): NormalRanges => {
  const laboratory = definition.sites.find(({ id }) => id === participant.site)?.laboratory;
  if (laboratory === undefined) return () => undefined;
  const rows = normalRangeRows(definition);
  const birth = participant.born && readDate(participant.born.written);
  return (measure, date) => {
    const kind = lexicon.measures.get(measure)?.value;
    return kind && findNormalRange(rows, { laboratory, measure, sex: participant.sex, birth, date }, kind);
  };
};
