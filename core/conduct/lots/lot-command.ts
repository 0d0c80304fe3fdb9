import type { BagMeasure, LotPapers, PlannedUse, Temperature, UnitPlace } from './lot-event.ts';

/** What may be asked for a lot; a unit is used by preparing a dose: `supply-dose.ts`. */
export type LotCommand =
  | ({ readonly type: 'receive lot'; readonly on: string } & LotPapers)
  | { readonly type: 'quarantine lot'; readonly on: string; readonly why: string }
  | { readonly type: 'release lot'; readonly on: string; readonly measured?: BagMeasure }
  | ({ readonly type: 'reserve unit'; readonly on: string } & PlannedUse)
  | ({ readonly type: 'end reservation'; readonly on: string } & PlannedUse)
  | ({
      readonly type: 'authorise use';
      readonly on: string;
      readonly why: string;
      readonly physician: string;
    } & PlannedUse)
  | ({ readonly type: 'return unit'; readonly on: string } & PlannedUse)
  | {
      readonly type: 'destroy units';
      readonly on: string;
      readonly from: UnitPlace;
      readonly units: number;
      readonly why: string;
      readonly checkedBy: string;
      readonly kits?: readonly string[];
    }
  | { readonly type: 'send lot'; readonly on: string; readonly to: string }
  | { readonly type: 'accept lot'; readonly on: string; readonly temperature: Temperature }
  | { readonly type: 'recall lot'; readonly on: string; readonly why: string };
