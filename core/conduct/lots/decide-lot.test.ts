import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { given } from '#core/record/given.ts';
import * as l from './given.ts';
import type { LotCommand } from './lot-command.ts';
import type { BagMeasure, LotEvent } from './lot-event.ts';

const on = '2026-05-02';
const release = (measured?: BagMeasure, day = on): LotCommand => ({
  type: 'release lot',
  on: day,
  ...(measured === undefined ? {} : { measured }),
});
const quarantine = (why = 'warm on its way'): LotCommand => ({ type: 'quarantine lot', on: '2026-05-03', why });
const recall = (why = 'growth on day 14'): LotCommand => ({ type: 'recall lot', on: '2026-06-02', why });

const quality = (...past: readonly LotEvent[]) => given(l.lotDecider({ role: 'quality person' }), ...past);

test('a lot is released by what was measured, from the least of its specification on', () => {
  quality(l.received())
    .when(release(l.bag('92.5')))
    .then(l.released);
  quality(l.received())
    .when(release(l.bag('80.0')))
    .then({ type: 'lot released', on, measured: l.bag('80.0') });
  assert.deepEqual(l.lotDecider({ role: 'quality person' }).decide(release(l.bag('79.9')), l.lotAfter(l.received())), {
    refused: 'out of specification',
    lot: 'L-7',
    viability: '79.9',
    least: '80',
  });
});

test('without a specification nothing has to be measured, and what is measured is a measure', () => {
  const saline = { ...l.plain(), lot: 'L-7' } as LotEvent;
  quality(saline).when(release()).then({ type: 'lot released', on });
  quality(saline)
    .when(release(l.bag('101')))
    .refuses('value not accepted');
});

test('what may not be released, one reason a row', () => {
  const rows = [
    [[], release(), 'lot unknown'],
    [[l.received()], release(), 'value not accepted'],
    [[l.received()], release(l.bag('x')), 'value not accepted'],
    [[l.received()], release(l.bag('92.5'), '2026-04-30'), 'date impossible'],
    [[l.received(), l.released], release(l.bag('92.5')), 'done already'],
    [[l.received(), l.recalled], release(l.bag('92.5')), 'lot not usable'],
    [[l.received({ expires: '2026-05-01' })], release(l.bag('92.5')), 'lot not usable'],
  ] as const;
  for (const [past, command, refused] of rows)
    quality(...past)
      .when(command)
      .refuses(refused);
});

test('releasing, recalling and authorising are for one role', () => {
  const authorise: LotCommand = { type: 'authorise use', on, why: 'w', physician: 'dr-2', ...l.use(1) };
  for (const role of ['pharmacist', 'investigator', 'sponsor', 'laboratory', 'unblinded statistician', ''])
    for (const command of [release(l.bag('92.5')), recall(), authorise])
      given(l.lotDecider({ role }), l.received()).when(command).refuses('role may not');
});

test('a lot is put aside with a reason, and comes back by a release', () => {
  for (const role of ['pharmacist', 'quality person'])
    given(l.lotDecider({ role }), l.received()).when(quarantine()).then(l.quarantined);
  quality(l.received(), l.released).when(quarantine(' ')).refuses('reason missing');
  quality(l.received(), l.quarantined).when(quarantine()).refuses('done already');
  quality(l.received(), l.recalled).when(quarantine()).refuses('lot not usable');
  quality(l.received(), l.released, l.quarantined)
    .when(release(l.bag('92.5')))
    .then(l.released);
});

test('a recall names those for whom some of it was made ready, each once, also after the data were locked', () => {
  const past = [l.received(), l.released, l.used(1, 'P-009'), l.used(1), l.used(2, 'P-009')];
  const expected: LotEvent = { ...recall(), type: 'lot recalled', exposed: ['P-001', 'P-009'] } as LotEvent;
  quality(...past)
    .when(recall())
    .then(expected);
  const trial = { ...g.openTrial, closedOn: '2026-05-30', lockedOn: '2026-05-31' };
  given(l.lotDecider({ role: 'quality person', trial }), ...past)
    .when(recall())
    .then(expected);
  quality(l.received({ expires: '2026-05-02' }))
    .when(recall())
    .then({ ...expected, exposed: [] } as LotEvent);
  quality(...past)
    .when(recall(''))
    .refuses('reason missing');
  quality(...past, l.recalled)
    .when(recall())
    .refuses('done already');
});
