import type { StandingRecord } from '#core/conduct/participant.ts';
import type { EventGrade } from '#core/conduct/safety-file/safety-event.ts';
import { dosesFor } from '#core/conduct/visible-doses.ts';
import { type UsualTerm, usualTerms } from './assumed-events.ts';
import type { Followed } from './followed.ts';

type RecordedEvent = Pick<StandingRecord, 'concept' | 'start' | 'attributes'>;

/** How bad an event is, as its record says it: what is not worse than grade 2, of grade 3 or worse, and fatal. */
type Band = 'mild' | 'severe' | 'fatal';

interface NamedEvent {
  /** Of the dictionary; undefined for a concept of which no table says anything. */
  readonly term?: string;
  readonly grade: EventGrade;
}

/** Concepts that are one term. */
const ownTerms: Readonly<Record<string, string>> = {
  'infusion-reaction': 'Infusion related reaction',
  'injection-site-reaction': 'Injection site reaction',
};

const bandOf = ({ attributes = {} }: RecordedEvent): Band => {
  if (attributes.fatal === true) return 'fatal';
  return attributes['life-threatening'] === true || attributes['grade-3-or-worse'] === true ? 'severe' : 'mild';
};

const shareIn = ([, , , , mild, severe, fatal]: UsualTerm, band: Band): number => ({ mild, severe, fatal })[band];

/** Whether anything is injected, as far as those who are masked see it. */
const isInjected = ({ study, clerk }: Followed): boolean =>
  dosesFor(study.definition, clerk.masked()).some(({ dose }) =>
    /subcutaneous|intramuscular|injection/.test(dose.route),
  );

/** The grades between which an event of a band lies: what is life-threatening is of grade 4, what is serious of 2 at least. */
const gradesOf = ({ attributes = {} }: RecordedEvent, band: Band): readonly [least: EventGrade, most: EventGrade] => {
  if (band === 'fatal') return [5, 5];
  if (band === 'mild') return [attributes.serious === true ? 2 : 1, 2];
  return attributes['life-threatening'] === true ? [4, 4] : [3, attributes.serious === true ? 3 : 4];
};

/** Infections among infections, everything else among the others, and deaths of whatever there is. */
const isOfConcept = ([, kind]: UsualTerm, concept: string, band: Band): boolean =>
  band === 'fatal' || (concept === 'infection-event') === (kind === 'infection');

const rowFor = (followed: Followed, event: RecordedEvent, band: Band): UsualTerm | undefined => {
  const [least, most] = gradesOf(event, band);
  const all: readonly UsualTerm[] = usualTerms.value;
  const possible = all.filter(
    (row) =>
      row[2] <= most &&
      row[3] >= least &&
      isOfConcept(row, event.concept, band) &&
      (row[1] !== 'injection' || isInjected(followed)),
  );
  const sum = possible.reduce((total, row) => total + shareIn(row, band), 0);
  const weighted = possible.map((row) => [row, shareIn(row, band) / sum] as const);
  const [first, ...others] = weighted;
  const draws = followed.person.draws(`term of ${event.concept} ${event.start}`);
  return first && draws.weighted([first, ...others]);
};

/** The grade within the band and what the term allows; only of a count does grade 4 follow without danger to life. */
const gradeOf = (followed: Followed, event: RecordedEvent, band: Band, row: UsualTerm | undefined): EventGrade => {
  const [least, most] = gradesOf(event, band);
  if (least === most) return least;
  const draws = followed.person.draws(`grade of ${event.concept} ${event.start}`);
  if (band === 'severe') {
    const isWorse = draws.chance(followed.scenario.assumed('grade 4'));
    return isWorse && row?.[1] === 'count' ? 4 : 3;
  }
  const isSecond = draws.chance(followed.scenario.assumed('grade 2'));
  return isSecond || (row !== undefined && row[2] > 1) ? 2 : 1;
};

/**
 * What an investigator calls an event that was drawn, and its grade, from usual terms with their shares. Both follow from
 * the record and draws of their own: neither shifts another draw, and neither hangs on what is masked.
 */
export const nameEvent = (followed: Followed, event: RecordedEvent): NamedEvent => {
  const band = bandOf(event);
  const own = ownTerms[event.concept];
  const isDrawn = event.concept === 'adverse-event' || event.concept === 'infection-event';
  const row = isDrawn ? rowFor(followed, event, band) : undefined;
  const term = own ?? row?.[0];
  return { grade: gradeOf(followed, event, band, row), ...(term === undefined ? {} : { term }) };
};
