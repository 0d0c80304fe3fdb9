import type { Study } from '#core/study/study.ts';
import { reviewRights } from './review/review-rights.ts';

/** Acts by the roles that may do them. */
export type Rights = Readonly<Record<string, readonly string[]>>;

const conductRights: Rights = {
  investigator: [
    'identify',
    'ask transfer',
    'withdraw transfer',
    'accept transfer',
    'decline',
    'give consent',
    'give assent',
    'describe',
    'hold visit',
    'miss visit',
    'record section',
    'correct item',
    'record judgements',
    'record history',
    'end course',
    'correct history',
    'strike history',
    'complete history',
    'assess eligibility',
    'screen again',
    'enrol',
    'randomise',
    'assign',
    'prepare dose',
    'discard dose',
    'give dose',
    'observe dose',
    'miss dose',
    'dispense',
    'return medicine',
    'discontinue treatment',
    'break code',
    'end participation',
    'take back end',
  ],
  coordinator: [
    'observe dose',
    'identify',
    'decline',
    'describe',
    'hold visit',
    'miss visit',
    'record section',
    'correct item',
    'record history',
    'end course',
    'correct history',
    'strike history',
    'complete history',
    'dispense',
    'return medicine',
  ],
  pharmacist: ['prepare dose', 'discard dose'],
  laboratory: ['record sealed results', 'correct item'],
  'safety physician': ['break code'],
};

const studyRights: Rights = {
  sponsor: [
    'draft study',
    'approve study',
    'draft amendment',
    'approve amendment',
    'open study',
    'pause study',
    'resume study',
    'close recruitment',
    'cut data',
    'lock primary analysis',
    'lock data',
    'unlock data',
  ],
  'protocol author': ['draft study', 'draft amendment'],
  'data manager': ['cut data'],
  'safety physician': ['pause study'],
  'unblinded statistician': ['seal allocation list', 'seal kit list', 'unblind study'],
};

const lotRights: Rights = {
  pharmacist: [
    'receive lot',
    'quarantine lot',
    'reserve unit',
    'end reservation',
    'return unit',
    'destroy units',
    'send lot',
    'accept lot',
  ],
  'quality person': ['quarantine lot', 'release lot', 'authorise use', 'recall lot', 'send lot'],
};

const siteRights: Rights = {
  sponsor: [
    'activate site',
    'name principal',
    'record training',
    'accept version',
    'pause site',
    'resume site',
    'close site',
  ],
  investigator: ['delegate', 'end delegation', 'record training', 'pause site'],
};

const safetyRights: Rights = {
  investigator: ['report event', 'follow up event', 'report pregnancy', 'record pregnancy outcome'],
  'safety physician': ['assess event', 'record report sent'],
};

/** The acts that each role may do; what is not listed may not be done. */
const families: readonly Rights[] = [conductRights, studyRights, siteRights, lotRights, safetyRights, reviewRights];

const mayDo: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set(families.flatMap((family) => Object.keys(family)))].map((role) => [
    role,
    new Set(families.flatMap((family) => family[role] ?? [])),
  ]),
);

export const roleMay = (role: string, act: string): boolean => mayDo.get(role)?.has(act) ?? false;

/** Acts for which whoever does them has to know the arm. */
const tellsTheArm: readonly string[] = ['prepare dose', 'discard dose'];

/** In a design that keeps the arm from investigators, an investigator may not do what takes knowing it. */
export const isMaskedFrom = ({ definition }: Study, role: string, act: string): boolean =>
  role === 'investigator' && tellsTheArm.includes(act) && definition.masking?.masked.includes('investigator') === true;
