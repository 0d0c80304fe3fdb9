import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import { studyIn } from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import type { Table } from './figure.ts';
import { armFlow, exclusionReasons, placeOf, screeningFlow } from './participant-flow.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const asked = (verdict: 'eligible' | 'not eligible' | 'needs information'): ParticipantEvent => ({
  type: 'eligibility assessed',
  on: '2026-05-20',
  verdict,
  found: [
    { criterion: 'I3', result: verdict === 'not eligible' ? 'fails' : 'passes', because: ['SLEDAI-2K 4'] },
    { criterion: 'E1a', result: verdict === 'not eligible' ? 'fails' : 'passes', because: ['rituximab'] },
  ],
});
const declined: ParticipantEvent = { type: 'participant declined', on: '2026-05-11' };
const left: ParticipantEvent = { type: 'participation ended', on: '2026-05-30', how: 'withdrawn' };
const begun = [g.identified, g.consented] as const;
const cells = (table: Table): Readonly<Record<string, string>> =>
  Object.fromEntries(table.rows.map(({ label, cells: found }) => [label, found.map(({ value }) => value).join(' | ')]));

test('each person stands in one place', () => {
  const rows: readonly (readonly [readonly ParticipantEvent[], string])[] = [
    [[g.identified], 'in screening'],
    [begun, 'in screening'],
    [[g.identified, declined], 'declined'],
    [[...begun, left], 'left during screening'],
    [[...begun, asked('not eligible')], 'not eligible'],
    [[...begun, asked('not eligible'), left], 'not eligible'],
    [[...begun, asked('needs information')], 'information missing'],
    [[...begun, asked('eligible')], 'eligible, not enrolled'],
    [[...begun, asked('not eligible'), asked('eligible')], 'eligible, not enrolled'],
    [[...begun, asked('eligible'), g.enrolled], 'enrolled, not allocated'],
    [[...begun, asked('eligible'), g.enrolled, left], 'enrolled, not allocated'],
    [g.randomisedTo(study, 'msc'), 'allocated'],
    [[...g.randomisedTo(study, 'msc'), left], 'allocated'],
  ];
  for (const [events, expected] of rows) assert.equal(placeOf(g.participantAfter(events)), expected);
});

test('the flow of six randomised, one declined, one not eligible and one in screening', () => {
  const people = [
    ...sixPeople(study),
    ...[[g.identified, declined], [...begun, asked('not eligible')], begun].map(g.participantAfter),
  ];
  assert.deepEqual(cells(screeningFlow(study, people)), {
    screened: '9',
    declined: '1',
    'not eligible': '1',
    'in screening': '1',
    randomised: '6',
  });
  assert.deepEqual(cells(armFlow(study, people)), {
    randomised: '3 | 3',
    'received at least one dose': '2 | 0',
    'received none': '1 | 3',
    'discontinued treatment': '0 | 1',
    'completed the study': '1 | 0',
    withdrew: '0 | 1',
    'lost to follow-up': '0 | 0',
    died: '0 | 0',
    'still in the study': '2 | 2',
  });
  assert.deepEqual(cells(exclusionReasons(study, people)), { 'I3 Active disease': '1', 'E1a B-cell depletion': '1' });
});

test('with nobody the flow is zero and not empty', () => {
  assert.deepEqual(cells(screeningFlow(study, [])), { screened: '0', randomised: '0' });
});

const event = fc.constantFrom<ParticipantEvent>(
  declined,
  left,
  asked('eligible'),
  asked('not eligible'),
  asked('needs information'),
  g.enrolled,
  g.consented,
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  { type: 'treatment discontinued', on: '2026-06-10', why: 'x' },
  { ...left, how: 'completed' },
  { ...left, how: 'died' },
  { ...left, how: 'lost to follow-up' },
);
const arm = fc.constantFrom('msc', 'il-2');
const anyone: fc.Arbitrary<Participant> = fc.tuple(fc.array(event, { maxLength: 8 }), arm).map(([events, assigned]) => {
  const disclosed = events.some(({ type }) => type === 'participant randomised')
    ? [{ type: 'assignment disclosed', arm: assigned } as const]
    : [];
  return g.participantAfter([g.identified, ...events, ...disclosed]);
});

test('whatever happened to whom: the places sum to the screened, the arms to the randomised, the ends to the arm', () => {
  const number = (table: Table, label: string, column = 0): number =>
    Number(table.rows.find((row) => row.label === label)?.cells[column]?.value ?? 0);
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 15 }), (people) => {
      const flow = screeningFlow(study, people);
      const places = flow.rows.slice(1).map(({ label }) => number(flow, label));
      assert.equal(
        places.reduce((sum, count) => sum + count, 0),
        people.length,
      );
      assert.equal(number(flow, 'screened'), people.length);
      const arms = armFlow(study, people);
      assert.equal(number(arms, 'randomised', 0) + number(arms, 'randomised', 1), number(flow, 'randomised'));
      for (const column of [0, 1]) {
        const sum = (...labels: readonly string[]): number =>
          labels.reduce((total, label) => total + number(arms, label, column), 0);
        assert.equal(sum('received at least one dose', 'received none'), sum('randomised'));
        assert.equal(
          sum('completed the study', 'withdrew', 'lost to follow-up', 'died', 'still in the study'),
          sum('randomised'),
        );
      }
      for (const { cells: found } of flow.rows)
        for (const figure of found) assert.equal(figure.rests.length, Number(figure.value), figure.id);
    }),
  );
});
