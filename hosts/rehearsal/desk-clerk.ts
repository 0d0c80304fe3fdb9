import { itemsOf } from '#core/conduct/accept-item.ts';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { Act, Desk } from '#core/conduct/desk.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { isRefusal, type Refusal } from '#core/conduct/refusal.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Actor } from '#core/record/envelope.ts';
import type { Study } from '#core/study/study.ts';
import { type Attendance, answerItem } from './form-answers.ts';
import { investigator } from './moments.ts';

type Clock = (day: Day, actor: Actor) => Act;

/** Does at the desk what a site does: acts, forms and judgements of one person on one day. */
export interface Clerk {
  readonly act: (command: ParticipantCommand, day: Day) => void;
  readonly tryTo: (command: ParticipantCommand, day: Day) => Refusal | undefined;
  readonly randomise: (day: Day) => Refusal | undefined;
  readonly fillForms: (sitting: Attendance, day: Day) => void;
  readonly judge: (visit: string, day: Day, answer: (text: string) => 'yes' | 'no') => void;
  readonly state: () => Participant;
}

const refusal = (answer: unknown): Refusal | undefined => (isRefusal(answer) ? answer : undefined);

export const openClerk = (desk: Desk, study: Study, clock: Clock, id: string): Clerk => {
  const tryTo = (command: ParticipantCommand, day: Day): Refusal | undefined =>
    refusal(desk.actOnParticipant(id, command, clock(day, investigator)));
  const act = (command: ParticipantCommand, day: Day): void => {
    const refused = tryTo(command, day);
    if (refused !== undefined)
      throw new Error(
        `rehearsal: ${command.type} of ${id} on ${writeDay(day)} was refused: ${JSON.stringify(refused)}`,
      );
  };
  return {
    act,
    tryTo,
    randomise: (day) => refusal(desk.randomise(id, writeDay(day), clock(day, investigator))),
    state: () => desk.participant(id),
    fillForms: (sitting, day) => {
      const sections = study.definition.activities.filter((activity) => activity.visits.includes(sitting.visit));
      for (const { id: section } of sections) {
        const items = [...itemsOf(study, section).values()].map((item) => answerItem(item, sitting));
        act({ type: 'record section', visit: sitting.visit, section, items }, day);
      }
    },
    judge: (visit, day, answer) => {
      const asked = study.judgements
        .filter((item) => item.visits.includes(visit))
        .map(({ text }) => ({ text, answer: answer(text) }));
      if (asked.length > 0) act({ type: 'record judgements', visit, answers: asked }, day);
    },
  };
};
