/** A reporter for knip that prints how many files it looked at, and nothing else. */
interface Looked {
  readonly counters: { readonly total: number; readonly processed: number };
}

// knip loads a reporter by its default export
// biome-ignore lint/style/noDefaultExport: the shape that knip asks for
export default ({ counters }: Looked): void => {
  console.log(`looked at ${counters.processed} of ${counters.total} files`);
};
