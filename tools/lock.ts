/**
 * Completes package-lock.json with the platform packages that the registry at hand did not offer.
 *
 * `npm install` leaves an optional package out of the lock file where it cannot see it, and `npm ci` then refuses the
 * whole lock file, on every platform. The parent names each of them at one exact version, and its name says for which
 * platform it is: that is all that `npm ci` needs in order to pass over it, or to fetch it where it fits.
 *
 *   node tools/lock.ts         after every `npm install`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const entry = z.looseObject({
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockFile = z.looseObject({ packages: z.record(z.string(), entry) });
export type LockFile = z.infer<typeof lockFile>;

export interface MissingPackage {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

const places = (parent: string, name: string): readonly string[] => [
  `node_modules/${name}`,
  `${parent}/node_modules/${name}`,
];

/** Optional packages that a locked package names and the lock file does not hold. */
export const findMissing = ({ packages }: LockFile): readonly MissingPackage[] =>
  Object.entries(packages).flatMap(([parent, { dev = false, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !places(parent, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version, dev })),
  );

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'] as const;
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'] as const;

const libraryOf = (name: string): readonly string[] => {
  if (name.includes('-musl')) return ['musl'];
  return name.includes('-gnu') ? ['glibc'] : [];
};

/** What the lock file says of a platform package; undefined where its name or version does not say it. */
const platformEntry = ({ name, version, dev }: MissingPackage) => {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1 || !/^\d+\.\d+\.\d+$/.test(version)) return undefined;
  const libc = libraryOf(name);
  return { version, cpu, ...(dev ? { dev } : {}), ...(libc.length > 0 ? { libc } : {}), optional: true, os };
};

const alphabetically = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a.localeCompare(b, 'en');

/** The lock file with an entry for every platform package that can be told by its name. */
export const completeLock = (lock: LockFile): LockFile => {
  const added = findMissing(lock).flatMap((missing) => {
    const found = platformEntry(missing);
    return found === undefined ? [] : [[`node_modules/${missing.name}`, found] as const];
  });
  const packages = Object.fromEntries([...Object.entries(lock.packages), ...added].sort(alphabetically));
  return { ...lock, packages };
};

/** Checked, not copied: a schema's copy would have its keys in another order. */
const isLock = (value: unknown): value is LockFile => lockFile.safeParse(value).success;

export const readLock = (path: string): LockFile => {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isLock(value)) throw new Error(`${path} is not a lock file of npm`);
  return value;
};

if (import.meta.main) {
  const path = 'package-lock.json';
  const before = readLock(path);
  const after = completeLock(before);
  writeFileSync(path, `${JSON.stringify(after, null, 2)}\n`);
  for (const { name, version } of findMissing(after)) console.log(`still missing: ${name} ${version}`);
  console.log(`${findMissing(before).length - findMissing(after).length} platform packages added`);
}
