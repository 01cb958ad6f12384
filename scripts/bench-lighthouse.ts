import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import chromiumPackage from '@sparticuz/chromium';
import { TYPES } from '../tests/browser.ts';
import { KINDS } from '../tests/sites.ts';

/**
 * Lighthouse on one page of each kind of the built site, as a phone on a slow network, served as a host does: gzip, and
 * cache headers. Lighthouse is no dependency of the project: npx brings this version when it is asked to measure.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const CHROME =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync';
/** The form is no page to read; a page that is not found has no score. */
const PAGES = [...KINDS.filter((path) => path !== '/404.html'), '/ecoconception/'];

interface Report {
  readonly categories: Record<string, { readonly score: number | null }>;
  readonly environment: { readonly benchmarkIndex: number };
}

async function host(dir: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    const packed = /woff2|png|webp|gz/.test(extname(file));
    readFile(file).then(
      (bytes) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'cache-control': path.startsWith('/ressources/')
            ? 'public, max-age=31536000, immutable'
            : 'no-cache',
          ...(packed ? {} : { 'content-encoding': 'gzip' }),
        });
        response.end(packed ? bytes : gzipSync(bytes));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Prints the scores of each page, the median of three runs: a machine busy with something else has worse ones.
 * @param dir the built site
 * @param paths the pages; all kinds when there are none
 */
export async function benchLighthouse(dir: string, paths: readonly string[]): Promise<void> {
  const site = await host(dir);
  const linux = process.platform === 'linux';
  const env = {
    ...process.env,
    ...(linux ? { CHROME_PATH: await chromiumPackage.executablePath() } : {}),
  };
  console.log(`${LIGHTHOUSE}, mobile, médiane de ${RUNS} mesures, ${cpus()[0]?.model ?? ''}`);
  console.log(
    'page | performance | accessibilité | bonnes pratiques | référencement | puissance de la machine',
  );
  for (const path of paths.length > 0 ? paths : PAGES) {
    const reports: Report[] = [];
    for (let run = 0; run < RUNS; run++) {
      const { stdout } = await promisify(execFile)(
        'npx',
        ['--yes', LIGHTHOUSE, site.url + path, '--output=json', '--quiet', `--chrome-flags=${CHROME}`],
        { env, maxBuffer: 100_000_000, shell: false },
      );
      reports.push(JSON.parse(stdout) as Report);
    }
    const scores = CATEGORIES.map((name) =>
      Math.round(100 * median(reports.map(({ categories }) => categories[name]?.score ?? 0))),
    );
    const power = Math.round(median(reports.map(({ environment }) => environment.benchmarkIndex)));
    console.log([path, ...scores, power].join(' | '));
  }
  site.close();
}
