import { spawnSync } from 'node:child_process';

/** What Vitest tells its own modules: a build that reads it takes itself for a preview. */
export const ASIDE = {
  NODE_ENV: 'production',
  VITEST: undefined,
  DEV: undefined,
  PROD: undefined,
  MODE: undefined,
};

/** What Node is given to run a command, as `package.json` has it. */
export const commandLine = (script: string): string[] => [
  '--import',
  './scripts/compiled.js',
  `scripts/${script}.ts`,
];

/** Runs one command of the project; paths of this folder are said as « . ». */
export function run(
  script: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandLine(script), ...args], {
    env: { ...process.env, ...ASIDE, NO_COLOR: '1', ...env },
    encoding: 'utf8',
  });
  return { status, text: (stdout + stderr).replaceAll(process.cwd(), '.') };
}
