import { type CountedItem, countedInstrument, sayCounts, totalOfCounts } from './counted-score.ts';
import type { Measure } from './measure.ts';
import { sayNumber } from './say.ts';

const id = 'SDI';
const title = 'SLICC/ACR damage index';

const once = (name: string, label: string): CountedItem => ({ id: name, label, most: 1 });
/** 2 for more than one event or site. */
const twice = (name: string, label: string): CountedItem => ({ id: name, label, most: 2 });

/** @source gladman1996: items and points; end-stage disease of the kidney counts 3 and replaces the other two */
const items: readonly [CountedItem, ...CountedItem[]] = [
  once('cataract', 'Cataract'),
  once('retina', 'Retinal change or optic atrophy'),
  once('cognitive', 'Cognitive impairment or major psychosis'),
  once('seizures', 'Seizures treated for 6 months'),
  twice('stroke', 'Cerebrovascular accident, 2 for more than one'),
  once('neuropathy', 'Cranial or peripheral neuropathy'),
  once('myelitis', 'Transverse myelitis'),
  once('low-filtration', 'Filtration rate below 50%'),
  once('heavy-proteinuria', 'Proteinuria of 3.5 g/24 h or more'),
  once('end-stage-kidney', 'End-stage kidney disease'),
  once('pulmonary-hypertension', 'Pulmonary hypertension'),
  once('pulmonary-fibrosis', 'Pulmonary fibrosis'),
  once('shrinking-lung', 'Shrinking lung'),
  once('pleural-fibrosis', 'Pleural fibrosis'),
  once('pulmonary-infarction', 'Pulmonary infarction or resection'),
  once('angina', 'Angina or coronary bypass'),
  twice('myocardial-infarction', 'Myocardial infarction, 2 for more than one'),
  once('cardiomyopathy', 'Cardiomyopathy'),
  once('valves', 'Valvular disease'),
  once('pericarditis', 'Pericarditis for 6 months, or pericardiectomy'),
  once('claudication', 'Claudication for 6 months'),
  once('minor-tissue-loss', 'Minor tissue loss'),
  twice('major-tissue-loss', 'Significant tissue loss, 2 for more than one site'),
  once('venous-thrombosis', 'Venous thrombosis with swelling, ulceration or stasis'),
  twice('bowel', 'Infarction or resection in the abdomen, 2 for more than one site'),
  once('mesenteric', 'Mesenteric insufficiency'),
  once('peritonitis', 'Chronic peritonitis'),
  once('stricture', 'Stricture or surgery of the upper tract'),
  once('pancreas', 'Pancreatic insufficiency'),
  once('muscle', 'Muscle atrophy or weakness'),
  once('erosive-arthritis', 'Deforming or erosive arthritis'),
  once('fracture', 'Osteoporotic fracture or collapse'),
  twice('avascular-necrosis', 'Avascular necrosis, 2 for more than one'),
  once('osteomyelitis', 'Osteomyelitis'),
  once('tendons', 'Ruptured tendons'),
  once('scarring-alopecia', 'Scarring alopecia'),
  once('skin-scarring', 'Extensive scarring of the skin'),
  once('skin-ulcers', 'Ulcers of the skin for 6 months'),
  once('gonads', 'Premature gonadal failure'),
  once('diabetes', 'Diabetes'),
  twice('malignancy', 'Malignancy, 2 for more than one site'),
];

const replacedByEndStage = ['low-filtration', 'heavy-proteinuria'];
const endStagePoints = 3;

const total = (counts: ReadonlyMap<string, number>): number => {
  const endStage = (counts.get('end-stage-kidney') ?? 0) > 0;
  return items.reduce((sum, { id: name }) => {
    if (name === 'end-stage-kidney') return sum + (endStage ? endStagePoints : 0);
    return sum + (endStage && replacedByEndStage.includes(name) ? 0 : (counts.get(name) ?? 0));
  }, 0);
};

/**
 * Damage since the onset of lupus that has been there for at least 6 months, whatever caused it: 41 items in twelve
 * systems, 0 to 47. It never falls from one assessment to the next.
 *
 * @source gladman1996
 * @returns whole number; bounds when items were not assessed
 */
export const sdi: Measure = {
  id,
  title,
  value: { kind: 'score', least: 0, most: 47 },
  instrument: countedInstrument(id, title, items),
  source: 'gladman1996',
  rule: 'sdi/1',
  compute: (sitting) => totalOfCounts(id, items, total, sitting),
  explain: (measured) => `${id} ${sayNumber(measured)}: ${sayCounts(id, measured.evidence)}`,
};
