import { resolve, sep } from 'node:path';
import { dev } from 'astro';
import { contentDir } from '#src/domain/content-dir.ts';
import { reportContent } from './site.ts';

await reportContent();
const server = await dev({ logLevel: 'warn' });
console.log(`\nAperçu avec les brouillons : http://localhost:${server.address.port}/ (Ctrl-C pour arrêter).`);

const folder = resolve(contentDir()) + sep;
let waiting: NodeJS.Timeout | undefined;
function reportSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    reportContent().catch((error: NodeJS.ErrnoException) => {
      // A file that an editor is replacing may be gone when it is read: its return will call again.
      if (error.code !== 'ENOENT') throw error;
    });
  }, 300);
}
// The preview's own watcher sees files that editors save by replacing them; `fs.watch` misses half of these.
server.watcher.add(folder);
server.watcher.on('all', (_event, path) => {
  if (resolve(path).startsWith(folder)) reportSoon();
});
