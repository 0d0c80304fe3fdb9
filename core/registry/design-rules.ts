import { contentsOf, type Passage, pageStatements, passagesIn, quotesIn, silentAt } from './passages.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';

const observed = ({ design }: RegistryRecord): boolean => design.type === 'observational';

const said = (record: RegistryRecord, pattern: RegExp): readonly QuotedPlace[] =>
  quotesIn(pageStatements(record), pattern);

const participantMasked: RecordRule = {
  id: 'masked-without-treatment',
  severity: 'error',
  find: ({ design, arms }) => {
    const { masking, 'masked roles': roles } = design;
    const untreated = arms.findIndex(({ type }) => type === 'no intervention');
    if (masking === undefined || masking === 'none' || untreated < 0) return [];
    if (roles.length > 0 && !roles.includes('participant')) return [];
    const places = [
      { place: 'design.masking', quote: masking },
      { place: `arms[${untreated + 1}].type`, quote: 'no intervention' },
    ];
    const what = 'Participants are masked, and one arm gets nothing: who has no infusion knows it.';
    return [{ places, what, question: 'Who was really masked, and to what?', reading: 'open, with a masked assessor' }];
  },
};

const allocationOpen: RecordRule = {
  id: 'allocation-not-stated',
  severity: 'warning',
  find: (record) => {
    const random = said(record, /\brandomi[sz]\w+/gi);
    if (observed(record) || record.design.allocation !== undefined || (random.length === 0 && record.arms.length < 2))
      return [];
    const what = 'Groups are compared, and the design does not say how participants are allocated.';
    const question = 'Is allocation random, by which method, in which ratio and strata, and who keeps the list?';
    const places = [silentAt('design.allocation'), ...random];
    return [{ places, what, question, reading: random.length > 0 ? 'random, 1 to 1' : undefined }];
  },
};

const maskingOpen: RecordRule = {
  id: 'masking-not-stated',
  severity: 'warning',
  find: (record) => {
    const blind = said(record, /\b(?:single|double|triple)[- ](?:blind\w*|masked)/gi);
    if (observed(record) || record.design.masking !== undefined || (blind.length === 0 && record.arms.length < 2))
      return [];
    const what = 'Groups are compared, and the design has no entry for masking.';
    const places = [silentAt('design.masking'), ...blind];
    const reading = blind.length > 0 ? 'as the words have it' : 'open';
    return [{ places, what, question: 'Who may know the allocation, and how is it kept from the others?', reading }];
  },
};

const rolesNamed =
  /\b(?:participant|patient|investigator|physician|assessor|care provider)s?\b[^.;]{0,40}\b(?:know|aware|masked|blind)/i;

const maskedRoles: RecordRule = {
  id: 'masked-roles-not-stated',
  severity: 'warning',
  find: (record) => {
    const blind = said(record, /\b(?:single|double|triple)[- ](?:blind\w*|masked)/gi);
    const { masking = 'none', 'masked roles': roles } = record.design;
    const named = pageStatements(record).some(({ text }) => rolesNamed.test(text));
    if ((masking === 'none' && blind.length === 0) || roles.length > 0 || named) return [];
    const what = 'The trial is masked, and nobody says for whom.';
    const places = [silentAt('design.masked roles'), ...blind];
    const question = 'Which of participant, care provider, investigator and assessor are masked, to which product?';
    return [{ places, what, question, reading: 'participant and investigator' }];
  },
};

const enrolmentSum: RecordRule = {
  id: 'enrolment-sum-differs',
  severity: 'warning',
  find: ({ arms, enrolment }) => {
    const counts = arms.flatMap(({ participants }) => participants ?? []);
    const sum = counts.reduce((total, each) => total + each, 0);
    if (counts.length < Math.max(1, arms.length) || enrolment === undefined || enrolment.participants === sum)
      return [];
    const places = [
      { place: 'enrolment.participants', quote: String(enrolment.participants) },
      ...counts.map((count, index) => ({ place: `arms[${index + 1}].participants`, quote: String(count) })),
    ];
    const what = `The arms add up to ${sum} participants, the enrolment is ${enrolment.participants}.`;
    return [{ places, what, question: 'How many took part in each arm?', reading: undefined }];
  },
};

const noMargin: RecordRule = {
  id: 'non-inferiority-without-margin',
  severity: 'error',
  find: (record) => {
    const claim = said(record, /\bnon-?\s?inferiority\b/gi);
    const texts: readonly Passage[] = contentsOf(record).flatMap(passagesIn);
    if (claim.length === 0 || texts.some(({ text }) => /\bmargin\b/i.test(text))) return [];
    const what = 'Non-inferiority is claimed without a margin.';
    const question = 'Which margin, on which scale, with which confidence level and analysis population?';
    return [{ places: claim, what, question, reading: undefined }];
  },
};

const placeboAgainstActive: RecordRule = {
  id: 'placebo-controlled-against-active-control',
  severity: 'error',
  find: (record) => {
    const placebo = said(record, /\bplacebo-?\s?controlled\b/gi);
    const active = said(
      record,
      /\bnon-?\s?inferiority\b|\bcompared (?:to|with) (?!placebo|sham|baseline)\w+(?: \w+)?/gi,
    );
    const dummy = said(record, /\bdouble[- ]dummy\b/gi);
    if (placebo.length === 0 || active.length === 0 || dummy.length > 0) return [];
    const what = 'The trial calls itself placebo-controlled and compares with an active treatment.';
    const question = 'Does every participant get one active product and the placebo of the other (double dummy)?';
    return [{ places: [...placebo, ...active], what, question, reading: 'double dummy' }];
  },
};

const controlDiffers: RecordRule = {
  id: 'control-described-differently',
  severity: 'information',
  find: (record) => {
    const controls = said(record, /\b\w+-controlled\b/gi);
    const kinds = new Set(controls.map(({ quote }) => quote?.toLowerCase()));
    if (kinds.size < 2) return [];
    const what = `The control is described in ${kinds.size} ways.`;
    return [{ places: controls, what, question: 'What does the control group get?', reading: undefined }];
  },
};

const centresDiffer: RecordRule = {
  id: 'centres-differ',
  severity: 'warning',
  find: (record) => {
    const several = contentsOf(record)
      .flatMap(passagesIn)
      .filter(({ kind }) => kind === 'title' || kind === 'summary' || kind === 'description');
    const claimed = quotesIn(several, /\bmulti-?\s?cent(?:re|er)\b/gi);
    const [site] = record.sites;
    if (claimed.length === 0 || site === undefined || record.sites.length > 1) return [];
    const what = 'Several centres are claimed, and the page lists one.';
    const places = [...claimed, { place: 'sites[1].facility', quote: site.facility }];
    return [{ places, what, question: 'Which sites take part?', reading: 'the one site of the page' }];
  },
};

export const designRules: readonly RecordRule[] = [
  participantMasked,
  allocationOpen,
  maskingOpen,
  maskedRoles,
  enrolmentSum,
  noMargin,
  placeboAgainstActive,
  controlDiffers,
  centresDiffer,
];
