import './no-telemetry.ts';
import { dev } from 'astro';
import { publicationOf, readContenu } from '#src/checks/contenu.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { freePort } from './free-port.ts';
import { reportContent } from './report.ts';
import { command, UserError } from './user-error.ts';

await command(async () => {
  await reportContent();
  if (!publicationOf(await readContenu(contentDir()))) {
    throw new UserError(
      '\nL’aperçu attend une fiche publication.yaml juste : corrigez-la, puis relancez « npm run dev ».',
    );
  }
  // A preview asks for files by names that Astro only knows as parts of a route: « always » would refuse them.
  const server = await dev({
    logLevel: 'warn',
    trailingSlash: 'ignore',
    server: { port: await freePort() },
  });
  console.log(
    `\nAperçu avec les brouillons : http://localhost:${server.address.port}/ (Ctrl-C pour arrêter).`,
  );
  let waiting: NodeJS.Timeout | undefined;
  server.watcher.add(contentDir()).on('all', (_, path) => {
    if (!path.startsWith(contentDir())) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void command(reportContent), 300);
  });
  return true;
});
