import assert from 'node:assert/strict';
import test from 'node:test';
import { openClerk } from './desk-clerk.ts';
import { after, comingTo, dayZero, followedIn, maskedStudy, openScene, smallStudy } from './given.ts';
import { type Clock, openClock } from './moments.ts';
import { screenOn, welcome } from './screening.ts';

const noStock = { take: () => assert.fail(), stock: () => assert.fail() };

const study = smallStudy();

test('what is refused breaks the rehearsal with who, when and why; what is tried tells the refusal', () => {
  const { clerk } = comingTo(study);
  const early = { type: 'enrol', on: after(0) } as const;
  assert.equal(clerk.tryTo(early, dayZero)?.refused, 'participant unknown');
  assert.throws(
    () => clerk.act(early, dayZero),
    /rehearsal: enrol of 0001 on 2026-06-01 was refused: .*participant unknown/,
  );
  const identify = { type: 'identify', participant: '0001', site: 's' } as const;
  assert.equal(clerk.tryTo(identify, dayZero), undefined);
  assert.equal(clerk.state().id, '0001');
});

test('acts are those of the investigator of the site, on the day, each some seconds after the one before', () => {
  const scene = openScene(study);
  const one = comingTo(study, {}, scene);
  welcome(one, dayZero);
  const own = scene.log.all().filter(({ stream }) => stream === 'participant/0001');
  assert.deepEqual(
    new Set(own.map(({ actor }) => `${actor.id} ${actor.role}`)),
    new Set(['investigator-s investigator']),
  );
  assert.deepEqual(
    own.map(({ at }) => at.instant),
    own.map((_, index) => `2026-06-01T09:0${Math.floor(index / 3)}:${index % 3 === 0 ? '00' : 20 * (index % 3)}Z`),
  );
});

/** Age in years, who has signed before, and the consents that stand then: by whom, in which version. */
const consents: readonly (readonly [age: number, before: 'representative' | 'participant' | undefined, string])[] = [
  [30, undefined, '1.0 participant'],
  [30, 'participant', '1.0 participant'],
  [17, undefined, '1.0 representative, assent 1.0'],
  [17, 'representative', '1.0 representative, assent 1.1'],
  [12, undefined, '1.0 representative'],
];

for (const [age, by, expected] of consents)
  test(`${age} years, signed by ${by ?? 'nobody'} before: ${expected}`, () => {
    const asks = smallStudy(['conventions:', 'consent: { of age: 18, assent from: 14 }\nconventions:']);
    const { clerk } = comingTo(asks);
    clerk.act({ type: 'identify', participant: '0001', site: 's' }, dayZero);
    if (by !== undefined) clerk.act({ type: 'give consent', on: after(0), version: '1.0', by }, dayZero);
    clerk.act({ type: 'describe', born: after(-Math.round((age + 0.1) * 365.25)), sex: 'female' }, dayZero);
    for (const day of [dayZero, dayZero + 1]) clerk.renewConsent(day);
    const { consents: given, assents } = clerk.state();
    const signed = given.map((each) => `${each.version} ${each.by}`);
    assert.equal([...signed, ...assents.map(({ version }) => `assent ${version}`)].join(', '), expected);
  });

test('who comes of age signs anew, in the next version, and once', () => {
  const asks = smallStudy(['conventions:', 'consent: { of age: 18, reconsent at majority: true }\nconventions:']);
  const one = comingTo(asks);
  welcome({ ...one, person: { ...one.person, ageYears: 18 - 5 / 365.25 } }, dayZero);
  for (const day of [3, 8, 9]) one.clerk.renewConsent(dayZero + day);
  assert.deepEqual(
    one.clerk.state().consents.map(({ on, version, by }) => `${on} ${version} ${by}`),
    ['2026-06-01 1.0 representative', '2026-06-09 1.1 participant'],
  );
});

test('sealed results go to the laboratory and the sealed log, the others into the form', () => {
  const sealing = smallStudy(
    ['masking: open', 'masking: assessor'],
    [
      'conventions:',
      'masking: { masked: [assessor], means: [numbered samples], sealed measures: [UPCR] }\nconventions:',
    ],
    ['role: primary', 'role: secondary'],
  );
  const one = followedIn(sealing, 'pill');
  one.clerk.act({ type: 'hold visit', visit: 'week 1', on: after(7) }, dayZero + 7);
  const items = [
    { item: 'creatinine', value: '80', unit: 'umol/L' },
    { item: 'UPCR', value: '1.00', unit: 'g/g' },
  ];
  one.clerk.fill('week 1', { id: 'kidney', items }, dayZero + 7);
  assert.deepEqual([...(one.clerk.masked().items.get('week 1')?.keys() ?? [])], ['creatinine']);
  assert.deepEqual([...(one.clerk.state().items.get('week 1')?.keys() ?? [])].toSorted(), ['UPCR', 'creatinine']);
  const last = one.sealed.all().at(-1);
  assert.deepEqual([last?.event.type, last?.actor.role], ['section recorded', 'laboratory']);
});

