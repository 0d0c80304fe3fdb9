/**
 * Writes `dist`, which the package holds instead of sources: Node runs no TypeScript below `node_modules`, and a page in
 * a browser runs none at all.
 *
 *   node tools/pack/build.ts         `npm pack` does it
 */
import { rmSync } from 'node:fs';
import { bundleMeasures, bundleProgram } from './bundle.ts';
import { writeTypes } from './types.ts';

rmSync('dist', { recursive: true, force: true });
await bundleMeasures('dist/measures.js');
await bundleProgram('dist/cli/main.js');
writeTypes('contract/measures.ts', 'dist/types');
