/** An end of an interval, or an estimate, on the scale of a ratio: a number from 0, or without bound. Never Infinity. */
export type RatioEnd = number | 'unbounded';

/** A cell of a 2×2 table without which a ratio has no estimate, or no interval. */
export type EmptyCell =
  | 'no events in arm 1'
  | 'no events in arm 0'
  | 'no events in either arm'
  | 'events in all of arm 1'
  | 'events in all of arm 0'
  | 'events in all of both arms';
