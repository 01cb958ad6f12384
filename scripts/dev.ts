import './no-telemetry.ts';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import { sep } from 'node:path';
import { type AstroIntegration, dev } from 'astro';
import { fr } from '#src/checks/text.ts';
import { publicationOf } from '#src/checks/contenu.ts';
import { REVIEW_ADDRESS } from '#src/domain/collections.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { freePort } from './free-port.ts';
import { readOptions, usageError } from './options.ts';
import { errorPage, LiveCheck, previewCheck } from './preview-check.ts';
import { contentFolder, printReport } from './report.ts';
import { command } from './user-error.ts';

/** Pages for the editor, which the site does not have. */
const editorPages: AstroIntegration = {
  name: 'pages-de-redaction',
  hooks: {
    'astro:config:setup': ({ injectRoute }) =>
      injectRoute({ pattern: REVIEW_ADDRESS, entrypoint: 'src/pages/boite-a-outils/_a-revoir.astro' }),
  },
};

/** What the preview reads once, when it starts: colours, words of the menus, lists, acronyms. */
const READ_ONCE = new RegExp(`^(publication\\.yaml$|vocabulaire\\${sep})`);

/** Calls back once a burst of changes is over, with what changed. */
function onContentChange(tell: (paths: ReadonlySet<string>) => void): void {
  let paths = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  watch(contentDir(), { recursive: true }, (_, path) => {
    paths.add(path ?? '');
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const changed = paths;
      paths = new Set();
      tell(changed);
    }, 300);
  });
}

/** Until the publication's sheet can be read there is no site to show: its errors are, in its place. */
async function untilPublication(check: LiveCheck, port: number): Promise<void> {
  if (publicationOf((await check.now()).contenu)) return;
  // Asked again and again, through the moment when nobody answers: the preview takes this page's place.
  const head = `<script>(async () => {
    for (let before; ; await new Promise((wait) => setTimeout(wait, 1000))) {
      const answer = await fetch('/@vite/client').catch(() => undefined);
      const text = await answer?.text();
      if (answer?.ok || (text && before && text !== before)) return location.reload();
      before = text ?? before;
    }
  })()</script>`;
  const waiting = createServer((_, response) => {
    void check.now().then((checked) => {
      const errors = checked.issues.filter(({ file }) => file === 'publication.yaml');
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(errorPage(checked, errors.length > 0 ? errors : checked.issues, head));
    });
  }).listen(port, 'localhost');
  console.log(
    `\nL’aperçu attend une fiche publication.yaml juste : http://localhost:${port}/ dit ce qui manque.`,
  );
  await new Promise<void>((resolve) => {
    check.onChange(({ contenu }) => {
      if (publicationOf(contenu)) resolve();
    });
  });
  waiting.close();
  waiting.closeAllConnections();
  await once(waiting, 'close');
}

const USAGE = fr`
  npm run dev     montre le site sur ce poste, brouillons compris, et dit à chaque enregistrement ce qui ne va pas`;

await command(async () => {
  const { positionals } = readOptions({}, USAGE);
  if (positionals.length > 0) throw usageError(fr`« ${positionals[0] ?? ''} » est de trop.`, USAGE);
  await contentFolder();
  const check = new LiveCheck();
  const port = await freePort();
  const start = () =>
    dev({
      // What editors need to know is told by the check, in French; a fault of ours shows in its page.
      logLevel: 'silent',
      // A preview asks for files by names that Astro only knows as parts of a route: « always » would refuse them.
      trailingSlash: 'ignore',
      integrations: [editorPages, previewCheck(check)],
      server: { port },
    });
  let server: Awaited<ReturnType<typeof start>> | undefined;
  let restarting: Promise<void> = Promise.resolve();
  onContentChange((paths) => {
    const anew = [...paths].some((path) => READ_ONCE.test(path));
    const follow = async () => {
      const checked = await check.again();
      // Pages that are open wait for a server that starts anew, and reload by themselves.
      if (!anew || !server || !publicationOf(checked.contenu)) check.tell(checked);
      else {
        await server.stop();
        server = await start();
      }
      return true;
    };
    restarting = restarting.then(() => command(follow));
  });
  printReport(await check.now());
  await untilPublication(check, port);
  server = await start();
  console.log(
    `\nAperçu avec les brouillons : http://localhost:${server.address.port}/ (Ctrl-C pour arrêter).\n` +
      `Formulaire (Chrome ou Edge) : http://localhost:${server.address.port}/redaction/`,
  );
  return true;
});
