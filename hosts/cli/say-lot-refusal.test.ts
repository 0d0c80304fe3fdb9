import assert from 'node:assert/strict';
import test from 'node:test';
import type { WhyNotUsable } from '#core/conduct/refusal.ts';
import { isLotRefusal, sayLotRefusal } from './say-lot-refusal.ts';

const rows: Readonly<Record<WhyNotUsable, string>> = {
  'of another product': 'lot L-7 holds another product than the dose',
  'on its way': 'lot L-7 is on its way to a site',
  'at another site': 'lot L-7 is in the stock of another site',
  recalled: 'lot L-7 was recalled',
  expired: 'lot L-7 has expired',
  quarantined: 'lot L-7 is in quarantine',
  'not released': 'lot L-7 has not been released',
  'nothing left': 'lot L-7 has nothing left',
  'kit not named': 'lot L-7 has numbered kits; name one',
  'kit not in it': 'lot L-7 has no kit of that number',
  'kit used already': 'lot L-7 gave that kit to somebody already',
  'viability after thaw not known': 'lot L-7 has a specification; say what was counted after the thaw',
  'viability after thaw too low':
    'lot L-7 has fewer living cells after the thaw than its specification allows; a quality person may authorise the use',
};

test('why a lot may not be used, one sentence a reason', () => {
  for (const [why, sentence] of Object.entries(rows) as [WhyNotUsable, string][])
    assert.equal(sayLotRefusal({ refused: 'lot not usable', lot: 'L-7', why }), sentence);
});

test('a refusal about a lot is told from the others', () => {
  assert.equal(isLotRefusal({ refused: 'lot missing' }), true);
  assert.equal(isLotRefusal({ refused: 'reason missing' }), false);
});
