import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { recordIn } from '#core/conduct/trial-event.ts';
import { type DeviationKind, deviationKinds } from './deviation-kinds.ts';
import {
  added,
  adverseEvent,
  all,
  asked,
  beginningOn,
  type Course,
  changed,
  corrected,
  courses,
  day,
  deviationsOf,
  doseBy,
  type Edit,
  ended,
  home,
  inEurope,
  isNumber,
  isSection,
  isVisit,
  kindsOf,
  movedVisit,
  ownAt,
  pregnancyOf,
  readOn,
  recorded,
  reportedEvent,
  serious,
  stopped,
  until,
  whatever,
  withItem,
  without,
  withoutVisit,
  withWindow,
} from './given.ts';

const grave = { ...serious, related: true };

// Every kind has a clean participant and one edit after which exactly that kind is found, so that no rule is dead, none
// sees what is not there, and no two say the same. The days follow from the schedules of the founding trials.

// biome-ignore format: one row a line
const planted: Readonly<Record<DeviationKind, readonly [from: keyof typeof courses, ...edits: readonly Edit[]]>> = {
  'act without consent': ['cells', changed('consent given', whatever, { on: day(-12) })],
  'guardian consent missing': ['minor', changed('consent given', whatever, { on: day(-11) }, 3), added(-14, { type: 'consent given', on: day(-14), version: '0.9' })],
  'assent missing': ['minor', changed('assent given', whatever, { on: day(-12) }, 2)],
  'own consent missing': ['infusions', changed('participant described', whatever, { born: '2008-05-19' }), movedVisit('screening', -12), added(-11, ownAt(-11))],
  're-consent late': ['comes of age', changed('consent given', ({ version }) => version === '1.1', { on: day(170) }, 2)],
  'consent entered late': ['cells', changed('consent given', whatever, {}, 8)],

  'screening too early': ['cells', beginningOn(-29), movedVisit('screening', -29)],
  'screening too late': ['cells', withWindow('screening', -28, -15)],
  'enrolled long before allocation': ['cells', beginningOn(-24), movedVisit('screening', -24), changed('participant enrolled', whatever, { on: day(-22) }, -12)],
  'enrolled and not allocated': ['cells', until(-1)],
  'found ineligible later': ['cells', added(20, recorded('vaccination', 'yellow-fever-vaccine', day(-20)))],
  'eligibility no longer shown': ['cells', added(-12, corrected('screening', 'creatinine', 'not done'))],

  'wrong stratum': ['tablets', added(0, corrected('screening', 'UPCR', '3.1', 'g/g'))],
  'allocation backdated': ['cells', changed('participant randomised', whatever, {}, 1)],
  'screening form after allocation': ['cells', movedVisit('screening', -5), changed('participant enrolled', whatever, { on: day(-4) }, 6), changed('section recorded', isSection('screening', 'body'), {}, 6)],
  'baseline form after allocation': ['cells', changed('section recorded', isSection('baseline', 'disease activity'), {}, 1)],
  'treatment never begun': ['cells', without('dose prepared'), without('dose given'), added(0, stopped(0))],

  'visit before its window': ['cells', movedVisit('week 4', 24)],
  'visit after its window': ['cells', movedVisit('week 4', 32)],
  'primary visit outside its window': ['cells', movedVisit('week 24', 172), changed('participation ended', whatever, { on: day(172) }, 5)],
  'visit missed': ['cells', withoutVisit('week 8'), added(60, { type: 'visit missed', visit: 'week 8' })],
  'primary visit missed': ['tablets', changed('medicine returned', home('week 24'), { visit: 'week 36', on: day(252) }, 84), withoutVisit('week 24'), added(176, { type: 'visit missed', visit: 'week 24' })],
  'visit overdue': ['cells', withoutVisit('week 8')],
  'visits out of order': ['cells', withWindow('week 4', 25, 70), movedVisit('week 4', 58)],
  'two visits on one day': ['cells', withWindow('week 4', 25, 70), movedVisit('week 4', 56)],
  'visit entered late': ['cells', changed('visit held', isVisit('week 4'), {}, 8)],

  'section empty': ['cells', without('section recorded', isSection('week 4', 'disease activity'))],
  'item left out': ['cells', withItem('week 8', 'PGA', undefined)],
  'item not done': ['cells', withItem('week 8', 'PGA', 'not done')],
  'primary endpoint not known': ['cells', withItem('week 24', 'UPCR', undefined), withItem('week 24', 'protein-24h', 'not done')],
  'judgement not given': ['cells', without('judgements recorded', isVisit('week 8'))],
  'history not signed': ['cells', without('history completed', ({ source, through }) => source === 'vaccination' && through === day(168))],
  'form filled late': ['cells', changed('section recorded', isSection('week 8', 'kidney'), {}, 8)],
  'judgement given late': ['cells', changed('judgements recorded', isVisit('week 8'), {}, 8)],
  'history signed late': ['cells', without('history completed', ({ source, through }) => source === 'procedure' && through === day(56))],
  'item corrected late': ['cells', added(60, corrected('week 4', 'PGA', '1.1'))],
  'item corrected again': ['cells', added(30, corrected('week 4', 'PGA', '1.1'), corrected('week 4', 'PGA', '1.2'))],
  'pregnancy test not done': ['infusions', withItem('week 24', 'urine-hCG', 'not done')],

  'dose early': ['infusions', changed('dose given', isNumber(2), { on: day(24) }, -4), changed('dose prepared', isNumber(2), { on: day(24) }, -4), readOn(2, 24)],
  'dose late': ['il-2', changed('dose given', isNumber(7), { on: day(14) }, 2)],
  'dose missed': ['il-2', without('dose given', isNumber(7)), added(12, { type: 'dose missed', dose: 'il-2-injection', number: 7, on: day(12), why: 'fever' })],
  'dose overdue': ['il-2', without('dose given', isNumber(7))],
  'doses out of order': ['il-2', doseBy({ 'every days': 1 }), changed('dose given', whatever, {}), ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => [0, 7, 14].map((before, cycle) => changed('dose given', isNumber(n + before), { on: day(28 * cycle + n - 1) }, 0))), changed('dose given', isNumber(2), { on: day(2) }), changed('dose given', isNumber(3), { on: day(1) })],
  'two doses on one day': ['il-2', changed('dose given', isNumber(2), { on: day(3) }, 1), changed('dose given', isNumber(3), { on: day(3) })],
  'dose of another arm': ['il-2', added(5, { type: 'dose given', dose: 'msc-infusion', number: 1, on: day(5), planned: day(5), amount: '1', unit: '{cells}' })],
  'dose after discontinuation': ['il-2', added(70, stopped(67))],
  'dose of a wrong amount': ['cells', added(3, corrected('baseline', 'weight', '50', 'kg'))],
  'dose prepared in a wrong amount': ['tablets', changed('dose prepared', isNumber(2), { amount: '112' })],
  'dose by an old weight': ['cells', doseBy({ 'weight at': 'screening' }), beginningOn(-15), movedVisit('screening', -15)],
  'bedside readings missing': ['infusions', without('dose observed', isNumber(2))],
  'bedside readings off time': ['infusions', changed('dose given', isNumber(2), { course: { started: '09:06', stopped: '10:00' } })],
  'dose entered late': ['il-2', changed('dose given', isNumber(21), {}, 8)],

  'dose without preparation': ['cells', without('dose prepared')],
  'dose before its preparation': ['infusions', changed('dose prepared', isNumber(2), { on: day(29) }, 1)],
  'prepared on another day': ['infusions', changed('dose prepared', isNumber(2), { on: day(27) })],
  'dose long after preparation': ['infusions', changed('dose prepared', isNumber(2), { on: day(26) })],
  'prepared and not given': ['infusions', without('dose given', isNumber(3)), added(56, stopped(56))],

  'dose after a stopping rule': ['infusions', withItem('baseline', 'urine-hCG', 'positive')],
  'dose despite an interruption': ['infusions', withItem('week 4', 'ALT', '200')],
  'dose after a positive pregnancy test': ['il-2', added(-14, corrected('screening', 'serum-hCG', 'positive')), withItem('screening', 'childbearing-potential', 'no')],

  'medicine not dispensed': ['tablets', without('medicine dispensed', home('week 24', 'mmf-maintenance')), without('medicine returned', home('week 36', 'mmf-maintenance'))],
  'too few units dispensed': ['tablets', changed('medicine dispensed', home('week 8'), { units: 55 })],
  'too many units dispensed': ['tablets', changed('medicine dispensed', home('week 8'), { units: 73 }), changed('medicine returned', home('week 12'), { units: 17 })],
  'medicine not returned': ['tablets', without('medicine returned', home('week 12'))],
  'taken too little': ['tablets', changed('medicine returned', home('week 12'), { units: 12 })],
  'taken too much': ['tablets', changed('medicine dispensed', home('week 8'), { units: 70 })],
  'medicine after discontinuation': ['tablets', added(255, stopped(251))],
  'medicine entered late': ['tablets', changed('medicine dispensed', home('week 8'), {}, 8)],
  'discontinuation entered late': ['cells', added(18, stopped(10))],

  'prohibited medicine begun': ['infusions', added(30, recorded('medication', 'rituximab', day(30)))],
  'prohibited medicine continued': ['infusions', added(-14, recorded('medication', 'belimumab', day(-90), 'ongoing'))],
  'prohibited procedure': ['tablets', added(100, recorded('procedure', 'plasmapheresis', day(100)))],
  'prohibited vaccine': ['tablets', added(100, recorded('vaccination', 'yellow-fever-vaccine', day(100)))],

  'adverse event entered late': ['cells', added(28, adverseEvent('adverse-event', day(20)))],
  'serious event possibly reported late': ['cells', added(22, adverseEvent('adverse-event', day(20), { attributes: serious }))],
  'serious event reported late': ['cells', added(20, adverseEvent('adverse-event', day(20), { attributes: grave })), reportedEvent('2026-06-21', '2026-06-23')],
  'report to an authority late': ['cells', inEurope, added(20, adverseEvent('adverse-event', day(20), { attributes: grave })), reportedEvent('2026-06-21', '2026-06-21')],
  'pregnancy reported late': ['cells', added(170, pregnancyOf('participant', '2026-07-28', '2026-07-30'))],
  'adverse event before consent': ['cells', added(-14, adverseEvent('adverse-event', day(-15)))],
  'adverse event after the end': ['cells', added(171, adverseEvent('adverse-event', day(171)))],
  'seriousness not answered': ['cells', added(20, adverseEvent('adverse-event', day(20), { attributes: { related: false } }))],
  'cause not answered': ['cells', added(20, adverseEvent('adverse-event', day(20), { attributes: { serious: false } }))],
  'fatal event and no death': ['cells', added(20, adverseEvent('adverse-event', day(20), { attributes: { ...serious, fatal: true } }))],
  'death without a fatal event': ['cells', changed('participation ended', whatever, { how: 'died' })],

  'visit after the end': ['cells', changed('participation ended', whatever, { on: day(167), how: 'withdrawn' })],
  'dose after the end': ['il-2', until(67), changed('dose given', whatever, {}), added(68, ended(65, 'withdrawn')), added(66, { type: 'dose given', dose: 'il-2-injection', number: 20, on: day(66), planned: day(66), amount: '1000000', unit: 'IU' })],
  'completed without the last visit': ['cells', withoutVisit('week 24'), changed('participation ended', whatever, { on: day(150) }, -19)],
  'withdrawn without a last visit': ['tablets', until(170), added(197, ended(197, 'withdrawn'))],
  'lost without missed visits': ['cells', until(120), added(130, ended(130, 'lost to follow-up'))],
  'no contact': ['cells', withoutVisit('week 8'), withoutVisit('week 12')],
  'participation not ended': ['cells', without('participation ended'), asked(202)],
  'end entered late': ['cells', changed('participation ended', whatever, {}, 8)],
};

