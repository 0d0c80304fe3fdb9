import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { at, fatal, file, hospital, mild, version } from '#core/conduct/safety-file/given.ts';
import type { EventAnswers, SeriousnessCriterion } from '#core/conduct/safety-file/safety-event.ts';
import type { EventFile } from '#core/conduct/safety-file/safety-file.ts';
import { isSusar, type SafetyStamps } from '#core/safety/clocks/safety-case.ts';
import { everywhere, infection, studyWith } from './given.ts';
import { isFatalOrLifeThreatening, safetyCaseOf } from './safety-case-of.ts';

const nobody = { arm: 'il-2' };
const dying: EventAnswers = { ...hospital, seriousness: ['life-threatening'], grade: 4 };
const unrelated: EventAnswers = { ...hospital, causality: 'not related' };
const harmless = version('2026-06-11', mild);
const grave = version('2026-06-11', hospital, '2026-06-12');
const assessed = (written: string, causality: 'related' | 'not related', expectedness = 'unexpected' as const) => ({
  determined: at(written),
  causality,
  expectedness,
});

/** Dated by hand: from which day each stamp counts. */
const rows: readonly (readonly [what: string, EventFile, Readonly<Partial<Record<keyof SafetyStamps, string>>>])[] = [
  ['serious from the first', file(grave), { awareness: '2026-06-11', receipt: '2026-06-12' }],
  [
    'harmless, then serious',
    file(harmless, version('2026-06-20', hospital, '2026-06-21')),
    { awareness: '2026-06-20', receipt: '2026-06-21' },
  ],
  [
    'serious, then suspected',
    file(version('2026-06-11', unrelated), version('2026-06-25', hospital)),
    { awareness: '2026-06-11', receipt: '2026-06-25' },
  ],
  [
    'suspected by the sponsor, then by the investigator: what the sponsor had counts',
    {
      ...file(version('2026-06-11', unrelated), version('2026-06-25', hospital)),
      assessments: [assessed('2026-06-14', 'related')],
    },
    { awareness: '2026-06-11', receipt: '2026-06-11', determination: '2026-06-14' },
  ],
  [
    'suspected by nobody',
    { ...file(version('2026-06-11', unrelated)), assessments: [assessed('2026-06-14', 'not related')] },
    { awareness: '2026-06-11', receipt: '2026-06-11' },
  ],
  [
    'determined once, whatever is thought later',
    { ...file(grave), assessments: [assessed('2026-06-14', 'not related'), assessed('2026-06-30', 'related')] },
    { awareness: '2026-06-11', receipt: '2026-06-12', determination: '2026-06-14' },
  ],
  [
    'assessed before it was serious, and again after it',
    {
      ...file(harmless, version('2026-06-20', hospital)),
      assessments: [assessed('2026-06-12', 'related'), assessed('2026-06-22', 'related')],
    },
    { awareness: '2026-06-20', receipt: '2026-06-20', determination: '2026-06-22' },
  ],
  [
    'became a danger to life',
    file(grave, version('2026-06-20', dying)),
    { awareness: '2026-06-11', receipt: '2026-06-12', worsened: '2026-06-20' },
  ],
  [
    'a danger to life from the first, then fatal: the clock that runs is not set back',
    file(version('2026-06-11', dying), version('2026-06-20', fatal)),
    { awareness: '2026-06-11', receipt: '2026-06-11' },
  ],
  [
    'worse, and no danger to life',
    file(version('2026-06-11', { ...hospital, grade: 2 }), version('2026-06-20', hospital)),
    { awareness: '2026-06-11', receipt: '2026-06-11' },
  ],
];
for (const [what, opened, expected] of rows)
  test(`${what}: ${JSON.stringify(expected)}`, () => {
    const { stamps } = safetyCaseOf(everywhere, nobody, infection(), opened);
    assert.deepEqual(Object.fromEntries(Object.entries(stamps).map(([name, { date }]) => [name, date])), expected);
  });

test('what the record says counts beside the file', () => {
  const grim = infection({ attributes: { serious: true, 'life-threatening': true } });
  const seen = safetyCaseOf(everywhere, nobody, grim, file(harmless));
  assert.deepEqual([seen.isSerious, seen.isFatalOrLifeThreatening], [true, true]);
  const calm = safetyCaseOf(everywhere, nobody, infection(), file(harmless));
  assert.deepEqual([calm.isSerious, calm.isFatalOrLifeThreatening], [false, false]);
});

test('before it is assessed the reference decides, then what the assessment found in it', () => {
  const listed = studyWith('{ reference: [{ concept: infection-event }] }');
  assert.equal(safetyCaseOf(listed, nobody, infection(), file(grave)).isExpected, true);
  assert.equal(safetyCaseOf(everywhere, nobody, infection(), file(grave)).isExpected, false);
  const found = { ...file(grave), assessments: [assessed('2026-06-14', 'related')] };
  assert.equal(safetyCaseOf(listed, nobody, infection(), found).isExpected, false);
  assert.equal(isSusar(safetyCaseOf(listed, nobody, infection(), found)), true);
  assert.equal(isSusar(safetyCaseOf(listed, nobody, infection(), file(grave))), false);
});

test('what is not known to be expected is unexpected', () => {
  const coded = studyWith('{ reference: [{ concept: infection-event, term: Zoster }] }');
  assert.equal(safetyCaseOf(coded, nobody, infection(), file(grave)).isExpected, false);
});

test('death and danger to life, and nothing else, shorten the clock', () => {
  const criteria: readonly (readonly [SeriousnessCriterion, boolean])[] = [
    ['death', true],
    ['life-threatening', true],
    ['hospitalisation', false],
    ['disability', false],
    ['congenital anomaly', false],
    ['other medically important', false],
  ];
  for (const [criterion, expected] of criteria)
    assert.equal(isFatalOrLifeThreatening({ seriousness: [criterion] }), expected, criterion);
});

const opinion = fc.constantFrom('related', 'not related');
const expected = fc.constantFrom('expected', 'unexpected', 'not known');
const day = fc.integer({ min: 11, max: 30 }).map((n) => at(`2026-06-${n}`));
const opinions = fc.array(fc.record({ determined: day, causality: opinion, expectedness: expected }), { maxLength: 4 });

test('no opinion of the sponsor takes the suspicion of the investigator away, nor moves a receipt later', () =>
  fc.assert(
    fc.property(fc.array(opinion, { minLength: 1, maxLength: 4 }), opinions, (causes, assessments) => {
      const [first = hospital, ...more] = causes.map((causality) => ({ ...hospital, causality }));
      const plain = file(
        version('2026-06-11', first),
        ...more.map((said, index) => version(`2026-06-${12 + index}`, said)),
      );
      const alone = safetyCaseOf(everywhere, nobody, infection(), plain);
      const both = safetyCaseOf(everywhere, nobody, infection(), { ...plain, assessments });
      assert.equal(both.byInvestigator, causes.at(-1));
      const unexpected = { isExpected: false } as const;
      if (isSusar({ ...alone, ...unexpected })) assert.ok(isSusar({ ...both, ...unexpected }));
      assert.ok((both.stamps.receipt?.instant ?? '') <= (alone.stamps.receipt?.instant ?? ''));
    }),
  ));
