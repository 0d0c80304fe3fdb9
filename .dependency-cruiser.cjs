/**
 * The walls of the tree: who may import whom.
 * tools/walls.test.ts plants a violation of every rule below and expects it to be caught by that rule's name.
 */

/** The only packages the core may import, each with the reason it is worth an outside dependency. */
const corePackages = {
  '@noble/ciphers': 'authenticated encryption of the sealed log; audited, pure, no dependency of its own',
  '@noble/hashes': 'SHA-256 of the hash chain and HMAC commitments; audited, pure and synchronous',
  '@stdlib/math-base-special-[a-z]+':
    'incomplete beta and gamma functions, error functions, each to the last digits; pure',
  yaml: 'reads study.yaml with line and column, which the error messages need',
  zod: 'shapes of data at the borders, and the published JSON Schema made from them',
};

const tests = '\\.test\\.ts$';
const testSupport = ['(^|/)given\\.ts$', '\\.contract\\.ts$'];
const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const allowed = `(^|/)node_modules/(${Object.keys(corePackages).join('|')})/`;
const dumpingGround = '(^|/)(utils?|helpers?|common|misc|shared)(/|\\.[cm]?[jt]sx?$)';

/** One wall: what may not be imported from where. */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    wall('imports-resolve', 'every import leads somewhere', {}, { couldNotResolve: true }),
    wall('no-cycles', 'the tree has a bottom', {}, { circular: true }),

    wall('core-knows-no-host', 'the core is driven, it does not drive', { path: '^core/' }, { path: '^hosts/' }),
    wall('core-knows-no-contract', 'hosts talk over it', { path: '^core/' }, { path: '^contract/' }),
    wall(
      'core-does-no-io',
      'no clock, chance, disk or network: these arrive as data',
      { path: '^core/', pathNot: [tests, ...testSupport] },
      { dependencyTypes: ['core'] },
    ),
    wall(
      'core-test-support-only-asserts',
      'contracts need a runner and assertions, nothing else',
      { path: ['^core/.*\\.contract\\.ts$'] },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(test|assert|assert/strict)$' },
    ),
    wall(
      'core-given-reads-evidence-only',
      'given.ts needs a runner, assertions, and like the tests that it serves the shipped trials as files, nothing else',
      { path: ['^core/.*given\\.ts$'] },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(test|assert|assert/strict|fs)$' },
    ),
    wall(
      'core-tests-start-nothing',
      'tests of the core read evidence; they start no process and no server',
      { path: `^core/.*${tests}` },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(test|assert|assert/strict|fs|path|url|crypto|util)$' },
    ),
    wall(
      'core-packages-are-allowed',
      'a package of the core is on the list at the top of this file, with its reason',
      { path: '^core/', pathNot: [tests, ...testSupport] },
      { dependencyTypes: packages, pathNot: allowed },
    ),

    wall('contract-knows-no-host', 'both ends know it, it knows none', { path: '^contract/' }, { path: '^hosts/' }),
    wall(
      'contract-does-no-io',
      'schemas and types',
      { path: '^contract/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    wall(
      'hosts-are-strangers',
      'only cli puts hosts together',
      { path: '^hosts/([^/]+)/', pathNot: '^hosts/cli/' },
      { path: '^hosts/', pathNot: '^hosts/$1/' },
    ),
    wall(
      'trials-know-only-core',
      'a trial is data, checked by the core',
      { path: '^trials/' },
      { path: '^(hosts|contract|tools|bin)/' },
    ),
    wall(
      'trials-are-strangers',
      'no trial leans on another',
      { path: '^trials/([^/]+)/' },
      { path: '^trials/[^/]+/', pathNot: '^trials/$1/' },
    ),
    wall(
      'product-knows-no-tool',
      'the tools look at the product, not the other way round',
      { path: '^(core|hosts|contract|bin)/' },
      { path: '^tools/' },
    ),
    wall(
      'product-needs-no-dev-package',
      'what is shipped is listed under dependencies',
      { path: '^(core|hosts|contract|bin)/', pathNot: [tests, ...testSupport] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),

    wall('tests-are-not-imported', 'a test is a leaf', {}, { path: tests }),
    wall(
      'test-support-is-for-tests',
      'given.ts and contracts stay out of the product',
      { pathNot: [tests, ...testSupport] },
      { path: testSupport },
    ),
    wall(
      'no-dumping-ground',
      'what is shared has a name of its own',
      {},
      { path: dumpingGround, pathNot: 'node_modules' },
    ),
    wall(
      'no-orphans',
      'nobody imports it and it imports nobody',
      { orphan: true, pathNot: [tests, '^bin/', '^hosts/[^/]+/main\\.ts$', '^tools/', '\\.d\\.ts$', '\\.cjs$'] },
      {},
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(golden|fixtures|\\.stryker-tmp)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
