import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { Item } from '#core/measures/instrument.ts';
import { readDecimal } from '#core/quantities/decimal.ts';
import { bilagFormAnswer } from '../bilag-form-answer.ts';
import { people } from './assumed-numbers.ts';
import type { Candidate } from './candidate.ts';
import { acrPresent, bilagGrade, hasAna, hasCasts, pgaOf, sledaiPresent, sliccPresent } from './disease-activity.ts';
import { drawnFinding, isDrawnFinding } from './drawn-finding.ts';
import { reportedUnit } from './laboratory-results.ts';

/** How an item is answered, and whether somebody taught it to virtual people. */
export interface Answerer {
  readonly item: Item;
  readonly known: boolean;
  readonly answer: (candidate: Candidate) => ItemEntry;
}

type WriteAnswer = (candidate: Candidate) => string;

const yes = (claim: boolean): string => (claim ? 'yes' : 'no');
const present = (claim: boolean): string => (claim ? 'present' : 'absent');
const pregnancyTest: WriteAnswer = ({ pregnant }) => (pregnant ? 'positive' : 'negative');

/** Answers that follow from the person. */
const ofPerson: Readonly<Record<string, WriteAnswer>> = {
  fertile: ({ canHaveChildren }) => yes(canHaveChildren),
  'childbearing-potential': ({ canBear }) => yes(canBear),
  pregnant: ({ pregnant }) => yes(pregnant),
  'possible-pregnancy': ({ pregnant, canBear, draws }) =>
    yes(pregnant || (canBear && draws('possible pregnancy').chance(people.pregnancyPossible.value))),
  lactating: ({ canBear, draws }) => yes(canBear && draws('lactating').chance(people.lactating.value)),
  'urine-hCG': pregnancyTest,
  'serum-hCG': pregnancyTest,
  ANA: (candidate) => (hasAna(candidate) ? 'positive' : 'negative'),
  'RBC-casts': (candidate) => present(hasCasts(candidate)),
  'LN-class': ({ classes, biopsyDaysAgo }) => (biopsyDaysAgo === undefined ? 'not done' : classes),
  PGA: pgaOf,
  'PGA-100mm': (candidate) => ((100 * Number(pgaOf(candidate))) / 3).toFixed(0),
  'PGA-10': (candidate) => ((10 * Number(pgaOf(candidate))) / 3).toFixed(1),
};

/** Instruments whose items are answered one by one, by the part of the item's name after the point. */
const ofInstrument: Readonly<Record<string, (candidate: Candidate, part: string) => string>> = {
  'SLEDAI-2K': (candidate, part) => present(sledaiPresent(candidate, part)),
  'ACR-1997-count': (candidate, part) => present(acrPresent(candidate, part)),
  'SLICC-2012': (candidate, part) => present(sliccPresent(candidate, part)),
  'BILAG-2004': bilagGrade,
};

const taught = ({ id }: Item): WriteAnswer | undefined => {
  const [instrument = '', part] = id.split('.');
  const parts = part === undefined ? undefined : ofInstrument[instrument];
  if (parts !== undefined && part !== undefined) return (candidate) => parts(candidate, part);
  if (ofPerson[id] !== undefined) return ofPerson[id];
  return isDrawnFinding(id) ? (candidate) => drawnFinding(candidate, id) ?? 'not done' : undefined;
};

/** The middle of the plausible range, with no more places than its ends have. */
const middle = (least: string, most: string): string => {
  const places = Math.max(readDecimal(least)?.scale ?? 0, readDecimal(most)?.scale ?? 0);
  return ((Number(least) + Number(most)) / 2).toFixed(places);
};

/** An answer that the form takes and that knows nothing: each level alike, a number in the middle of what is plausible. */
const untaught = ({ id, answer }: Item, { draws }: Candidate): ItemEntry => {
  const among = (count: number): number => draws(`untaught ${id}`).between(0, count - 1);
  switch (answer.type) {
    case 'quantity':
      return { item: id, value: middle(...answer.plausible), unit: answer.units[0] };
    case 'whole number':
      return { item: id, value: String(answer.least + among(answer.most - answer.least + 1)) };
    case 'decimal':
      return { item: id, value: middle(answer.least, answer.most) };
    case 'level':
    case 'levels':
      return { item: id, value: answer.levels[among(answer.levels.length)] ?? answer.levels[0] };
    default:
      return answer satisfies never;
  }
};

const accepts = ({ answer }: Item, written: string): boolean =>
  written === 'not done' ||
  (answer.type === 'level' && answer.levels.includes(written)) ||
  answer.type === 'levels' ||
  answer.type === 'decimal';

const answererOfQuantity = (item: Item): Answerer | undefined => {
  const unit = reportedUnit(item.id);
  if (item.answer.type !== 'quantity' || unit === undefined || !item.answer.units.includes(unit)) return undefined;
  const answer = ({ result }: Candidate): ItemEntry => ({
    item: item.id,
    value: result(item.id)?.written ?? 'not done',
    unit,
  });
  return { item, known: true, answer };
};

const answererOfBilag = (item: Item): Answerer | undefined => {
  if (!item.id.startsWith('BILAG.')) return undefined;
  const answer = ({ result }: Candidate): ItemEntry =>
    bilagFormAnswer(item, (id) => {
      const found = result(id);
      return found && [found.written, found.unit];
    });
  return { item, known: true, answer };
};

/** How virtual people answer an item; what nobody taught them is answered from the form itself. */
export const answererOf = (item: Item): Answerer => {
  const bilag = answererOfBilag(item);
  if (bilag !== undefined) return bilag;
  const quantity = answererOfQuantity(item);
  if (quantity !== undefined) return quantity;
  const written = taught(item);
  const without = (candidate: Candidate): ItemEntry => untaught(item, candidate);
  if (written === undefined || item.answer.type === 'quantity') return { item, known: false, answer: without };
  const answer = (candidate: Candidate): ItemEntry => {
    const value = written(candidate);
    return accepts(item, value) ? { item: item.id, value } : without(candidate);
  };
  return { item, known: true, answer };
};
