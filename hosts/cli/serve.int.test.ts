import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { openScratch } from './given.ts';
import { serveTrials } from './serve.ts';
import { openSession } from './session.ts';

const scratch = openScratch('serve');
const here = process.cwd();
after(() => {
  process.chdir(here);
  scratch.remove();
});

/** What a session says, line by line, and a promise of the first line that holds a text. */
const openHearing = () => {
  const heard: string[] = [];
  const waiting: { text: string; resolve: (line: string) => void }[] = [];
  const write = (text: string): void => {
    heard.push(text);
    for (const { text: wanted, resolve } of waiting) if (text.includes(wanted)) resolve(text);
  };
  const until = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const found = heard.find((line) => line.includes(text));
      if (found === undefined) waiting.push({ text, resolve });
      else resolve(found);
    });
  return { session: openSession(false, { out: { write }, error: { write } }, true), until };
};

test('trials are served as soon as they are ready, and one that cannot be read is refused at once', async () => {
  const { session, until } = openHearing();
  const options = { trials: ['nct04318600'], seed: 7, start: '2026-01-05', workers: 1, port: 0 };
  assert.equal(await serveTrials({ ...options, trials: ['nct04318601'] }, session), 2);
  process.chdir(scratch.folder);
  const stop = new AbortController();
  const served = serveTrials(options, session, stop.signal);
  const [, address = ''] = /(http:\S+)/.exec(await until('Synopses and reports')) ?? [];
  const get = async (path: string) => {
    const answered = await fetch(`${address}${path}`);
    return { status: answered.status, text: await answered.text() };
  };
  assert.match((await get('')).text, /nct04318600.*being rehearsed/s);
  assert.equal((await get('nct04318600/report.html')).status, 404);
  await until('report.html');
  assert.match((await get('')).text, /href="\/nct04318600\/report.html"/);
  assert.match((await get('nct04318600/synopsis')).text, /Amniotic mesenchymal stem cells/);
  assert.match((await get('nct04318600/report.html')).text, /No real person is in these data/);
  assert.match((await get('nct04318600/')).text, /data\/participants.csv/);
  assert.match((await get('nct04318600/data/participants.csv')).text, /^participant,site,/);
  stop.abort();
  assert.equal(await served, 0);
});
