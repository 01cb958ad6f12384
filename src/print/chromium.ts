import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The machine, as far as finding a browser goes; a test gives another one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly exists: (path: string) => boolean;
}

/** Variables by which people already tell other programs where their browser is, in the order that they are read. */
export const VARIABLES = ['CHROME_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH'] as const;

/** Names on the command line's path, on Linux and BSD. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Chromium\Application\chrome.exe`,
];

function usualPlaces({ platform, environment }: Machine): string[] {
  if (platform === 'darwin')
    return ['/Applications', `${environment['HOME'] ?? ''}/Applications`].flatMap((folder) =>
      MAC.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  if (platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .flatMap((name) => environment[name] ?? [])
      .flatMap((folder) => WINDOWS.map((path) => `${folder}\\${path}`));
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
}

/**
 * A Chromium, Chrome or Edge of this machine: the one that a variable names, else the first in a usual place.
 * `missing` is the variable that names a file that is not there; nothing at all when the machine has none.
 */
export function findBrowser(
  machine: Machine = { platform: process.platform, environment: process.env, exists: existsSync },
): { readonly path: string } | { readonly missing: string; readonly asked: string } | undefined {
  for (const name of VARIABLES) {
    const asked = machine.environment[name];
    if (asked) return machine.exists(asked) ? { path: asked } : { missing: name, asked };
  }
  const path = usualPlaces(machine).find((place) => machine.exists(place));
  return path === undefined ? undefined : { path };
}
