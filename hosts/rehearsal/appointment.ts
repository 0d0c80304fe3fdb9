import type { Day } from '#core/quantities/civil-date.ts';
import type { Clerk } from './desk-clerk.ts';

/** Something that happens to one person on a day. */
export interface Appointment {
  readonly day: Day;
  readonly person: string;
  readonly happen: () => void;
}

export const hasLeft = (clerk: Clerk): boolean => clerk.state().ended !== undefined;
