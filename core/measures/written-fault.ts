/** Place of a fault in what was written: names and numbers from the outside in. */
export type WrittenPath = readonly (string | number)[];

/** Why something that was written of a person is not taken. Data only; the host writes the sentence. */
export type WrittenFault =
  | {
      readonly fault: 'item unknown';
      readonly path: WrittenPath;
      readonly name: string;
      readonly nearest: string | undefined;
    }
  | { readonly fault: 'item twice'; readonly path: WrittenPath; readonly item: string }
  | {
      readonly fault: 'value not accepted';
      readonly path: WrittenPath;
      readonly of: string;
      readonly value: string;
      readonly accepted: string;
    }
  | {
      readonly fault: 'unit not accepted';
      readonly path: WrittenPath;
      readonly of: string;
      readonly unit: string | undefined;
      readonly accepted: readonly string[];
    }
  | {
      readonly fault: 'date impossible';
      readonly path: WrittenPath;
      readonly written: string;
      readonly why:
        | 'no date'
        | 'outside the years 1900 to 2199'
        | 'in the future'
        | 'before birth'
        | 'before its start'
        | 'not before the visit';
    }
  | {
      readonly fault: 'medicine unknown';
      readonly path: WrittenPath;
      readonly name: string;
      readonly nearest: string | undefined;
    };

/** Something that was read, or every fault in it. */
export type ReadWritten<T> = { readonly read: T } | { readonly faults: readonly WrittenFault[] };

export const isFaulty = <T>(answer: ReadWritten<T>): answer is { readonly faults: readonly WrittenFault[] } =>
  'faults' in answer;
