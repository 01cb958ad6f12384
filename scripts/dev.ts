import './no-telemetry.ts';
import { type AstroIntegration, dev } from 'astro';
import { publicationOf, readContenu } from '#src/checks/contenu.ts';
import { REVIEW_ADDRESS } from '#src/domain/collections.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { freePort } from './free-port.ts';
import { reportContent } from './report.ts';
import { command, UserError } from './user-error.ts';

/** Pages for the editor, which the site does not have. */
const editorPages: AstroIntegration = {
  name: 'pages-de-redaction',
  hooks: {
    'astro:config:setup': ({ injectRoute }) =>
      injectRoute({ pattern: REVIEW_ADDRESS, entrypoint: 'src/pages/boite-a-outils/_a-revoir.astro' }),
  },
};

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
    integrations: [editorPages],
    server: { port: await freePort() },
  });
  console.log(
    `\nAperçu avec les brouillons : http://localhost:${server.address.port}/ (Ctrl-C pour arrêter).\n` +
      `Formulaire (Chrome ou Edge) : http://localhost:${server.address.port}/redaction/`,
  );
  let waiting: NodeJS.Timeout | undefined;
  server.watcher.add(contentDir()).on('all', (_, path) => {
    if (!path.startsWith(contentDir())) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void command(reportContent), 300);
  });
  return true;
});
