import { missingItem } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { MeasuredSet, Missing } from './measured.ts';
import { acceptedLevels, readLevels } from './read-levels.ts';

const id = 'LN-class';
const title = 'Classes of lupus nephritis, as reported';

/** I minimal mesangial, II mesangial proliferative, III focal, IV diffuse, V membranous, VI advanced sclerosing. */
const classes = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

const anyClass = (missing: Missing): MeasuredSet => ({
  kind: 'set',
  status: 'not evaluable',
  certain: [],
  possible: classes,
  evidence: [],
  missing: [missing],
});

const compute = (sitting: Sitting): MeasuredSet => {
  const answer = sitting.answer(id);
  if (answer === undefined || answer.written === 'not done') return anyClass(missingItem(id, sitting, answer));
  const { record, written, date } = answer;
  const found = readLevels(written, classes);
  if (found === undefined) {
    const why = `"${written}" is not ${acceptedLevels(classes)}`;
    return anyClass({ kind: 'unreadable', item: id, point: sitting.point, why });
  }
  const evidence = [{ record, what: id, written, date }];
  return { kind: 'set', status: 'ok', certain: found, possible: found, evidence, missing: [] };
};

/**
 * Classes of the biopsy by the classification of 2003, as revised in 2018; mixed classes are III or IV with V. The
 * subdivisions of 2003 (A, C, S, G) are not part of it.
 *
 * @source bajema2018
 * @returns one or more of I to VI; every class stays possible where nothing readable was reported
 */
export const lnClass: Measure = {
  id,
  title,
  value: { kind: 'set', levels: classes },
  instrument: { id, title, items: [{ id, label: title, answer: { type: 'levels', levels: classes } }] },
  source: 'bajema2018',
  rule: 'ln-class/1',
  compute,
  explain: (measured) => {
    if (measured.kind !== 'set' || measured.status === 'not evaluable') return 'class of lupus nephritis not known';
    return `lupus nephritis class ${measured.certain.join(' + ')}`;
  },
};
