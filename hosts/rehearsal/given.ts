import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isParticipantEvent, type ParticipantEvent } from '#core/conduct/trial-event.ts';
import { readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import type { Rehearsal } from './rehearse.ts';

/** The trial that comes with the program, with passages of its text replaced. */
export const compileShipped = (...edits: readonly (readonly [string, string])[]): Study =>
  compileTrial('nct05631717', ...edits);

export const compileTrial = (trial: string, ...edits: readonly (readonly [string, string])[]): Study => {
  let text = readFileSync(`trials/${trial}/study.yaml`, 'utf8');
  for (const [from, to] of edits) {
    assert.ok(text.includes(from), `the study has no "${from}"`);
    text = text.replace(from, () => to);
  }
  const { study, findings } = readStudy(text);
  return study ?? assert.fail(JSON.stringify(findings[0]));
};

export type Of<T extends ParticipantEvent['type']> = Extract<ParticipantEvent, { type: T }>;

/** The events of one type in the order in which they happened. */
export const eventsOf = <T extends ParticipantEvent['type']>(
  events: readonly { readonly type: string }[],
  type: T,
): readonly Of<T>[] => events.filter((event): event is Of<T> => event.type === type);

/** Events of each participant of a rehearsal, by id. */
export const peopleOf = (run: Rehearsal): ReadonlyMap<string, readonly ParticipantEvent[]> => {
  const people = new Map<string, ParticipantEvent[]>();
  for (const { stream, event } of run.log.all()) {
    if (!isParticipantEvent(event)) continue;
    const id = stream.slice('participant/'.length);
    people.set(id, [...(people.get(id) ?? []), event]);
  }
  return people;
};
