import { resolve } from 'node:path';

/** The publication's folder, absolute: CONTENT_DIR, or `content` in the current folder. */
export function contentDir(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment['CONTENT_DIR'] || 'content');
}

/** Where the finished site stands, absolute: OUT_DIR, or `dist` in the current folder. */
export function siteDir(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment['OUT_DIR'] || 'dist');
}
