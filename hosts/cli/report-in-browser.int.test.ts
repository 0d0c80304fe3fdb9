import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { openScratch, tell } from './given.ts';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
);
const skip = browserPath === undefined && 'no Chromium on this machine';
const scratch = openScratch('report-in-browser');
after(scratch.remove);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A small trial of each: what is drawn and printed is the same as of a large one. */
const trials = ['nct01741857', 'nct03580291', 'nct03673748', 'nct04318600', 'nct05631717'] as const;
const people = 12;

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const violationsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120)))`,
  );

test('reports in a browser: accessible, silent, and nothing is fetched', { skip }, async (context) => {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  for (const trial of trials)
    await context.test(trial, async () => {
      const out = scratch.at(trial);
      assert.equal((await tell(['rehearse', trial, '--participants', String(people), '--out', out])).code, 0);
      // The page lets no script in, also not the one that looks at it.
      const visit = await browser.newContext({ bypassCSP: true });
      const page = await visit.newPage();
      const [said, asked]: [string[], string[]] = [[], []];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', ({ message }) => said.push(message));
      page.on('request', (request) => asked.push(request.url()));
      const address = pathToFileURL(`${out}/report.html`).href;
      await page.goto(address);
      await page.evaluate(axe);
      assert.deepEqual(await violationsOf(page), []);
      assert.deepEqual(said, []);
      assert.deepEqual(asked, [address]);
      const wide: unknown = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      assert.equal(wide, 0, 'the page is as wide as the window');
      await visit.close();
    });
  await browser.close();
});
