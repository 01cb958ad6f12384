import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Contenu, publicationOf, readContenu } from '#src/checks/contenu.ts';
import { sharedContenu } from '#src/checks/one-reading.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { formBundle } from './bundle.ts';
import { formPage } from './page.ts';
import { tokensCss } from '#src/styles/tokens.ts';

const STYLE = 'src/redaction/accueil.css';

/** Writes the form in a folder, which is to be served at `/redaction/`. */
export async function writeForm(dir: string, contenu: Contenu): Promise<void> {
  await mkdir(dir, { recursive: true });
  await cp(await formBundle(), dir, { recursive: true });
  await writeFile(join(dir, 'accueil.css'), await styleOf(contenu));
  await writeFile(join(dir, 'index.html'), formPage(contenu));
}

/** The first page's style, in the publication's colours. */
async function styleOf(contenu: Contenu): Promise<string> {
  const publication = publicationOf(contenu) ?? { nom: '', couleurs: { clair: {}, sombre: {} } };
  return `${tokensCss(publication, {})}\n${await readFile(STYLE, 'utf8')}`;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A file of the form for the preview, made when it is first asked for; undefined when it has none of that name. */
async function previewFile(path: string): Promise<{ type: string; body: string | Uint8Array } | undefined> {
  if (path === '/')
    return { type: 'text/html; charset=utf-8', body: formPage(await readContenu(contentDir())) };
  if (path === '/accueil.css')
    return { type: TYPES['.css'] ?? '', body: await styleOf(await readContenu(contentDir())) };
  const file = join(await formBundle(), normalize(path));
  const body = await readFile(file).catch(() => undefined);
  return body && { type: TYPES[extname(path)] ?? 'application/octet-stream', body };
}

/** The form in the site when the publication asks for it, and in the preview in any case. */
export function redactionForm(): AstroIntegration {
  return {
    name: 'redaction',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/redaction', (request, response, next) => {
          const path = new URL(request.originalUrl ?? '/', 'http://localhost').pathname;
          const inside = path.slice('/redaction'.length);
          if (inside === '') return void response.writeHead(302, { location: '/redaction/' }).end();
          previewFile(inside).then((file) => {
            if (!file) return next();
            response.writeHead(200, { 'content-type': file.type }).end(file.body);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const contenu = await sharedContenu(contentDir());
        if (publicationOf(contenu)?.redaction?.formulaire)
          await writeForm(join(fileURLToPath(dir), 'redaction'), contenu);
      },
    },
  };
}
