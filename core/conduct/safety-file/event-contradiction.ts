/** What in a report of an adverse event cannot be true together. */
export type EventContradiction =
  | 'death without a fatal outcome'
  | 'a fatal outcome without death'
  | 'grade 5 without a fatal outcome'
  | 'a fatal outcome without grade 5'
  | 'causality against its likelihood'
  | 'serious without a criterion'
  | 'a criterion though the record says not serious'
  | 'death otherwise than in the record'
  | 'danger to life otherwise than in the record'
  | 'a grade otherwise than in the record'
  | 'causality otherwise than in the record';
