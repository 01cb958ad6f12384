import { relative } from 'node:path';
import { preview } from 'astro';
import { buildSite, siteDir } from './site.ts';

if (await buildSite()) {
  const server = await preview({ outDir: relative(process.cwd(), siteDir()), logLevel: 'error' });
  console.log(`\nLe site est à l’adresse http://localhost:${server.port}/ (Ctrl-C pour arrêter).`);
} else {
  process.exitCode = 1;
}
