import type { Refusal } from '#core/conduct/refusal.ts';

const reasons = [
  'lot exists',
  'lot unknown',
  'lot missing',
  'lot not usable',
  'out of specification',
  'kits not there',
  'units not there',
  'dose called back',
] as const;

/** What keeps a lot from something. */
export type LotRefusal = Extract<Refusal, { readonly refused: (typeof reasons)[number] }>;

export const isLotRefusal = (refusal: Refusal): refusal is LotRefusal =>
  reasons.some((reason) => reason === refusal.refused);

type WhyNot = Extract<LotRefusal, { refused: 'lot not usable' }>['why'];

/** What to say after the name of a lot. */
const whyNot: Readonly<Record<WhyNot, string>> = {
  'of another product': 'holds another product than the dose',
  'on its way': 'is on its way to a site',
  'at another site': 'is in the stock of another site',
  recalled: 'was recalled',
  expired: 'has expired',
  quarantined: 'is in quarantine',
  'not released': 'has not been released',
  'nothing left': 'has nothing left',
  'kit not named': 'has numbered kits; name one',
  'kit not in it': 'has no kit of that number',
  'kit used already': 'gave that kit to somebody already',
  'viability after thaw not known': 'has a specification; say what was counted after the thaw',
  'viability after thaw too low':
    'has fewer living cells after the thaw than its specification allows; a quality person may authorise the use',
};

/** A refusal about a lot as an English sentence. */
export const sayLotRefusal = (refusal: LotRefusal): string => {
  switch (refusal.refused) {
    case 'lot exists':
      return `lot ${refusal.lot} exists already`;
    case 'lot unknown':
      return `lot ${refusal.lot} is not known`;
    case 'lot missing':
      return 'the lot has to be named: this study keeps its stock here';
    case 'lot not usable':
      return `lot ${refusal.lot} ${whyNot[refusal.why]}`;
    case 'out of specification':
      return `lot ${refusal.lot} has ${refusal.viability}% living cells; its specification asks for ${refusal.least}%`;
    case 'kits not there':
      return `there are not ${refusal.asked} kits of ${refusal.dose} at this site`;
    case 'units not there':
      return `lot ${refusal.lot} has ${refusal.there} of the ${refusal.asked} units`;
    case 'dose called back':
      return `what was prepared for ${refusal.dose} ${refusal.number} was called back; it may not be given`;
    default:
      return refusal satisfies never;
  }
};
