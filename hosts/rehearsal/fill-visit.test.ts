import assert from 'node:assert/strict';
import test from 'node:test';
import { fillVisit } from './fill-visit.ts';
import { after, dayZero, followedIn, smallStudy } from './given.ts';
import type { ScenarioChanges } from './scenario.ts';

const asks =
  'eligibility:\n  include:\n    - { id: I0, title: Able, rule: judged "able and willing to comply" at week 1 or age at consent >= 1 years }\n';
const study = smallStudy(['eligibility:\n  include:\n', asks]);
const titled = smallStudy([
  'activities:\n',
  'activities:\n  - { id: blood, title: Blood, measures: [C3, platelets], visits: [week 1] }\n',
]);

const seen = (numbers: ScenarioChanges['numbers'], of = study, person = 1) => {
  const one = followedIn(of, 'pill', { numbers, person });
  one.clerk.act({ type: 'hold visit', visit: 'week 1', on: after(7) }, dayZero + 7);
  fillVisit(one, one.forms.get('week 1') ?? assert.fail(), one.course.at('week 1', 1), dayZero + 7);
  return one;
};

/** What stands in the forms of week 1: names, with "-" before what was not done. */
const filled = ({ clerk }: ReturnType<typeof seen>): string =>
  [...(clerk.state().items.get('week 1') ?? [])]
    .map(([item, { value }]) => (value === 'not done' ? `-${item}` : item))
    .toSorted()
    .join();

test('forms are filled but for what is lost; a weight always is there, since doses hang on it', () => {
  const rows: readonly (readonly [ScenarioChanges['numbers'], typeof study, string])[] = [
    [{}, study, 'UPCR,creatinine,weight'],
    [{ 'empty section': 1 }, study, 'weight'],
    [{ 'result not done': 1 }, study, '-UPCR,-creatinine,weight'],
    [{ 'empty section': 1, 'result not done': 1 }, study, 'weight'],
    [{}, titled, 'C3,UPCR,creatinine,platelets,weight'],
    [{ 'empty section': 1 }, titled, 'weight'],
  ];
  for (const [numbers, of, expected] of rows) assert.equal(filled(seen(numbers, of)), expected);
});

test('a section is filled whole or stays empty, each by its own chance', () => {
  const found = new Set(
    Array.from({ length: 30 }, (_, person) => filled(seen({ 'empty section': 0.5 }, titled, person + 1))),
  );
  const all = ['weight', 'UPCR,creatinine,weight', 'C3,platelets,weight', 'C3,UPCR,creatinine,platelets,weight'];
  assert.deepEqual([...found].toSorted(), all.toSorted());
});

test('results are those of the person as they are at that visit', () => {
  const one = seen({});
  const now = one.course.at('week 1', 1);
  for (const item of ['weight', 'creatinine', 'UPCR']) {
    const standing = one.clerk.state().items.get('week 1')?.get(item);
    assert.deepEqual([standing?.value, standing?.unit], [now.result(item)?.written, now.result(item)?.unit]);
  }
});

test('what the investigator judges is answered at its visits alone', () => {
  const one = seen({});
  const judged = [...one.clerk.state().judgements];
  assert.deepEqual(
    judged.map(([text]) => text),
    ['week 1/able and willing to comply'],
  );
  assert.match(judged[0]?.[1].answer ?? '', /^(yes|no)$/);
  assert.equal(seen({}, smallStudy()).clerk.state().judgements.size, 0);
});
