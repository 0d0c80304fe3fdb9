import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import { and, fromBoolean, or, type Truth } from '#core/quantities/truth.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { Study } from '#core/study/study.ts';

type Arm = StudyDefinition['arms'][number];
type ReferenceEntry = NonNullable<NonNullable<StudyDefinition['safety']>['reference']>[number];

/** Without a bound every severity is listed but death: a fatal event is expected only where the reference says so. */
const usualBound = 4;

const sameTerm = (listed: string, term: string): boolean => listed.trim().toLowerCase() === term.trim().toLowerCase();

/** A term that is listed leaves open an event of the same concept that nobody has coded. */
const isListed = (
  entry: ReferenceEntry,
  concept: string,
  { term, grade }: Pick<EventAnswers, 'term' | 'grade'>,
): Truth =>
  and([
    fromBoolean(entry.concept === concept),
    fromBoolean(grade <= (entry['grade at most'] ?? usualBound)),
    entry.term === undefined ? 'true' : term === undefined ? 'unknown' : fromBoolean(sameTerm(entry.term, term)),
  ]);

/** The products of an arm as the investigator's brochure knows them: a placebo is none. */
const productsOf = ({ doses }: Arm): readonly string[] =>
  doses.filter((dose) => dose['placebo for'] === undefined).map(({ product }) => product);

/** True where every arm would say so, false where none would: what no arm decides is not known. */
const agreed = (truths: readonly Truth[]): Truth => {
  if (truths.length > 0 && truths.every((each) => each === 'true')) return 'true';
  return truths.every((each) => each === 'false') ? 'false' : 'unknown';
};

/**
 * Whether an event of this term and severity stands in the reference safety information of what was given (ICH E2A II A 3:
 * what is not listed, or is worse than listed, is unexpected). The concept has to be listed itself: a narrower one tells
 * more than the reference does. Without an arm it is asked of every arm that has a product under study.
 */
export const expectednessOf = (
  { definition }: Study,
  arm: string | undefined,
  concept: string,
  said: Pick<EventAnswers, 'term' | 'grade'>,
): Truth => {
  const reference = definition.safety?.reference ?? [];
  const ofArm = (each: Arm): Truth =>
    or(
      reference
        .filter(({ product }) => product === undefined || productsOf(each).includes(product))
        .map((entry) => isListed(entry, concept, said)),
    );
  const arms = definition.arms.filter((each) => (arm === undefined ? productsOf(each).length > 0 : each.id === arm));
  return agreed(arms.map(ofArm));
};
