import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { noStudy } from '#core/conduct/study-state.ts';
import { given } from '#core/record/given.ts';
import { decideReceipt } from './decide-receipt.ts';
import * as l from './given.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent, LotPapers } from './lot-event.ts';

const receive = (changes: Partial<LotPapers> = {}, on = '2026-05-01'): LotCommand => ({
  type: 'receive lot',
  on,
  ...l.papers,
  ...changes,
});
const nobody = given(l.lotDecider());

test('a lot is received with its papers', () => {
  nobody.when(receive()).then(l.received());
  nobody.when(receive({ kits: ['3', '1', '4', '2'] })).then(l.received({ kits: ['3', '1', '4', '2'] }));
});

test('what has expired may come: it is there, and stands as expired', () => {
  nobody.when(receive({ expires: '2026-04-30' })).then(l.received({ expires: '2026-04-30' }));
});

test('what may not be received, one reason a row', () => {
  const rows = [
    [receive({}, '2027-06-02'), 'date impossible'],
    [receive({ expires: 'December' }), 'date impossible'],
    [receive({ product: 'cels' }), 'name unknown'],
    [receive({ manufacturer: ' ' }), 'value not accepted'],
    [receive({ batch: '' }), 'value not accepted'],
    [receive({ donor: ' ' }), 'value not accepted'],
    [receive({ units: 0 }), 'value not accepted'],
    [receive({ units: 2.5 }), 'value not accepted'],
    [receive({ units: 100_001 }), 'value not accepted'],
    [receive({ least: { atRelease: '101', afterThaw: '70' } }), 'value not accepted'],
    [receive({ site: 'nowhere' }), 'site unknown'],
    [receive({ holds: 10 }), 'value not accepted'],
    [receive({ kits: ['1', '2', '3', '4'], holds: 0 }), 'value not accepted'],
    [receive({ kits: ['1', '2', '3'] }), 'value not accepted'],
    [receive({ kits: ['1', '2', '3', '1'] }), 'value not accepted'],
    [receive({ kits: ['1', '2', '3', ' '] }), 'value not accepted'],
  ] as const;
  for (const [command, refused] of rows) nobody.when(command).refuses(refused);
});

test('an id, and the number of a kit, stand once in a trial', () => {
  given(l.lotDecider(), l.received())
    .when(receive({ product: 'cels' }))
    .refuses('lot exists');
  const others = [l.lotAfter(l.plain({ kits: ['1', '2', '5', '6'] }))];
  assert.deepEqual(l.lotDecider({ others }).decide(receive({ kits: ['3', '4', '5', '7'] }), undefined), {
    refused: 'value not accepted',
    item: 'kits',
    value: '5',
    accepted: 'numbers that stand on no other kit',
  });
});

test('only a pharmacist receives, in a study that was approved, whether or not it is open', () => {
  for (const role of ['quality person', 'investigator', 'coordinator', 'sponsor', 'nobody'])
    given(l.lotDecider({ role })).when(receive()).refuses('role may not');
  given(l.lotDecider({ trial: noStudy }))
    .when(receive())
    .refuses('study not approved');
  given(l.lotDecider({ trial: { ...noStudy, approved: 'hash' } }))
    .when(receive())
    .then(l.received());
});

test('a product of another spelling is met with the nearest one', () => {
  assert.deepEqual(l.lotDecider().decide(receive({ product: 'physiological saline without cell' }), undefined), {
    refused: 'name unknown',
    kind: 'product',
    name: 'physiological saline without cell',
    nearest: l.saline,
  });
});

test('kits that look alike hold alike, and where kits were listed no others come in', () => {
  const kits = ['1', '2', '3', '4'];
  const others = [l.lotAfter({ ...l.plain({ kits: ['5', '6', '7', '8'] }), holds: 10 } as LotEvent)];
  const like = given(l.lotDecider({ others }));
  like.when(receive({ kits, holds: 10 })).then(l.received({ kits, holds: 10 }));
  like.when(receive({ kits, holds: 12 })).refuses('value not accepted');
  like.when(receive({ kits })).refuses('value not accepted');
  const listed = new Map(kits.map((kit) => [kit, { kit, dose: 'cell-infusion', arm: 'cells', product: l.cells }]));
  const scene = { lots: [], setting: g.settingOf(l.masked, 'pharmacist') };
  const answer = (numbers: readonly string[], product = l.cells) => {
    const { type: _, ...papers } = { type: '', on: '2026-05-01', ...l.papers, product, kits: numbers };
    const found = decideReceipt({ type: 'receive lot', ...papers }, 'L-7', { ...scene, kits: listed });
    return 'refused' in found ? found.refused : found.length;
  };
  assert.deepEqual(
    [answer(kits), answer(['1', '2', '3', '9']), answer(kits, l.saline)],
    [1, 'value not accepted', 'value not accepted'],
  );
});
