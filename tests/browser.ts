import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { QUIET } from '#src/print/launch.ts';

/** Media types by the end of a file name. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Serves a built site as a plain static host does, on a free port of the loopback interface.
 * @param onSend told of each file that is sent, by its path on disk
 */
export async function serve(
  dir: string,
  onSend: (file: string) => void = () => undefined,
): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dir, normalize(path), path.endsWith('/') ? 'index.html' : '');
    stat(file).then(
      (entry) => {
        if (!entry.isFile()) return response.writeHead(404).end();
        onSend(file);
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
        return createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** A real Chromium: the one that an npm package brings on Linux, else the Chrome of the machine. */
export async function launch(): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: QUIET });
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    args: [...QUIET, '--no-sandbox', '--disable-gpu', '--disable-sync'],
  });
}
