/** What was made of a value that comes again and again. */
export interface BoundedMemory<Key, Made> {
  readonly get: (key: Key) => Made | undefined;
  readonly keep: (key: Key, made: Made) => Made;
}

/** Remembers at most `most` values; full, it forgets all of them and begins again, which costs time and nothing else. */
export const boundedMemory = <Key, Made>(most: number): BoundedMemory<Key, Made> => {
  const known = new Map<Key, Made>();
  return {
    get: (key) => known.get(key),
    keep: (key, made) => {
      if (known.size >= most) known.clear();
      known.set(key, made);
      return made;
    },
  };
};
