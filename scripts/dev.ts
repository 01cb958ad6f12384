import { watch } from 'node:fs';
import { dev } from 'astro';
import { contentDir } from '#src/domain/content-dir.ts';
import { reportContent } from './site.ts';

await reportContent();
const server = await dev({ logLevel: 'warn' });
console.log(`\nAperçu avec les brouillons : http://localhost:${server.address.port}/ (Ctrl-C pour arrêter).`);

let waiting: NodeJS.Timeout | undefined;
watch(contentDir(), { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void reportContent(), 300);
});