for (const [name, course] of Object.entries(courses))
  test(`clean, ${name}: no deviation`, () => assert.deepEqual(deviationsOf(course), []));

for (const [kind, [from, ...edits]] of Object.entries(planted)) {
  const course = all(...edits)(courses[from]);
  test(`${kind}: found in ${from}, and nothing else`, () => assert.deepEqual(kindsOf(course), [kind]));
  test(`${kind}: it points to an event of the stream and says how it is`, () => {
    const versions = course.steps.map((_, index) => recordIn('participant/P-001', index + 1, ''));
    for (const { record, says, on, participant } of deviationsOf(course)) {
      assert.ok(versions.includes(record.replace(/(#\d+\/).*$/, '$1')), record);
      assert.match(says, /^[A-Z0-9].*\.$/);
      assert.match(on, /^\d{4}-\d\d-\d\d$/);
      assert.equal(participant, 'P-001');
    }
  });
}

test('each kind is planted, and there are at least 40', () => {
  assert.deepEqual(Object.keys(planted), Object.keys(deviationKinds));
  assert.ok(Object.keys(planted).length >= 40);
});

test('they come in the order of the days', () => {
  const found = deviationsOf(all(movedVisit('week 4', 32), movedVisit('week 8', 52))(courses.cells));
  assert.deepEqual(
    found.map(({ kind, on }) => [kind, on]),
    [
      ['visit after its window', day(32)],
      ['visit before its window', day(52)],
    ],
  );
});

const names = ['cells', 'il-2', 'tablets', 'infusions', 'minor', 'comes of age'] as const;
const visitEdits = fc.tuple(
  fc.nat(40),
  fc.integer({ min: -9, max: 30 }),
  fc.constantFrom('move', 'drop', 'miss', 'empty'),
);

/** A course with some of its visits moved, dropped, missed or left empty. */
const spoilt = (name: (typeof names)[number], edits: readonly (readonly [number, number, string])[]): Course =>
  edits.reduce((course: Course, [which, away, how]) => {
    const { visits } = course.study.definition;
    const visit = visits[which % visits.length];
    if (visit === undefined || visit.day < 0) return course;
    switch (how) {
      case 'move':
        return movedVisit(visit.id, Math.max(0, visit.day + away))(course);
      case 'drop':
        return withoutVisit(visit.id)(course);
      case 'miss':
        return all(withoutVisit(visit.id), added(visit.latest, { type: 'visit missed', visit: visit.id }))(course);
      default:
        return without('section recorded', (each) => each.visit === visit.id)(course);
    }
  }, courses[name]);

test('whatever becomes of the visits: each deviation is of the catalogue, points to an event and has its sentence', () =>
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(visitEdits, { maxLength: 6 }), (name, edits) => {
      const course = spoilt(name, edits);
      const events = new Set(course.steps.map((_, index) => recordIn('participant/P-001', index + 1, '')));
      for (const { kind, importance, record, says } of deviationsOf(course)) {
        assert.equal(importance, deviationKinds[kind].importance);
        assert.ok(events.has(record.replace(/(#\d+\/).*$/, '$1')), `${kind}: ${record}`);
        assert.doesNotMatch(says, /undefined|NaN|Infinity/);
      }
    }),
    { numRuns: 60 },
  ));

/** A gap takes up the visits that were overdue in it, so that those two are not counted. */
const lasting = (course: Course, n: number): readonly string[] =>
  deviationsOf(asked(n)(course))
    .filter(({ kind }) => kind !== 'visit overdue' && kind !== 'no contact')
    .map(({ kind, record, visit, dose }) => [kind, record, visit, dose].join('|'));

test('nothing that was found goes away by waiting', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(visitEdits, { maxLength: 4 }),
      fc.integer({ min: 0, max: 500 }),
      fc.nat(100),
      (name, edits, first, more) => {
        const course = spoilt(name, edits);
        const later = new Set(lasting(course, first + more));
        assert.deepEqual(
          lasting(course, first).filter((each) => !later.has(each)),
          [],
        );
      },
    ),
    { numRuns: 60 },
  ));

test('the same log gives the same answer', () => {
  const course = spoilt('tablets', [
    [4, 20, 'move'],
    [6, 0, 'drop'],
  ]);
  assert.deepEqual(deviationsOf(course), deviationsOf(course));
  assert.ok(deviationsOf(course).length > 2);
});
