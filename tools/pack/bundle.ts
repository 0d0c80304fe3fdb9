import { rolldown } from 'rolldown';

const write = async (input: string, file: string, options: Parameters<typeof rolldown>[0]): Promise<void> => {
  const bundle = await rolldown({ input, logLevel: 'silent', ...options });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
};

/** The measures by themselves: one file without imports, for Node and for a browser. */
export const bundleMeasures = (file: string): Promise<void> =>
  write('contract/measures.ts', file, { platform: 'neutral', treeshake: { moduleSideEffects: false } });

/** The program: one file beside the packages that it depends on. It finds its trials two folders up, as its source does. */
export const bundleProgram = (file: string): Promise<void> =>
  write('hosts/cli/main.ts', file, {
    platform: 'node',
    external: [/^@noble\//, /^@stdlib\//, /^pdfmake/, 'yaml', 'zod', /^node:/],
  });
