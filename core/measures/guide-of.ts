import type { GuideFamily, MeasureGroup, MeasureGuide } from './guide.ts';
import { bilagGuides } from './guides/bilag.ts';
import { classificationGuides } from './guides/classification.ts';
import { damageGuides } from './guides/damage.ts';
import { filtrationGuides } from './guides/filtration.ts';
import { findingGuides } from './guides/findings.ts';
import { histologyGuides } from './guides/histology.ts';
import { laboratoryGuides } from './guides/laboratory.ts';
import { lupusQolGuides } from './guides/lupus-qol.ts';
import { pgaGuides } from './guides/pga.ts';
import { rand36Guides } from './guides/rand-36.ts';
import { sf36Guides } from './guides/sf-36.ts';
import { sledaiGuides } from './guides/sledai.ts';
import { treatmentGuides } from './guides/treatment.ts';
import type { Measure } from './measure.ts';

const families: readonly GuideFamily[] = [
  laboratoryGuides,
  filtrationGuides,
  sledaiGuides,
  bilagGuides,
  pgaGuides,
  damageGuides,
  classificationGuides,
  histologyGuides,
  treatmentGuides,
  sf36Guides,
  rand36Guides,
  lupusQolGuides,
  findingGuides,
];

/** The groups in the order in which measures are listed. */
export const measureGroups: readonly MeasureGroup[] = [...new Set(families.map(({ group }) => group))];

const familyOf = ({ id }: Measure): GuideFamily => {
  const family = families.find(({ guides }) => guides.has(id));
  if (family === undefined) throw new Error(`no guide to ${id}`);
  return family;
};

/** What a person needs to know of a measure. Throws for a measure without a guide; a test holds the catalogue to it. */
export const guideOf = (measure: Measure): MeasureGuide => {
  const guide = familyOf(measure).guides.get(measure.id);
  if (guide === undefined) throw new Error(`no guide to ${measure.id}`);
  return guide;
};

export const groupOf = (measure: Measure): MeasureGroup => familyOf(measure).group;

/** Name of the page of a measure, without its ending: its family's, or its own in small letters. */
export const pageOf = (measure: Measure): string => familyOf(measure).page ?? measure.id.toLowerCase();
