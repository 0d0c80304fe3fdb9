import { readFileSync } from 'node:fs';
import * as g from '#core/conduct/given.ts';
import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import * as s from '#core/conduct/safety-file/given.ts';
import type { EventFile } from '#core/conduct/safety-file/safety-file.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { Study } from '#core/study/study.ts';

const shipped = (trial: string): string =>
  readFileSync(new URL(`../../../trials/${trial}/study.yaml`, import.meta.url), 'utf8');

/** A trial that comes with the program: cells against interleukin-2, open, with a safety section of a test's own. */
export const studyWith = (safety: string): Study => g.studyIn(`${shipped('nct05631717')}\nsafety: ${safety}\n`);

/** One whose arms look alike, with lines added to its safety section. */
export const maskedWith = (safety: string): Study =>
  g.studyIn(shipped('nct03673748').replace('\nsafety:\n', `\nsafety:\n  ${safety}\n`));

export const everywhere = studyWith('{ regions: [European Union, United States] }');
export const nowhere = studyWith('{ grading: CTCAE v5.0 }');

/** The infection of `s.record`, with other dates where a test asks for them. */
export const infection = (more: Partial<StandingRecord> = {}): StandingRecord => ({
  source: 'adverse event',
  concept: 'infection-event',
  start: '2026-06-10',
  end: 'ongoing',
  record: s.record,
  ...more,
});

/** Somebody with that infection alone, its file, and what else is known. */
export const having = (file: EventFile | undefined, more: Partial<Participant> = {}): Participant => ({
  ...g.participantAfter([g.identified, g.consented]),
  history: [infection()],
  safety: { events: new Map(file === undefined ? [] : [[s.record, file]]), pregnancies: [] },
  ...more,
});

/** A dose at the site on a day. */
const dosed = (...days: readonly string[]): readonly ParticipantEvent[] =>
  days.map((on, index) => ({
    type: 'dose given',
    dose: 'il-2-injection',
    number: index + 1,
    on,
    planned: on,
    amount: '1000000',
    unit: 'IU',
  }));

/** Somebody in the arm of interleukin-2 who was treated on these days. */
export const treatedOn = (...days: readonly string[]): Participant =>
  g.participantAfter([
    g.identified,
    g.consented,
    { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
    { type: 'assignment disclosed', arm: 'il-2' },
    ...dosed(...days),
  ]);
