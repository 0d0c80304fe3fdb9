import assert from 'node:assert/strict';
import test from 'node:test';
import { firstRefusal } from '#core/conduct/first-refusal.ts';
import type { StandingRecord } from '#core/conduct/participant.ts';
import { acceptAnswers } from './accept-event.ts';
import { fatal, hospital, mild } from './given.ts';
import type { EventAnswers } from './safety-event.ts';

const recorded = (attributes: Readonly<Record<string, boolean>> = {}): StandingRecord => ({
  source: 'adverse event',
  concept: 'infection-event',
  start: '2026-06-10',
  record: 'r',
  attributes,
});

/** Answers, attributes of the record, and what of them cannot be true together. */
const rows: readonly (readonly [EventAnswers, Readonly<Record<string, boolean>>, contradiction: string | undefined])[] =
  [
    [mild, {}, undefined],
    [hospital, {}, undefined],
    [fatal, {}, undefined],
    [{ ...fatal, outcome: 'not recovered' }, {}, 'death without a fatal outcome'],
    [{ ...fatal, seriousness: ['life-threatening'] }, {}, 'a fatal outcome without death'],
    [{ ...hospital, grade: 5 }, {}, 'grade 5 without a fatal outcome'],
    [{ ...fatal, grade: 4 }, {}, 'a fatal outcome without grade 5'],
    [{ ...mild, likelihood: 'probable' }, {}, 'causality against its likelihood'],
    [{ ...hospital, likelihood: 'unrelated' }, {}, 'causality against its likelihood'],
    [{ ...hospital, likelihood: 'unlikely' }, {}, undefined],
    [{ ...mild, likelihood: 'unlikely' }, {}, undefined],
    [{ ...hospital, likelihood: 'definite' }, {}, undefined],
    [mild, { serious: true }, 'serious without a criterion'],
    [hospital, { serious: true }, undefined],
    [hospital, { serious: false }, 'a criterion though the record says not serious'],
    [mild, { serious: false, fatal: false, 'life-threatening': false, 'grade-3-or-worse': false }, undefined],
    [hospital, { fatal: true }, 'death otherwise than in the record'],
    [fatal, { fatal: false }, 'death otherwise than in the record'],
    [fatal, { fatal: true, 'life-threatening': false }, undefined],
    [hospital, { 'life-threatening': true }, 'danger to life otherwise than in the record'],
    [{ ...hospital, grade: 2 }, { 'grade-3-or-worse': true }, 'a grade otherwise than in the record'],
    [{ ...hospital, grade: 3 }, { 'grade-3-or-worse': false }, 'a grade otherwise than in the record'],
    [{ ...hospital, grade: 2 }, { 'grade-3-or-worse': false }, undefined],
    [mild, { related: true }, 'causality otherwise than in the record'],
    [hospital, { related: false }, 'causality otherwise than in the record'],
  ];
for (const [said, attributes, why] of rows)
  test(`grade ${said.grade}, ${said.seriousness.join() || 'not serious'}, ${said.causality}, ${said.outcome}, ${said.likelihood ?? ''} ${JSON.stringify(attributes)}: ${why ?? 'accepted'}`, () =>
    assert.deepEqual(
      firstRefusal(acceptAnswers(said, recorded(attributes))),
      why === undefined ? undefined : { refused: 'event contradicts itself', why },
    ));

test('a grade has a scale, and a term is no blank', () => {
  assert.equal(firstRefusal(acceptAnswers({ ...mild, scale: ' ' }, recorded()))?.refused, 'value not accepted');
  assert.equal(firstRefusal(acceptAnswers({ ...mild, term: '' }, recorded()))?.refused, 'value not accepted');
  assert.equal(firstRefusal(acceptAnswers({ ...mild, term: 'Herpes zoster' }, recorded())), undefined);
});
