import { describeChange } from '#core/study/describe-change.ts';
import { diffStudies, type StudyChange } from '#core/study/diff-studies.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { Participant } from './participant.ts';

/** One change of an amendment, in words, with those whom it touches today. */
export interface ChangeTouches {
  readonly change: StudyChange;
  readonly said: string;
  readonly touches: ReturnType<typeof describeChange>['touches'];
  readonly participants: readonly string[];
}

/** Who is not eligible has left too: an amendment under which they would be has to be told to them anew. */
const hasLeft = ({ ended, declinedOn, assessed, enrolledOn }: Participant): boolean =>
  ended !== undefined || declinedOn !== undefined || (enrolledOn === undefined && assessed?.verdict === 'not eligible');

/** The visits that a change names: its own, or all that an activity had or has. */
const visitsOf = ({ path }: StudyChange, definitions: readonly StudyDefinition[]): readonly string[] | undefined => {
  const [section, id] = path;
  if (section === 'visits') return id === undefined ? undefined : [id];
  if (section !== 'activities') return undefined;
  return definitions.flatMap(({ activities }) => activities.find((each) => each.id === id)?.visits ?? []);
};

const isTouched = (
  change: StudyChange,
  touches: ChangeTouches['touches'],
  participant: Participant,
  definitions: readonly StudyDefinition[],
): boolean => {
  switch (touches) {
    case 'nobody yet included':
    case 'the text only':
      return false;
    case 'people being screened':
      return !hasLeft(participant) && participant.enrolledOn === undefined;
    case 'the analysis':
      return participant.allocated !== undefined;
    case 'participants in the study': {
      if (hasLeft(participant)) return false;
      const visits = visitsOf(change, definitions);
      // What was held or missed already is as it was: an amendment looks forward.
      return visits === undefined || visits.some((visit) => !participant.visits.has(visit));
    }
    default:
      return touches satisfies never;
  }
};

/**
 * Whom an amendment touches, change by change, as things stand: those whose visits are still to come, those who are still
 * being screened, and for a change of an analysis everybody who was allocated. The arm of somebody plays no part, so
 * that the list may be shown to whoever is masked.
 */
export const touchedPeople = (
  before: StudyDefinition,
  after: StudyDefinition,
  participants: readonly Participant[],
): readonly ChangeTouches[] =>
  diffStudies(before, after).map((change) => {
    const { said, touches } = describeChange(change);
    const touched = participants.filter((each) => isTouched(change, touches, each, [before, after]));
    return { change, said, touches, participants: touched.flatMap(({ id }) => id ?? []) };
  });
