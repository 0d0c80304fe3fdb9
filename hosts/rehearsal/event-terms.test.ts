import assert from 'node:assert/strict';
import test from 'node:test';
import { ctcaeDictionary } from '#core/conduct/review/ctcae-dictionary.ts';
import { type UsualTerm, usualTerms } from './assumed-events.ts';
import { nameEvent } from './event-terms.ts';
import { after, eventsOf, followedIn, keep, maskedStudy, smallStudy } from './given.ts';
import { codeEvents } from './review.ts';
import { eventAppointments } from './safety-events.ts';
import type { ScenarioChanges } from './scenario.ts';

const one = followedIn(smallStudy(), 'drip');
const many = Array.from({ length: 4000 }, (_, index) => after(index));
type Attributes = Readonly<Record<string, boolean>>;

/** What so many events of a concept are called, each on a day of its own. */
const named = (concept: string, attributes: Attributes, followed = one) =>
  many.map((start) => nameEvent(followed, { concept, start, attributes }));
const shareOf = <T>(all: readonly T[], is: (each: T) => boolean): number => all.filter(is).length / all.length;

const mild = {};
const severe = { 'grade-3-or-worse': true };
const serious = { ...severe, serious: true };
const dangerous = { ...serious, 'life-threatening': true };
const fatal = { ...dangerous, fatal: true };

/** Which grades there are: above 2 only what the record says is, 4 without danger to life only of counts. */
// biome-ignore format: one row a line
const grades: readonly (readonly [what: string, concept: string, attributes: Attributes, expected: readonly number[]])[] = [
  ['a mild event', 'adverse-event', mild, [1, 2]],
  ['a mild infection', 'infection-event', mild, [1, 2]],
  ['serious and not severe', 'infusion-reaction', { serious: true }, [2]],
  ['severe', 'adverse-event', severe, [3, 4]],
  ['a severe infection', 'infection-event', severe, [3]],
  ['serious', 'adverse-event', serious, [3]],
  ['life-threatening', 'infection-event', dangerous, [4]],
  ['a death', 'adverse-event', fatal, [5]],
  ['a reaction', 'infusion-reaction', mild, [1, 2]],
  ['what no table names', 'other-concept', severe, [3]],
];

for (const [what, concept, attributes, expected] of grades)
  test(`${what}: grades ${expected.join(', ')}`, () =>
    assert.deepEqual([...new Set(named(concept, attributes).map(({ grade }) => grade))].toSorted(), expected));

const rowOf = (term: string | undefined): UsualTerm =>
  usualTerms.value.find(([each]) => each === term) ?? assert.fail(term ?? 'no term');

test('a term is of its concept and has the grade; grade 4 without danger to life is a count', () => {
  for (const attributes of [mild, severe, serious, dangerous])
    for (const concept of ['adverse-event', 'infection-event'])
      for (const { term, grade } of named(concept, attributes)) {
        const [, kind, least, most] = rowOf(term);
        assert.ok(least <= grade && grade <= most, `${term} of grade ${grade}`);
        assert.equal(kind === 'infection', concept === 'infection-event');
        if (grade === 4 && attributes === severe) assert.equal(kind, 'count');
      }
});

test('terms come in their shares: headaches among what is mild, pneumonias among severe infections', () => {
  const share = (concept: string, attributes: Attributes, term: string): number =>
    shareOf(named(concept, attributes), (each) => each.term === term);
  // Of the shares of those possible: 12 of 111 without what is injected; 33 of 100 among infections of grade 3.
  const near = (found: number, expected: number) =>
    assert.ok(Math.abs(found - expected) < 4 * Math.sqrt((expected * (1 - expected)) / many.length), String(found));
  near(share('adverse-event', mild, 'Headache'), 12 / 111);
  near(share('infection-event', severe, 'Lung infection'), 33 / 100);
  near(share('adverse-event', fatal, 'Sepsis'), 40 / 100);
});

test('the shares of grades are those of the scenario, where the term has both', () => {
  const counted = (numbers: ScenarioChanges['numbers'], attributes: Attributes, is: (row: UsualTerm) => boolean) =>
    named('adverse-event', attributes, followedIn(smallStudy(), 'drip', { numbers }))
      .filter(({ term }) => is(rowOf(term)))
      .map(({ grade }) => grade);
  const isAny = ([, , least]: UsualTerm): boolean => least === 1;
  const isCount = ([, kind]: UsualTerm): boolean => kind === 'count';
  assert.deepEqual([...new Set(counted({ 'grade 2': 0 }, mild, isAny))], [1]);
  assert.deepEqual([...new Set(counted({ 'grade 2': 1 }, mild, isAny))], [2]);
  assert.deepEqual([...new Set(counted({ 'grade 4': 0 }, severe, isCount))], [3]);
  assert.deepEqual([...new Set(counted({ 'grade 4': 1 }, severe, isCount))], [4]);
  const usual = counted({}, mild, isAny);
  assert.ok(Math.abs(shareOf(usual, (grade) => grade === 2) - 0.35) < 0.04);
});

test('a reaction at the place of an injection is only told where something is injected', () => {
  const injected = smallStudy(['route: oral', 'route: subcutaneous']);
  const of = (arm: string) => named('adverse-event', mild, followedIn(injected, arm));
  const isThere = (all: readonly { readonly term?: string }[]): boolean =>
    all.some(({ term }) => term === 'Injection site reaction');
  assert.deepEqual([isThere(of('drip')), isThere(of('pill'))], [false, true]);
});

test('where arms look alike an event has the same term and grade in either', () => {
  const of = (arm: string) => named('adverse-event', mild, followedIn(maskedStudy(), arm));
  assert.deepEqual(of('drip'), of('pill'));
});

/** What is drawn of events beside their names: when, how long, how bad, related to what. */
const drawn = (numbers: ScenarioChanges['numbers']) => {
  const scene = followedIn(smallStudy(), 'drip', { numbers: { 'adverse events yearly': 40, ...numbers } });
  keep(eventAppointments(scene, 60));
  codeEvents(scene, scene.dayZero + 70);
  return scene;
};

test('terms, grades and danger shift nothing else that is drawn', () => {
  const plain = (numbers: ScenarioChanges['numbers']) =>
    drawn(numbers)
      .clerk.state()
      .history.filter(({ source }) => source === 'adverse event')
      .map(({ concept, start, end, attributes: { 'life-threatening': _, ...rest } = {} }) => [
        concept,
        start,
        end,
        rest,
      ]);
  const usual = plain({});
  assert.ok(usual.length > 3);
  for (const numbers of [{ 'life-threatening': 1 }, { 'grade 2': 1 }, { 'grade 4': 1 }])
    assert.deepEqual(plain(numbers), usual);
});

test('what the investigator reports is what the coder codes, in the class of the dictionary', () => {
  const events = drawn({ serious: 0.3, 'life-threatening': 0.5, 'infections yearly': 10 }).events();
  const codes = new Map(eventsOf(events, 'event coded').map((coded) => [coded.record, coded]));
  const reports = eventsOf(events, 'event reported');
  assert.ok(reports.length > 3);
  for (const { record, said } of reports) {
    assert.equal(codes.get(record)?.term, said.term);
    assert.equal(codes.get(record)?.class, ctcaeDictionary.find(said.term ?? '')?.class);
    assert.equal(said.seriousness.includes('life-threatening'), said.grade === 4 && said.seriousness.length > 0);
  }
  assert.ok(new Set(reports.map(({ said }) => said.term)).size > 2);
});
