import type { Browser } from 'playwright-core';
import { findBrowser } from './chromium.ts';

/** Why there is no browser to print with. */
export type NoBrowser =
  | { readonly why: 'no-packages' }
  | { readonly why: 'none' }
  | { readonly why: 'missing'; readonly variable: string; readonly path: string }
  | { readonly why: 'refuses'; readonly path: string }
  | { readonly why: 'old'; readonly path: string; readonly version: string };

/** The first Chromium that writes page numbers in the margins of a sheet. */
export const OLDEST = 131;

/** What a browser needs not do to print pages of this machine. */
export const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/** The Chromium that an npm package brings on Linux; undefined when it is not installed. */
async function packaged(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const chromium = await import('@sparticuz/chromium').catch(() => undefined);
  return chromium?.default.executablePath();
}

/** Opens a browser that prints: the machine's own, else npm's. */
export async function openBrowser(): Promise<Browser | NoBrowser> {
  const playwright = await import('playwright-core').catch(() => undefined);
  if (!playwright) return { why: 'no-packages' };
  const found = findBrowser();
  if (found && 'missing' in found) return { why: 'missing', variable: found.missing, path: found.asked };
  const path = found?.path ?? (await packaged());
  if (path === undefined) return { why: 'none' };
  const args = [...QUIET, '--disable-gpu', '--disable-sync'];
  const opened = await playwright.chromium
    .launch({ executablePath: path, args })
    .catch(() => ({ why: 'refuses' as const, path }));
  if ('why' in opened) return opened;
  const version = opened.version();
  if (Number.parseInt(version, 10) >= OLDEST) return opened;
  await opened.close();
  return { why: 'old', path, version };
}
