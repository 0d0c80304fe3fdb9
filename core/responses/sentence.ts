/** A sentence that was written over several lines, on one. */
export const sentence = (lines: string): string => lines.replace(/\s+/g, ' ').trim();
