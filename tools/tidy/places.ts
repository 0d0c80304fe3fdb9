/** What may lie where, and how large it may be. */
import type { RuleFinding } from './rule-finding.ts';

const folders = ['bin', 'contract', 'core', 'decisions', 'docs', 'evidence', 'hosts', 'tools', 'trials'] as const;
const documents = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'NOTICE', 'README.md'] as const;
const settings = ['biome.json', 'package-lock.json', 'package.json', 'tsconfig.json'] as const;
const hidden = ['.ci', '.dependency-cruiser.cjs', '.gitattributes', '.github', '.gitignore', '.npmrc'] as const;
const rootEntries: ReadonlySet<string> = new Set([...folders, ...documents, ...settings, ...hidden]);

/** What a newcomer sees on listing the root. */
const visibleEntriesMax = 20;

const rootOf = (paths: readonly string[]): readonly string[] => [
  ...new Set(paths.map((path) => path.split('/')[0] ?? path)),
];

export const findStrayRootEntries = (paths: readonly string[]): RuleFinding => {
  const entries = rootOf(paths);
  const visible = entries.filter((entry) => !entry.startsWith('.'));
  const stray = entries.filter((entry) => !rootEntries.has(entry));
  return {
    rule: 'root',
    matched: entries.length,
    problems: [
      ...stray.map((entry) => `${entry}: not on the list of root entries`),
      ...(visible.length > visibleEntriesMax ? [`${visible.length} root entries, at most ${visibleEntriesMax}`] : []),
    ],
  };
};

const dumpingGround = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[a-z.]+$)/i;

export const findDumpingGrounds = (paths: readonly string[]): RuleFinding => ({
  rule: 'no dumping grounds',
  matched: paths.length,
  problems: paths.filter((path) => dumpingGround.test(path)).map((path) => `${path}: give what is shared its own name`),
});

const bytesMax = 256 * 1024;
const mayBeLarge: ReadonlySet<string> = new Set(['package-lock.json']);

export const findLargeFiles = (sizes: ReadonlyMap<string, number>): RuleFinding => ({
  rule: 'no large files',
  matched: sizes.size,
  problems: [...sizes]
    .filter(([path, bytes]) => bytes > bytesMax && !mayBeLarge.has(path))
    .map(([path, bytes]) => `${path}: ${bytes} bytes, at most ${bytesMax}`),
});
