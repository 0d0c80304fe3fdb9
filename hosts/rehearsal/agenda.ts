import type { Appointment } from './appointment.ts';

/** Appointments in the order of their days; those of one day in the order in which they were made. */
export interface Agenda {
  readonly add: (appointments: readonly Appointment[]) => void;
  readonly next: () => Appointment | undefined;
}

/** A calendar of days, each a queue: the same appointments always come in the same order. */
export const openAgenda = (): Agenda => {
  const days = new Map<number, Appointment[]>();
  let today = Number.POSITIVE_INFINITY;
  const earliest = (): number => {
    while (days.size > 0 && (days.get(today)?.length ?? 0) === 0) {
      days.delete(today);
      today = Math.min(...days.keys());
    }
    return today;
  };
  return {
    add: (appointments) => {
      for (const appointment of appointments) {
        const queue = days.get(appointment.day);
        if (queue === undefined) days.set(appointment.day, [appointment]);
        else queue.push(appointment);
        today = Math.min(today, appointment.day);
      }
    },
    next: () => days.get(earliest())?.shift(),
  };
};
