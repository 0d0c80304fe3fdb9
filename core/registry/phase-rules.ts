import { contentsOf } from './passages.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

const arabic: ReadonlyMap<string, string> = new Map([
  ['I', '1'],
  ['II', '2'],
  ['III', '3'],
  ['IV', '4'],
]);

/** `Phase I/II` and `Phase 1, Phase 2` are both "1/2"; the letter of `2b` is kept apart. */
const phaseOf = (says: string): { readonly numbers: string; readonly letters: string } => {
  const parts = [...says.replaceAll(/phase/gi, ' ').matchAll(/\b(IV|I{1,3}|[1-4])([ab])?\b/g)];
  const numbers = parts.map(([, number = '']) => arabic.get(number) ?? number);
  return { numbers: [...new Set(numbers)].join('/'), letters: parts.map(([, , letter = '']) => letter).join('') };
};

/** Every statement of the phase, with what it comes to. */
const phases = (record: RegistryRecord) =>
  contentsOf(record).flatMap(({ prefix, content }) =>
    content.phase.map(({ says }, index) => ({
      place: `${prefix}phase[${index + 1}].says`,
      quote: says,
      ...phaseOf(says),
    })),
  );

const quoted = (stated: readonly QuotedPlace[]): readonly QuotedPlace[] =>
  stated.map(({ place, quote }) => ({ place, quote }));

const phasesDisagree: RecordRule = {
  id: 'phases-disagree',
  severity: 'warning',
  find: (record) => {
    const stated = phases(record);
    const numbers = [...new Set(stated.map((each) => each.numbers))];
    if (numbers.length < 2) return [];
    const what = `The phase is ${numbers.join(' in one place and ')} in another.`;
    const longest = numbers.toSorted((a, b) => b.length - a.length)[0];
    return [{ places: quoted(stated), what, question: 'Which phase is it?', reading: `phase ${longest}` }];
  },
};

const subPhase: RecordRule = {
  id: 'sub-phase-in-text-only',
  severity: 'information',
  find: (record) => {
    const stated = phases(record);
    const lettered = stated.find((each) => each.letters !== '');
    const plain = stated.some((each) => each.letters === '' && each.numbers === lettered?.numbers);
    if (lettered === undefined || !plain) return [];
    const what =
      'A part of the phase (a or b) stands in one place and not in another; the registry has no field for it.';
    return [{ places: quoted(stated), what, question: 'Is it part a or b?', reading: lettered.quote }];
  },
};

/** Below this a phase 3 trial seldom can decide its question; our convention, not a rule of a register. */
const smallPhaseThree = 100;

const smallForPhase: RecordRule = {
  id: 'few-participants-for-phase-3',
  severity: 'warning',
  find: (record) => {
    const three = phases(record).filter(({ numbers }) => numbers === '3');
    const planned = contentsOf(record).find(({ content }) => content.enrolment !== undefined);
    const participants = planned?.content.enrolment?.participants ?? smallPhaseThree;
    if (three.length === 0 || participants >= smallPhaseThree) return [];
    const place = { place: `${planned?.prefix}enrolment.participants`, quote: String(participants) };
    const what = `A phase 3 trial with ${participants} participants.`;
    const question = 'Which hypothesis is tested, with what power?';
    return [{ places: [...quoted(three), place], what, question, reading: undefined }];
  },
};

export const phaseRules: readonly RecordRule[] = [phasesDisagree, subPhase, smallForPhase];
