/**
 * What `import … from 'trialwright/measures'` gives: every measure, what it needs and what it answers. It runs in Node
 * and in a browser, and brings nothing of the rest.
 */
export { acr1997Count } from '#core/measures/acr-1997.ts';
export { ageBy } from '#core/measures/age.ts';
export { catalogue } from '#core/measures/catalogue.ts';
export { creatinineClearance } from '#core/measures/creatinine-clearance.ts';
export { egfrByAge } from '#core/measures/egfr-by-age.ts';
export { egfrCkdEpi2009 } from '#core/measures/egfr-ckd-epi-2009.ts';
export { computeCkdEpi2021, egfr } from '#core/measures/egfr-ckd-epi-2021.ts';
export { egfrCkidU25 } from '#core/measures/egfr-ckid-u25.ts';
export { egfrCreatinineCystatin } from '#core/measures/egfr-creatinine-cystatin.ts';
export { egfrCystatin } from '#core/measures/egfr-cystatin.ts';
export { egfrMdrd } from '#core/measures/egfr-mdrd.ts';
export { egfrSchwartz } from '#core/measures/egfr-schwartz.ts';
export { eularAcr2019, eularAcr2019Score } from '#core/measures/eular-acr-2019.ts';
export { lnClass } from '#core/measures/ln-class.ts';
export { lupusQol } from '#core/measures/lupus-qol.ts';
export type { EarlierSitting, Measure, MeasureKind, Sitting } from '#core/measures/measure.ts';
export type { Measured, Missing } from '#core/measures/measured.ts';
export { nihActivity, nihChronicity } from '#core/measures/nih-indices.ts';
export { pga, pgaMillimetres, pgaTen } from '#core/measures/pga.ts';
export { prednisoneEquivalent } from '#core/measures/prednisone-equivalent.ts';
export { rand36 } from '#core/measures/rand-36.ts';
export { sayRange } from '#core/measures/say.ts';
export { sdi } from '#core/measures/sdi.ts';
export { sf36 } from '#core/measures/sf-36.ts';
export { sledai2k, sledai2kClinical, sledai2kRenal } from '#core/measures/sledai-2k.ts';
export { sledaiProposals } from '#core/measures/sledai-2k-proposals.ts';
export { slicc2012 } from '#core/measures/slicc-2012.ts';
export { collectionAdequacy, proteinPerDay, proteinToCreatinine } from '#core/measures/urine-protein.ts';
export { gradeLaboratory } from '#core/safety/ctcae/grade-laboratory.ts';
export { laboratoryTerms } from '#core/safety/ctcae/laboratory-term.ts';
