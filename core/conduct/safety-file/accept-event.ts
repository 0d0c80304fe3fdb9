import type { Objection } from '#core/conduct/first-refusal.ts';
import type { StandingRecord } from '#core/conduct/participant.ts';
import type { EventContradiction } from './event-contradiction.ts';
import type { EventAnswers, Likelihood } from './safety-event.ts';

const isSuspicion: Readonly<Record<Likelihood, boolean | undefined>> = {
  unrelated: false,
  unlikely: undefined,
  possible: true,
  probable: true,
  definite: true,
};

const withinItself = ({
  grade,
  seriousness,
  causality,
  likelihood,
  outcome,
}: EventAnswers): readonly (EventContradiction | false)[] => {
  const [isDeath, isFatal] = [seriousness.includes('death'), outcome === 'fatal'];
  const suspected = likelihood === undefined ? undefined : isSuspicion[likelihood];
  return [
    isDeath && !isFatal && 'death without a fatal outcome',
    isFatal && !isDeath && 'a fatal outcome without death',
    grade === 5 && !isFatal && 'grade 5 without a fatal outcome',
    isFatal && grade !== 5 && 'a fatal outcome without grade 5',
    suspected !== undefined && suspected !== (causality === 'related') && 'causality against its likelihood',
  ];
};

/** What an answered attribute of the record says, against what the report says; one that is not answered says nothing. */
const againstRecord = (
  { seriousness, causality, grade }: EventAnswers,
  { attributes = {} }: StandingRecord,
): readonly (EventContradiction | false)[] => {
  const differs = (attribute: string, said: boolean): boolean =>
    attributes[attribute] !== undefined && attributes[attribute] !== said;
  return [
    attributes.serious === true && seriousness.length === 0 && 'serious without a criterion',
    attributes.serious === false && seriousness.length > 0 && 'a criterion though the record says not serious',
    differs('fatal', seriousness.includes('death')) && 'death otherwise than in the record',
    differs('life-threatening', seriousness.includes('life-threatening')) &&
      'danger to life otherwise than in the record',
    differs('grade-3-or-worse', grade >= 3) && 'a grade otherwise than in the record',
    differs('related', causality === 'related') && 'causality otherwise than in the record',
  ];
};

/**
 * Refuses answers that contradict one another or the record of the event, which the criteria of the study read: the one
 * that is wrong is set right first.
 */
export const acceptAnswers = (said: EventAnswers, record: StandingRecord): readonly Objection[] => [
  said.scale.trim() === '' && {
    refused: 'value not accepted',
    item: 'scale',
    value: said.scale,
    accepted: 'the scale of the grade',
  },
  said.term?.trim() === '' && { refused: 'value not accepted', item: 'term', value: said.term, accepted: 'a term' },
  ...[...withinItself(said), ...againstRecord(said, record)].map(
    (why): Objection => why !== false && { refused: 'event contradicts itself', why },
  ),
];
