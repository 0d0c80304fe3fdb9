import type { Span } from '../syntax.ts';

/** Constructs of the language that have no exact counterpart in a library over whole numbers. */
export type UntranslatableConstruct =
  | 'product of two measures'
  | 'quotient by a measure'
  | 'division by zero'
  | 'number beyond Integer'
  | 'time'
  | 'value'
  | 'class';

/** Stops the translation of one sentence; caught where it began, so that callers get data. */
export class NotTranslated extends Error {
  readonly construct: UntranslatableConstruct;
  readonly span: Span | undefined;
  /** The definition in whose sentence the place is, where it is not the sentence itself. */
  readonly within: string | undefined;
  constructor(construct: UntranslatableConstruct, span?: Span, within?: string) {
    super(construct);
    this.construct = construct;
    this.span = span;
    this.within = within;
  }
}
