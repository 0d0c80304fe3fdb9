import assert from 'node:assert/strict';
import { readDay } from '#core/quantities/civil-date.ts';
import { writeRational } from '#core/quantities/decimal.ts';
import { catalogue } from '../catalogue.ts';
import type { GuideFamily, WorkedExample } from '../guide.ts';
import type { Measure } from '../measure.ts';
import type { Measured } from '../measured.ts';
import { isFaulty } from '../written-fault.ts';
import { writtenSitting } from '../written-sitting.ts';

/** To three decimal places, as the worked examples are printed. */
const shown = (measured: Measured): string => {
  if (measured.kind === 'level') return measured.possible.join(' or ');
  if (measured.kind === 'set') return measured.status === 'ok' ? measured.certain.join('+') : 'not known';
  if (measured.kind === 'profile') return [...measured.systems.values()].map((each) => each.join('/')).join('');
  const [low, high] = [measured.range.low, measured.range.high].map((end) => end && writeRational(end, 3));
  if (low === undefined && high === undefined) return 'not known';
  return low === high ? String(low) : `${low ?? ''}..${high ?? ''}`;
};

const measuredIn = (measure: Measure, { answers, over, ...person }: WorkedExample): Measured => {
  const written = writtenSitting(measure, { ...person, items: answers });
  if (isFaulty(written)) return assert.fail(JSON.stringify(written.faults));
  if (over === undefined) return measure.compute(written.read);
  const [first, last] = over.map((day) => readDay(day) ?? assert.fail(day));
  assert.ok(measure.accumulate && first !== undefined && last !== undefined);
  return measure.accumulate(written.read, first, last);
};

/** "S1 14, S2 105": the examples of the guide to a measure with what the measure makes of their answers. */
export const workedValues = ({ guides }: GuideFamily, id: string): string => {
  const measure = catalogue.find((each) => each.id === id) ?? assert.fail(id);
  const { examples } = guides.get(id) ?? assert.fail(`no guide to ${id}`);
  return examples.map((example) => `${example.id} ${shown(measuredIn(measure, example))}`).join(', ');
};
