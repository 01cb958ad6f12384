import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './chromium.ts';

const machine = (
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  ...files: readonly string[]
): Machine => ({ platform, environment, exists: (path) => files.includes(path) });

test('la variable de la personne passe avant le navigateur de la machine', () => {
  const environment = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
  expect(findBrowser(machine('linux', environment, '/opt/chrome', '/usr/bin/chromium'))).toEqual({
    path: '/opt/chrome',
  });
});

test('une variable qui désigne un fichier absent est dite, jamais oubliée', () => {
  const environment = { PUPPETEER_EXECUTABLE_PATH: '/opt/rien', PATH: '/usr/bin' };
  expect(findBrowser(machine('linux', environment, '/usr/bin/chromium'))).toEqual({
    missing: 'PUPPETEER_EXECUTABLE_PATH',
    asked: '/opt/rien',
  });
});

test('Chromium, Chrome ou Edge se trouvent à leur place habituelle, sur chaque système', () => {
  const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const chrome = '/usr/bin/google-chrome-stable';
  expect(findBrowser(machine('linux', { PATH: '/bin:/usr/bin' }, chrome))).toEqual({ path: chrome });
  expect(findBrowser(machine('darwin', { HOME: '/Users/a' }, mac))).toEqual({ path: mac });
  expect(
    findBrowser(machine('win32', { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` }, edge)),
  ).toEqual({ path: edge });
  expect(findBrowser(machine('linux', { PATH: '/bin' }))).toBeUndefined();
});
