/** The language and all measures as one file for a browser: its size, minified and compressed. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import type { Measurement } from './measurement.ts';

const aim = { name: 'aim', value: 60 };
const kilobytes = (bytes: number): number => bytes / 1000;

const bundled = async (): Promise<string> => {
  const bundle = await rolldown({ input: 'tools/bench/language-entry.ts', platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const [chunk, ...others] = output;
  if (others.length > 0 || chunk.imports.length > 0) throw new Error('the bundle is not one file of its own');
  return chunk.code;
};

export const measure = async (): Promise<readonly Measurement[]> => {
  const code = await bundled();
  const what = 'language and measures in a browser';
  return [
    { what: `${what}, minified`, unit: 'kB', ours: kilobytes(Buffer.byteLength(code)) },
    { what: `${what}, gzip`, unit: 'kB', ours: kilobytes(gzipSync(code, { level: 9 }).length), peer: aim },
    { what: `${what}, brotli`, unit: 'kB', ours: kilobytes(brotliCompressSync(code).length), peer: aim },
  ];
};
