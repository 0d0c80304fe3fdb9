import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** What is served under a path: a text that was made here, or a file. */
export type Served = { readonly text: string; readonly type: 'html' | 'plain' } | { readonly file: string };

/** Paths as they stand in an address, `/` first, and what each of them holds; nothing else is served. */
export type ServedPaths = ReadonlyMap<string, Served>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Nothing that is served runs, fetches or is kept, and no page of others may hold it. */
const guarded = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** A page of others can make a browser ask under its own name for this address; such a question has another host. */
const isLocal = (host: string | undefined): boolean =>
  host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

const refuse = (response: ServerResponse, status: number, why: string): void => {
  response.writeHead(status, { ...guarded, 'content-type': 'text/plain; charset=utf-8' }).end(`${why}\n`);
};

const pathOf = ({ url = '/' }: IncomingMessage): string | undefined => {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
  } catch {
    return undefined;
  }
};

const give = (served: Served, isHead: boolean, response: ServerResponse): void => {
  if ('text' in served) {
    const body = Buffer.from(served.text);
    const type = `text/${served.type}; charset=utf-8`;
    response.writeHead(200, { ...guarded, 'content-type': type, 'content-length': body.length });
    response.end(isHead ? undefined : body);
    return;
  }
  const size = statSync(served.file, { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    refuse(response, 404, 'This file is no longer there.');
    return;
  }
  const type = types[extname(served.file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...guarded, 'content-type': type, 'content-length': size });
  if (isHead) response.end();
  else
    createReadStream(served.file)
      .on('error', () => response.destroy())
      .pipe(response);
};

const answerRequest =
  (paths: ServedPaths) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', headers } = request;
    const served = paths.get(pathOf(request) ?? '');
    if (!isLocal(headers.host)) refuse(response, 403, 'Only this machine is answered.');
    else if (method !== 'GET' && method !== 'HEAD') refuse(response, 405, 'Nothing can be changed here.');
    else if (served === undefined) refuse(response, 404, 'There is no such page. The list stands at /.');
    else give(served, method === 'HEAD', response);
  };

const listen = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });

/** A server that is open. */
export interface OpenServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a closed list of pages and files to this machine and to nobody else; nothing can be written. A port that is taken
 * gives way to a free one.
 */
export const serveReadOnly = async (paths: ServedPaths, port: number): Promise<OpenServer> => {
  const server = createServer(answerRequest(paths));
  if (!(await listen(server, port))) await listen(server, 0);
  const found: AddressInfo | string | null = server.address();
  if (found === null || typeof found === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${found.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
