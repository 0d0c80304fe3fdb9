import type { HandedMedicine, Participant } from './participant.ts';
import type { ParticipantEvent } from './trial-event.ts';

type TreatmentEvent = Extract<
  ParticipantEvent,
  {
    type:
      | 'participant randomised'
      | 'participant assigned'
      | 'assignment disclosed'
      | 'dose prepared'
      | 'dose given'
      | 'dose observed'
      | 'dose missed'
      | 'dose discarded'
      | 'medicine dispensed'
      | 'medicine returned'
      | 'treatment discontinued'
      | 'code broken';
  }
>;

type MedicineEvent = Extract<TreatmentEvent, { type: 'medicine dispensed' | 'medicine returned' }>;

const handed = ({ dose, visit, on, units }: MedicineEvent, record: (item: string) => string): HandedMedicine => ({
  dose,
  visit,
  on,
  units,
  record: record(dose),
});

const changeMedicine = (
  { dispensed, returned }: Participant,
  event: MedicineEvent,
  record: (item: string) => string,
): Partial<Participant> => {
  const entry = handed(event, record);
  if (event.type === 'medicine returned') return { returned: [...returned, entry] };
  const { kits } = event;
  return { dispensed: [...dispensed, { ...entry, ...(kits === undefined ? {} : { kits }) }] };
};

/** What allocation, doses, medicine for the home and a broken code change of a participant. */
export const changeTreatment = (
  state: Participant,
  event: TreatmentEvent,
  record: (item: string) => string,
): Partial<Participant> => {
  switch (event.type) {
    case 'participant randomised':
      return {
        allocated: {
          on: event.on,
          record: record('randomised'),
          slot: { number: event.slot, stratum: event.stratum },
        },
      };
    case 'participant assigned':
      return { allocated: { on: event.on, record: record('assigned'), slot: undefined } };
    case 'assignment disclosed':
      return { arm: event.arm };
    case 'dose prepared': {
      const { dose, number, amount, unit, lot } = event;
      const prepared = { dose, number, amount, unit, lot, record: record(`${dose}.${number}`) };
      return { prepared: [...state.prepared, prepared] };
    }
    case 'dose discarded':
      return { prepared: state.prepared.filter((each) => each.dose !== event.dose || each.number !== event.number) };
    case 'dose missed': {
      const { dose, number, on, why } = event;
      return {
        missedDoses: [...state.missedDoses, { dose, number, on, why, record: record(`${dose}.${number}`) }],
      };
    }
    case 'medicine dispensed':
    case 'medicine returned':
      return changeMedicine(state, event, record);
    case 'dose given': {
      const { dose, number, on, amount, unit, course } = event;
      const timed = course === undefined ? {} : { course };
      const given = { dose, number, on, amount, unit, ...timed, record: record(`${dose}.${number}`) };
      return { doses: [...state.doses, given] };
    }
    case 'dose observed': {
      const { dose, number, readings } = event;
      const read = readings.map((each, index) => ({
        ...each,
        dose,
        number,
        record: record(`${dose}.${number}.${index + 1}`),
      }));
      return { bedside: [...state.bedside, ...read] };
    }
    case 'treatment discontinued':
      return { discontinued: { on: event.on, why: event.why } };
    case 'code broken':
      return { codeBrokenOn: event.on };
    default:
      return event satisfies never;
  }
};
