import assert from 'node:assert/strict';
import { request } from 'node:http';
import test, { after } from 'node:test';
import { openScratch } from './given.ts';
import { serveReadOnly } from './read-only-server.ts';

const scratch = openScratch('read-only-server');
const file = scratch.write('report.pdf', 'paper');
const server = await serveReadOnly(
  new Map([
    ['/', { text: '<h1>Trials</h1>', type: 'html' }],
    ['/a b/report.pdf', { file }],
    ['/gone.csv', { file: scratch.at('gone.csv') }],
  ]),
  0,
);
after(async () => {
  await server.close();
  scratch.remove();
});

const ask = (path: string, method = 'GET', host?: string) =>
  new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const { port } = new URL(server.address);
    const sent = request({ port, path, method, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString(), headers: response.headers }),
      );
    });
    sent.on('error', reject).end();
  });

/** Path, method, host, status, body. */
const rows: readonly (readonly [string, string, string | undefined, number, RegExp])[] = [
  ['/', 'GET', undefined, 200, /^<h1>Trials<\/h1>$/],
  ['/?from=mail', 'GET', undefined, 200, /Trials/],
  ['/', 'HEAD', undefined, 200, /^$/],
  ['/a%20b/report.pdf', 'GET', undefined, 200, /^paper$/],
  ['/gone.csv', 'GET', undefined, 404, /no longer there/],
  ['/../../etc/passwd', 'GET', undefined, 404, /no such page/],
  ['/%2e%2e/%2e%2e/etc/passwd', 'GET', undefined, 404, /no such page/],
  ['/%', 'GET', undefined, 404, /no such page/],
  ['/', 'POST', undefined, 405, /Nothing can be changed/],
  ['/', 'DELETE', undefined, 405, /Nothing can be changed/],
  ['/', 'GET', 'evil.example', 403, /Only this machine/],
  ['/', 'GET', 'localhost:1', 200, /Trials/],
];
for (const [path, method, host, status, body] of rows)
  test(`${method} ${path}${host === undefined ? '' : ` of ${host}`}: ${status}`, async () => {
    const found = await ask(path, method, host);
    assert.equal(found.status, status);
    assert.match(found.body, body);
    assert.match(String(found.headers['content-security-policy']), /default-src 'none'/);
  });

test('a page is HTML, a document is what its name says', async () => {
  assert.equal((await ask('/')).headers['content-type'], 'text/html; charset=utf-8');
  assert.equal((await ask('/a%20b/report.pdf')).headers['content-type'], 'application/pdf');
});

test('a port that is taken gives way to a free one', async () => {
  const other = await serveReadOnly(new Map(), Number(new URL(server.address).port));
  assert.notEqual(other.address, server.address);
  await other.close();
});
