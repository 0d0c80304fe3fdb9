import assert from 'node:assert/strict';
import test from 'node:test';
import { after, comingTo, dayZero, type Numbers, smallStudy } from './given.ts';
import { completeLate, type Screening, screenOn, signHistories, welcome } from './screening.ts';

const twice = smallStudy(
  ['rule: age at consent >= 1 years', 'rule: creatinine at screening > 0 mg/dL and weight at baseline > 0 kg'],
  ['conventions:', 'consent: { of age: 18, assent from: 14 }\nconventions:'],
);
const aged = (age: number, numbers: Numbers = {}): Screening => {
  const one = comingTo(twice, numbers);
  return { ...one, person: { ...one.person, ageYears: age } };
};

// Years of 365.25 days, rounded: 10958, 6611, 6209 and 4748 days.
test('who comes says no, or consents as their age asks, and is described', () => {
  const rows: readonly (readonly [age: number, declines: number, expected: string])[] = [
    [30, 1, 'declined on 2026-06-01; consents ; assents 0; born never'],
    [30, 0, 'consented; consents participant; assents 0; born 1996-05-31'],
    [18.1, 0, 'consented; consents participant; assents 0; born 2008-04-25'],
    [17, 0, 'consented; consents representative; assents 1; born 2009-06-01'],
    [13, 0, 'consented; consents representative; assents 0; born 2013-06-01'],
  ];
  for (const [age, declines, expected] of rows) {
    const one = aged(age, { numbers: { declines } });
    const told = welcome(one, dayZero);
    const { declinedOn, consents, assents, born, sex, site } = one.clerk.state();
    const says = `${told}${declinedOn === undefined ? '' : ` on ${declinedOn}`}`;
    const by = consents.map((each) => each.by).join();
    assert.equal(`${says}; consents ${by}; assents ${assents.length}; born ${born?.written ?? 'never'}`, expected);
    assert.deepEqual([site, sex], ['s', told === 'declined' ? undefined : one.person.sex]);
  }
});

test('histories are taken down with the first visit, and signed at each', () => {
  const one = comingTo(twice);
  welcome(one, dayZero);
  assert.equal(one.plan.length, 2);
  screenOn(one, 0, dayZero);
  const { length } = one.clerk.state().history;
  assert.ok(length > 0);
  assert.deepEqual(
    [...one.clerk.state().completeThrough.values()],
    Array.from({ length: 5 }, () => after(0)),
  );
  screenOn(one, 1, dayZero + 7);
  assert.equal(one.clerk.state().history.length, length);
  assert.deepEqual(
    [...one.clerk.state().completeThrough.values()],
    Array.from({ length: 5 }, () => after(7)),
  );
  assert.deepEqual(
    [...one.clerk.state().visits].map(([visit, { on }]) => `${visit} ${on}`),
    ['screening 2026-06-01', 'baseline 2026-06-08'],
  );
});

test('a visit that is not planned breaks the rehearsal', () => {
  const one = comingTo(twice);
  welcome(one, dayZero);
  assert.throws(() => screenOn(one, 2, dayZero), /no screening visit 2/);
});

test('late histories are left unsigned as often as is said, and never more often than always', () => {
  const share = (late: number): number => {
    let signed = 0;
    for (let person = 1; person <= 60; person += 1) {
      const one = comingTo(twice, { person, numbers: { 'histories late': late } });
      welcome(one, dayZero);
      screenOn(one, 0, dayZero);
      signed += one.clerk.state().completeThrough.size;
    }
    return signed / 300;
  };
  const [never, usual, always] = [share(0), share(1), share(1e6)];
  assert.deepEqual([never, always], [1, 0]);
  // Of five histories 0.06 + 0.03 + 0.02 + 0.03 + 0.02 are unsigned.
  assert.ok(Math.abs(usual - (1 - 0.16 / 5)) < 4 * Math.sqrt((0.032 * 0.968) / 300), String(usual));
});

test('what came late is completed: forms that stayed empty, signatures, and eligibility once more', () => {
  const one = comingTo(twice, { numbers: { 'empty section': 1, 'histories late': 1e6 } });
  welcome(one, dayZero);
  screenOn(one, 0, dayZero);
  screenOn(one, 1, dayZero + 7);
  one.clerk.act({ type: 'assess eligibility', on: after(7) }, dayZero + 7);
  const before = one.clerk.state();
  assert.deepEqual(
    [before.assessed?.verdict, before.items.get('screening')?.has('creatinine')],
    ['needs information', false],
  );
  completeLate(one, dayZero + 10);
  const now = one.clerk.state();
  assert.deepEqual([now.assessed?.verdict, now.assessed?.on], ['eligible', after(10)]);
  for (const visit of ['screening', 'baseline'])
    assert.deepEqual([...(now.items.get(visit)?.keys() ?? [])].toSorted(), ['UPCR', 'creatinine', 'weight']);
  assert.deepEqual(new Set(now.completeThrough.values()), new Set([after(10)]));
  assert.equal(
    now.items.get('screening')?.get('weight'),
    before.items.get('screening')?.get('weight'),
    'what was filled stays',
  );
});

test('a visit that was never held is not completed', () => {
  const one = comingTo(twice);
  welcome(one, dayZero);
  screenOn(one, 0, dayZero);
  completeLate(one, dayZero + 3);
  assert.equal(one.clerk.state().items.has('baseline'), false);
});

test('one history can be signed alone; an earlier signature takes nothing back', () => {
  const one = comingTo(twice);
  welcome(one, dayZero);
  signHistories(one.clerk, dayZero + 5, ['condition']);
  signHistories(one.clerk, dayZero + 2, ['condition', 'procedure']);
  assert.deepEqual(
    [...one.clerk.state().completeThrough],
    [
      ['condition', after(5)],
      ['procedure', after(2)],
    ],
  );
});