test('public and sealed acts go by clocks of their own, and so does who acts', () => {
  const masked = maskedStudy();
  const scene = openScene(masked, 'drip');
  const [site = assert.fail()] = masked.definition.sites;
  const asked: string[] = [];
  const clockOf = (name: string): Clock => {
    const clock = openClock(site);
    return (day, actor, at) => {
      asked.push(`${name} ${actor.role}`);
      return clock(day, actor, at);
    };
  };
  const clocks = { open: clockOf('open'), sealed: clockOf('sealed') };
  const clerk = openClerk(scene.desk, masked, clocks, noStock, '0001', site);
  clerk.act({ type: 'identify', participant: '0001', site: 's' }, dayZero);
  const prepare = { type: 'prepare dose', dose: 'infusion', number: 1, on: after(0), checkedBy: 'n' } as const;
  assert.notEqual(clerk.tryTo(prepare, dayZero), undefined);
  assert.notEqual(clerk.randomise(dayZero), undefined);
  assert.deepEqual(asked, ['open investigator', 'sealed pharmacist', 'open investigator']);
});

test('a masked clerk knows the arm in the sealed state alone', () => {
  const { clerk } = followedIn(maskedStudy(), 'pill');
  assert.deepEqual([clerk.state().arm, clerk.masked().arm], ['pill', undefined]);
});

test('a unit is asked for the arm, which the clerk does not have to say', () => {
  const asked: string[] = [];
  const supply = {
    take: (arm: string, dose: string, day: number) => {
      asked.push(`${arm} ${dose} ${day - dayZero}`);
      return { lot: 'L-1' };
    },
    stock: (dose: string, units: number, day: number, at: string) => {
      asked.push(`${units} ${dose} ${day - dayZero} at ${at}`);
    },
  };
  const { clerk } = followedIn(maskedStudy(), 'drip', {}, supply);
  assert.deepEqual(clerk.take('infusion', dayZero + 3), { lot: 'L-1' });
  clerk.stock('tablet', 14, dayZero + 3);
  assert.deepEqual(asked, ['drip infusion 3', `14 tablet 3 at ${clerk.site.id}`]);
  assert.deepEqual(clerk.kits(), []);
});

test('the first arm that is not full is assigned, at one moment whatever was tried; another refusal is told at once', () => {
  const choosing = smallStudy([
    'method: permuted blocks, ratio: { drip: 1, pill: 1 }, block sizes: [2]',
    'method: assigned, rule: they choose, participants: { drip: 1, pill: 3 }',
  ]);
  const rows: readonly (readonly [arms: readonly string[], expected: string])[] = [
    [['drip', 'pill'], 'drip'],
    [['drip', 'pill'], 'pill'],
    [['drip'], 'arm full'],
    [['neither', 'pill'], 'name unknown'],
    [['pill', 'drip'], 'pill'],
  ];
  const scene = openScene(choosing);
  const [site = assert.fail()] = choosing.definition.sites;
  const seconds: string[] = [];
  rows.forEach(([arms, expected], index) => {
    const one = comingTo(choosing, { person: index + 1 }, scene);
    welcome(one, dayZero - 10);
    screenOn(one, 0, dayZero - 10);
    one.clerk.act({ type: 'assess eligibility', on: after(-1) }, dayZero - 1);
    one.clerk.act({ type: 'enrol', on: after(-1) }, dayZero - 1);
    const clocks = { open: openClock(site), sealed: openClock(site) };
    const clerk = openClerk(scene.desk, choosing, clocks, noStock, one.person.id, site);
    const refused = clerk.assign(arms, dayZero);
    assert.equal(refused?.refused ?? clerk.state().arm, expected);
    seconds.push(clocks.open(dayZero, { id: 'x', role: 'x' }).at.instant.slice(11));
  });
  assert.deepEqual(new Set(seconds), new Set(['09:00:20Z']));
});
