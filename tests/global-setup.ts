import { spawnSync } from 'node:child_process';
import { commandLine } from './run-command.ts';
import { AUTRE, SITE } from './sites.ts';

function build(contentDir: string, outDir: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, commandLine('build'), {
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      OUT_DIR: outDir,
      NODE_ENV: 'production',
      VITEST: undefined,
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`« ${contentDir} » ne se construit pas :\n${stdout}\n${stderr}`);
}

/** The two publications, built once for all whole-site tests. */
export default function setup(): void {
  build(SITE.content, SITE.dir);
  build(AUTRE.content, AUTRE.dir);
}
