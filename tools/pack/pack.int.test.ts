import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { runInNewContext } from 'node:vm';
import { rolldown } from 'rolldown';

/** An empty project into which the packed tarball was unpacked, as installing it would. */
const project = mkdtempSync(join(tmpdir(), 'empty-project-'));
after(() => rmSync(project, { recursive: true }));
const packages = join(project, 'node_modules');
const installed = join(packages, 'trialwright');

execFileSync('npm', ['pack', '--pack-destination', project], { stdio: 'ignore', shell: process.platform === 'win32' });
const [tarball = ''] = readdirSync(project).filter((name) => name.endsWith('.tgz'));
mkdirSync(installed, { recursive: true });
execFileSync('tar', ['-xzf', join(project, tarball), '-C', installed, '--strip-components=1']);
writeFileSync(join(project, 'package.json'), '{ "type": "module" }');

/** What the program depends on; the measures need none of it. */
const dependencies = ['@noble', '@stdlib', 'pdfmake', 'yaml', 'zod'];

const sentence = 'SLEDAI-2K 4: proteinuria 4';
const page = `
import { sledai2k } from 'trialwright/measures';
const answer = (item) => ({ written: item.endsWith('.proteinuria') ? 'present' : 'absent', unit: undefined, date: undefined, record: item });
const nothing = { birth: undefined, sex: undefined, date: undefined, earlier: [], normalRange: () => undefined };
const sitting = { point: 'today', answer, ...nothing, medication: { courses: [], completeThrough: undefined } };
const said = sledai2k.explain(sledai2k.compute(sitting));
`;

test('the measures run in an empty project, with nothing beside them', () => {
  writeFileSync(join(project, 'score.js'), `${page}\nconsole.log(said);`);
  assert.equal(execFileSync(process.execPath, ['score.js'], { cwd: project, encoding: 'utf8' }), `${sentence}\n`);
});

const bundleOf = async (last: string): Promise<string> => {
  writeFileSync(join(project, 'page.js'), `${page}\n${last}`);
  const bundle = await rolldown({
    input: join(project, 'page.js'),
    cwd: project,
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  const [chunk, ...others] = output;
  assert.deepEqual([others.length, chunk.imports], [0, []], 'one file that imports nothing');
  return chunk.code;
};

test('bundled for a page they need nothing of Node, and bring no server code', async () => {
  const code = await bundleOf('result.said = said;');
  const result = { said: '' };
  runInNewContext(code, { result });
  assert.equal(result.said, sentence);
  for (const word of ['node:', 'require(', 'process.', 'hash chain', 'createServer'])
    assert.ok(!code.includes(word), word);
});

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);

test('a page shows the score', { skip: browser === undefined && 'no Chromium on this machine' }, async () => {
  const code = await bundleOf('document.body.textContent = said;');
  const html = join(project, 'page.html');
  writeFileSync(
    html,
    `<!doctype html><meta charset="utf-8"><body></body><script>${code.replaceAll('</script', '<\\/script')}</script>`,
  );
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${join(project, 'profile')}`,
    '--dump-dom',
  ];
  const shown = execFileSync(browser ?? '', [...args, `file://${html}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  assert.match(shown, new RegExp(`<body>${sentence}`));
});

test('the program runs from the package, with the founding trials', () => {
  for (const name of dependencies)
    symlinkSync(join(process.cwd(), 'node_modules', name), join(packages, name), 'junction');
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, [join(installed, 'bin/trialwright.js'), ...args], {
      cwd: project,
      encoding: 'utf8',
    });
  assert.match(run('check', 'nct05631717'), /^nct05631717: 0 errors/);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.equal(run('--version').trim(), version);
  run('rehearse', 'nct04318600', '--participants', '3', '--out', 'run');
  assert.match(run('analyse', 'run', '--out', 'report'), /report\.pdf/);
});

test('the package holds no source, no test and no folder of a run', () => {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  for (const file of files)
    assert.doesNotMatch(file, /(^|\/)(core|hosts|tools|rehearsals|node_modules)\/.*(?<!\.d)\.ts$|\.test\./, file);
  assert.ok(files.includes('LICENSE') && files.includes('NOTICE'));
});
