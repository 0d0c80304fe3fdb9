import { findNormalRange } from '#core/measures/find-normal-range.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { normalRangeRows } from '#core/study/normal-range-rows.ts';
import type { Study } from '#core/study/study.ts';
import { siteOn } from './decide-transfer.ts';
import type { Participant } from './participant.ts';

/** The normal range of a measure for one participant on a day; undefined where none is known for certain. */
export type NormalRanges = (measure: string, date: PartialDate | undefined) => NormalRange | undefined;

/** The normal ranges of the laboratory of the site at which the participant was on the day, by sex and age on that day. */
export const normalRangesOf = ({ definition, lexicon }: Study, participant: Participant): NormalRanges => {
  const laboratoryOf = (at: string | undefined) => definition.sites.find(({ id }) => id === at)?.laboratory;
  const laboratories = [participant.site, ...participant.moves.map(({ from }) => from)].map(laboratoryOf);
  if (laboratories.every((each) => each === undefined)) return () => undefined;
  const laboratoryOn = (date: PartialDate | undefined): string | undefined =>
    laboratoryOf(date === undefined ? participant.site : siteOn(participant, writeDay(date.last)));
  const rows = normalRangeRows(definition);
  const birth = participant.born && readDate(participant.born.written);
  return (measure, date) => {
    const kind = lexicon.measures.get(measure)?.value;
    const laboratory = laboratoryOn(date);
    if (kind === undefined || laboratory === undefined) return undefined;
    return findNormalRange(rows, { laboratory, measure, sex: participant.sex, birth, date }, kind);
  };
};
