/** Runs every bench of this folder, or those that are named, and prints one table, with the kind of machine. */
import { globSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { choosePaths } from './chosen.ts';
import type { Bench } from './measurement.ts';
import { layOut, listNotes } from './table.ts';

const isBench = (module: object): module is Bench => 'measure' in module && typeof module.measure === 'function';

const measureAt = async (path: string) => {
  const module: object = await import(pathToFileURL(join(process.cwd(), path)).href);
  if (!isBench(module)) throw new Error(`${path} exports no function called measure`);
  return module.measure();
};

const describeMachine = (): string => {
  const all = cpus();
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`;
};

const { paths, unknown } = choosePaths(globSync('tools/bench/*.bench.ts').sort(), process.argv.slice(2));
const measurements = [];
for (const path of paths) measurements.push(...(await measureAt(path)));

console.log(describeMachine());
for (const line of [...layOut(measurements), ...listNotes(measurements)]) console.log(line);
for (const name of unknown) console.log(`FAIL: there is no bench called ${name}`);
if (measurements.length === 0) console.log(`FAIL: ${paths.length} benches measured nothing`);
if (measurements.length === 0 || unknown.length > 0) process.exitCode = 1;
