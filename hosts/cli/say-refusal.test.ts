import assert from 'node:assert/strict';
import test from 'node:test';
import { precedence } from '#core/conduct/first-refusal.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { sayRefusal } from './say-refusal.ts';

const rows: readonly (readonly [Refusal, string])[] = [
  [{ refused: 'role may not', role: 'monitor', act: 'randomise' }, 'a monitor may not randomise'],
  [{ refused: 'already approved', hash: '1cead1ca43c894684fb0' }, 'the study is approved already (1cead1ca43c8)'],
  [{ refused: 'study not approved' }, 'the study is not approved'],
  [{ refused: 'not drafted' }, 'this version was not drafted: what is approved is what was drafted'],
  [{ refused: 'own draft', author: 'pi' }, 'pi wrote this version; somebody else has to approve it'],
  [{ refused: 'definition faulty', faults: ['id: no', 'arms: none'] }, 'the definition is faulty: id: no; arms: none'],
  [
    { refused: 'allocation fixed' },
    'arms and allocation are those that the sealed list was drawn by; an amendment cannot change them',
  ],
  [{ refused: 'version unknown', version: '1cead1ca43c894684fb0' }, 'no version 1cead1ca43c8 was approved'],
  [{ refused: 'study paused', on: '2027-03-02', what: 'recruitment' }, 'recruitment paused since 2027-03-02'],
  [{ refused: 'site not active', site: 'x' }, 'site x is not active'],
  [{ refused: 'site closed', site: 'x', on: '2027-03-02' }, 'site x was closed on 2027-03-02'],
  [{ refused: 'site paused', site: 'x', on: '2027-03-02' }, 'site x is paused since 2027-03-02'],
  [{ refused: 'not the principal', person: 'dr-2' }, 'dr-2 is not the principal investigator, who alone delegates'],
  [
    { refused: 'not delegated', person: 'dr-2', role: 'pharmacist', site: 'x' },
    'dr-2 is not delegated as pharmacist at x on that day',
  ],
  [
    { refused: 'not trained', person: 'dr-2', version: '1cead1ca43c894684fb0' },
    'dr-2 has no training in version 1cead1ca43c8, which is in force',
  ],
  [{ refused: 'visit locked', visit: 'week 24' }, 'week 24 is locked for the primary analysis'],
  [{ refused: 'questions open', questions: ['Q1', 'Q2'] }, 'these questions must be answered first: Q1, Q2'],
  [{ refused: 'allocation not supported', method: 'single group' }, 'this study allocates otherwise: single group'],
  [{ refused: 'recruitment closed', on: '2027-03-02' }, 'recruitment was closed on 2027-03-02'],
  [{ refused: 'data locked', on: '2027-03-02' }, 'the data were locked on 2027-03-02'],
  [{ refused: 'data not locked' }, 'the data are not locked'],
  [{ refused: 'participants still followed', participants: ['001', '002'] }, 'still followed: 001, 002'],
  [
    { refused: 'sealed', items: ['lymphocytes'] },
    'lymphocytes would tell the arm; whoever may know it records this as sealed results',
  ],
  [{ refused: 'stratum not known', strata: ['heavy'] }, 'not known, and allocation hangs on it: heavy'],
  [{ refused: 'arm full', arm: 'cells', participants: 11 }, 'cells has its 11 participants'],
  [{ refused: 'given otherwise', dose: 'mmf', how: 'at home' }, 'mmf is taken at home'],
  [{ refused: 'not masked' }, 'nothing is masked in this study'],
  [{ refused: 'second person missing' }, 'a second person has to check what one has prepared'],
  [{ refused: 'dose not prepared' }, 'the dose has not been prepared'],
  [{ refused: 'partner has not agreed' }, 'details of a partner’s pregnancy are recorded once she has agreed'],
  [{ refused: 'event not reported', record: 'a#1/b.1' }, 'a#1/b.1 has to be reported first'],
  [
    { refused: 'event contradicts itself', why: 'serious without a criterion' },
    'serious without a criterion; set right what is wrong first',
  ],
  [{ refused: 'list not sealed' }, 'there is no sealed allocation list'],
  [{ refused: 'list sealed already' }, 'the allocation list is sealed already'],
  [{ refused: 'study not open' }, 'the study is not open'],
  [{ refused: 'participant exists', participant: '001' }, 'participant 001 exists already'],
  [{ refused: 'participant unknown', participant: '001' }, 'participant 001 is not known'],
  [{ refused: 'site unknown', site: 'x' }, 'site x is not known'],
  [
    { refused: 'participation ended', how: 'withdrawn', on: '2026-03-02' },
    'participation ended on 2026-03-02 (withdrawn)',
  ],
  [{ refused: 'consent missing' }, 'there is no consent'],
  [
    { refused: 'consent wanting', wanting: ['consent of a parent or guardian', 'assent'] },
    'wanting first: consent of a parent or guardian, assent',
  ],
  [{ refused: 'done already', what: 'week 4' }, 'week 4 is recorded already; correct it with a reason'],
  [
    { refused: 'date impossible', date: '2026-13', why: 'no date' },
    '"2026-13" is no date; write 2026-03-02, 2026-03 or 2026',
  ],
  [{ refused: 'date impossible', date: '2027-01-01', why: 'in the future' }, '2027-01-01 is in the future'],
  [{ refused: 'date impossible', date: '2020-01-01', why: 'before consent' }, '2020-01-01 is before consent'],
  [
    { refused: 'name unknown', kind: 'visit', name: 'week 42', nearest: 'week 24' },
    '"week 42" is no visit; did you mean week 24?',
  ],
  [{ refused: 'name unknown', kind: 'dose', name: 'x', nearest: undefined }, '"x" is no dose'],
  [
    { refused: 'value not accepted', item: 'PGA', value: '4', accepted: 'a number from 0 to 3' },
    '"4" is not accepted for PGA; expected a number from 0 to 3',
  ],
  [
    { refused: 'unit not accepted', item: 'weight', unit: undefined, accepted: ['kg'] },
    'no unit for weight; expected kg',
  ],
  [
    { refused: 'unit not accepted', item: 'weight', unit: 'lb', accepted: ['kg', 'g'] },
    'the unit "lb" is not accepted for weight; expected kg, g',
  ],
  [{ refused: 'visit not held', visit: 'week 4' }, 'week 4 has not been held'],
  [{ refused: 'value not found', record: 'participant/001#7/UPCR' }, 'participant/001#7/UPCR is not what stands now'],
  [{ refused: 'reason missing' }, 'a reason is required'],
  [{ refused: 'not assessed' }, 'eligibility has not been assessed'],
  [{ refused: 'not eligible', criteria: ['I1', 'E2'] }, 'not eligible by I1, E2'],
  [{ refused: 'information missing', criteria: ['I8'] }, 'information is missing for I8'],
  [{ refused: 'not enrolled' }, 'not enrolled'],
  [{ refused: 'list exhausted', stratum: 'all' }, 'the allocation list of all is exhausted'],
  [{ refused: 'not randomised' }, 'not randomised'],
  [{ refused: 'assignment not known' }, 'the assignment is not known here'],
  [{ refused: 'dose not of this arm', dose: 'il-2-injection', arm: 'msc' }, 'il-2-injection is no dose of msc'],
  [{ refused: 'dose not due', dose: 'd', number: 3, next: 2 }, 'd 3 is not due; next is 2'],
  [{ refused: 'dose not due', dose: 'd', number: 22, next: undefined }, 'd 22 is not due; none is left'],
  [{ refused: 'weight missing', visit: 'baseline' }, 'the weight at baseline is missing'],
  [{ refused: 'treatment discontinued', on: '2026-03-02' }, 'treatment was discontinued on 2026-03-02'],
  [{ refused: 'frozen', visit: 'week 4' }, 'week 4 is frozen; a data manager may unfreeze it, with a reason'],
  [{ refused: 'not frozen', visit: 'week 4' }, 'week 4 is not frozen'],
  [{ refused: 'queries open', queries: ['Q1', 'Q2'] }, 'settle first: Q1, Q2'],
  [{ refused: 'query stands otherwise', query: 'Q1', stands: 'withdrawn' }, 'Q1 is withdrawn'],
  [
    { refused: 'data not ready', queries: 2, unsigned: 0, void: 0, uncoded: 1 },
    '2 queries are not settled, 1 adverse event has no code',
  ],
  [
    { refused: 'not given or not watched', dose: 'd', number: 2 },
    'd 2 was not given, or nothing is measured around it',
  ],
  [{ refused: 'lot exists', lot: 'L-7' }, 'lot L-7 exists already'],
  [{ refused: 'lot unknown', lot: 'L-7' }, 'lot L-7 is not known'],
  [{ refused: 'lot missing' }, 'the lot has to be named: this study keeps its stock here'],
  [{ refused: 'lot not usable', lot: 'L-7', why: 'recalled' }, 'lot L-7 was recalled'],
  [
    { refused: 'out of specification', lot: 'L-7', viability: '69.5', least: '70' },
    'lot L-7 has 69.5% living cells; its specification asks for 70%',
  ],
  [{ refused: 'kits not there', dose: 'mmf-week-1', asked: 3 }, 'there are not 3 kits of mmf-week-1 at this site'],
  [{ refused: 'units not there', lot: 'L-7', asked: 4, there: 3 }, 'lot L-7 has 3 of the 4 units'],
  [
    { refused: 'dose called back', dose: 'cell-infusion', number: 2 },
    'what was prepared for cell-infusion 2 was called back; it may not be given',
  ],
  [{ refused: 'date impossible', date: '2026-02-28', why: 'before receipt' }, '2026-02-28 is before receipt'],
  [
    { refused: 'name unknown', kind: 'product', name: 'cels', nearest: 'cells' },
    '"cels" is no product; did you mean cells?',
  ],
];

for (const [refusal, sentence] of rows) test(sentence, () => assert.equal(sayRefusal(refusal), sentence));

test('every kind of refusal has a row above, and no sentence says undefined', () => {
  assert.deepEqual(new Set(rows.map(([{ refused }]) => refused)), new Set(precedence));
  for (const [refusal] of rows) assert.doesNotMatch(sayRefusal(refusal), /undefined|null|\[object/);
});
