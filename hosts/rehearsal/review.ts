import { ctcaeDictionary } from '#core/conduct/review/ctcae-dictionary.ts';
import { uncodedEvents } from '#core/conduct/review/decide-coding.ts';
import { isVerified, publicItems } from '#core/conduct/review/decide-verification.ts';
import { newQueries } from '#core/conduct/review/find-queries.ts';
import type { Query } from '#core/conduct/review/review-state.ts';
import { casebookState } from '#core/conduct/review/signature.ts';
import { lastVersion } from '#core/conduct/safety-file/safety-file.ts';
import { isPrimaryVisit } from '#core/deviations/primary-visits.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Appointment } from './appointment.ts';
import type { Followed } from './followed.ts';

/** Who reviews sees what is public: how often and when they act may not hang on the rest. */
type Reviewed = Pick<Followed, 'study' | 'clerk' | 'person' | 'scenario'>;

/** Raises what the edit checks find in the data as they stand. */
export const runChecks = ({ study, clerk }: Reviewed, day: Day): void => {
  for (const { rule, about, text } of newQueries(study, clerk.masked(), writeDay(day)))
    clerk.act({ type: 'raise query', about, text, rule }, day);
};

const answerTo = ({ rule }: Query): string => {
  switch (rule) {
    case 'item missing':
    case 'section missing':
      return 'not done at this visit';
    case 'event without end':
      return 'not known to have ended at the last contact';
    default:
      return 'as in the source';
  }
};

/** The site answers what is open, and what is answered is closed. */
export const settleQueries = ({ clerk }: Reviewed, day: Day): void => {
  for (const query of clerk.masked().review.queries)
    if (query.status === 'open') clerk.act({ type: 'answer query', query: query.id, text: answerTo(query) }, day);
  for (const { id, status } of clerk.masked().review.queries)
    if (status === 'answered') clerk.act({ type: 'close query', query: id }, day);
};

const otherOf = (of: string): string => `${of} - Other, specify`;

/** The term of CTCAE for a kind of event of which the investigator gave none. */
const terms: Readonly<Record<string, string>> = {
  'infusion-reaction': 'Infusion related reaction',
  'injection-site-reaction': 'Injection site reaction',
  'infection-event': otherOf('Infections and infestations'),
};

/** Codes every adverse event that has no code; one that is sealed in the sealed log, by its clock. */
export const codeEvents = ({ clerk }: Reviewed, day: Day): void => {
  const { events } = clerk.state().safety;
  for (const { record, concept } of uncodedEvents(clerk.state())) {
    const file = events.get(record);
    const reported = file && ctcaeDictionary.find(lastVersion(file).said.term ?? '')?.term;
    const term = reported ?? terms[concept] ?? otherOf('General disorders and administration site conditions');
    clerk.act({ type: 'code event', record, term }, day);
  }
};

/** Compares the items of a visit of the primary endpoint with the source; as many of these visits as are assumed. */
const verifyVisit = ({ study, clerk, person, scenario }: Reviewed, visit: string, day: Day): void => {
  if (!isPrimaryVisit(study, visit)) return;
  if (!person.draws(`verified ${visit}`).chance(scenario.assumed('source verified'))) return;
  const state = clerk.masked();
  if (publicItems(state, visit).some((item) => !isVerified(state, item)))
    clerk.act({ type: 'verify items', visit, items: 'all' }, day);
};

/** What is asked about a visit is settled, its data are verified and coded, it is frozen, and some are signed. */
export const freezeVisit = (reviewed: Reviewed, visit: string, day: Day): void => {
  const { clerk, person, scenario } = reviewed;
  if (clerk.masked().review.frozen.has(visit)) return;
  settleQueries(reviewed, day);
  verifyVisit(reviewed, visit, day);
  codeEvents(reviewed, day);
  clerk.act({ type: 'freeze visit', visit }, day);
  if (person.draws(`signed ${visit}`).chance(scenario.assumed('visit signed')))
    clerk.act({ type: 'sign visit', visit, meaning: 'author' }, day);
};

/** The review of one visit that was, or was not, held on a day. */
export const visitReview = (reviewed: Reviewed, visit: string, day: Day): readonly Appointment[] => {
  const { clerk, person, scenario } = reviewed;
  const isHeld = (): boolean => clerk.masked().visits.get(visit)?.on !== undefined;
  const [checked, frozen] = [day + scenario.assumed('days to checks'), day + scenario.assumed('days to freeze')];
  return [
    { day: checked, person: person.id, happen: () => (isHeld() ? runChecks(reviewed, checked) : undefined) },
    { day: frozen, person: person.id, happen: () => (isHeld() ? freezeVisit(reviewed, visit, frozen) : undefined) },
  ];
};

/** The investigator signs what is complete; what was signed and has not changed is not signed again. */
export const closeCasebook = (reviewed: Reviewed, day: Day): void => {
  const { study, clerk } = reviewed;
  settleQueries(reviewed, day);
  codeEvents(reviewed, day);
  if (casebookState(study, clerk.masked()).state !== 'valid')
    clerk.act({ type: 'sign casebook', meaning: 'author' }, day);
};

/** The last look at somebody's data, counted from the day on which the participation is over at the latest. */
export const casebookReview = (reviewed: Reviewed, over: Day): readonly Appointment[] => {
  const { person, scenario } = reviewed;
  const checked = over + scenario.assumed('days to checks');
  const signed = checked + scenario.assumed('days to freeze');
  return [
    { day: checked, person: person.id, happen: () => runChecks(reviewed, checked) },
    { day: signed, person: person.id, happen: () => closeCasebook(reviewed, signed) },
  ];
};
