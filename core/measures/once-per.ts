/**
 * Does some work once for each thing that it is asked about, and remembers what came of it for as long as that thing is
 * there. The work has to be pure, and the thing not to change.
 */
export const oncePer = <Thing extends object, Made extends object>(
  work: (thing: Thing) => Made,
): ((thing: Thing) => Made) => {
  const known = new WeakMap<Thing, Made>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const made = work(thing);
    known.set(thing, made);
    return made;
  };
};
