import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Issue } from '#src/checks/issues.ts';
import { reportPage } from '#src/checks/reporters/page.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { checkContent, type Checked, printReport } from './report.ts';

/** What the check says of the folder as it stands. */
export class LiveCheck {
  #latest: Promise<Checked> = checkContent();
  #changedAt = -Infinity;
  readonly #told: ((checked: Checked) => void)[] = [];

  now(): Promise<Checked> {
    return this.#latest;
  }

  onChange(tell: (checked: Checked) => void): void {
    this.#told.push(tell);
  }

  /** Whether the folder changed so lately that the preview may not have read it again yet. */
  isFresh(): boolean {
    return performance.now() - this.#changedAt < 5000;
  }

  /** Something changed in the folder: reads it again, and prints what is wrong. */
  async again(): Promise<Checked> {
    this.#changedAt = performance.now();
    this.#latest = checkContent();
    const checked = await this.#latest;
    printReport(checked);
    return checked;
  }

  tell(checked: Checked): void {
    for (const tell of this.#told) tell(checked);
  }
}

/** Errors of what every page stands on; one of them spoils them all. */
const EVERYWHERE = /^(publication\.yaml|vocabulaire\/)/;

/** The errors that a page's reader is to be told of instead of the page: its own file's, and those of every page. */
function errorsOf({ contenu, issues }: Checked, address: string): Issue[] {
  const own = new Set(contenu.files.filter((file) => file.address === address).map(({ path }) => path));
  return issues.filter(
    ({ severity, file }) => severity === 'erreur' && (own.has(file) || EVERYWHERE.test(file)),
  );
}

/** In the terminal of VS Code, a problem's place opens its file there. */
const OPEN =
  process.env['TERM_PROGRAM'] === 'vscode'
    ? (file: string, line: number, column: number) =>
        `vscode://file/${resolve(join(contentDir(), file))}:${line}:${column}`
    : undefined;

/** The report as a page; `head` says how it comes up to date. */
export const errorPage = ({ contenu }: Checked, issues: readonly Issue[], head: string): string =>
  reportPage(contenu, issues, { head, ...(OPEN ? { open: OPEN } : {}) });

const CLIENT = '<script type="module" src="/@vite/client"></script>';

function isPage({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'GET' && !url.startsWith('/@') && (headers.accept ?? '').includes('text/html');
}

function send(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/**
 * Shows the check's messages in the preview: instead of a page whose file is wrong, and instead of the crash that a
 * wrong file elsewhere would cause. Pages come back by themselves once the file is mended.
 */
export function previewCheck(check: LiveCheck): AstroIntegration {
  return {
    name: 'controle-de-l-apercu',
    hooks: {
      'astro:server:setup': ({ server }) => {
        check.onChange(() => server.ws.send({ type: 'full-reload' }));
        server.middlewares.use((request, response, next) => {
          if (!isPage(request)) {
            next();
            return;
          }
          void check.now().then((checked) => {
            const address = (request.url ?? '/').replace(/[?#].*$/, '').replace(/\/?$/, '/');
            const errors = errorsOf(checked, address);
            if (errors.length > 0) send(response, errorPage(checked, errors, CLIENT));
            else insteadOfCrash(response, checked, { address, fresh: check.isFresh() }, next);
          }, next);
        });
      },
    },
  };
}

const SOON = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Un instant…</title><p>La page revient dans un instant.</p></html>`;

/**
 * Lets a page be made. When that fails and some file is wrong, shows what is wrong rather than the failure; when the
 * page is not known yet though its file is right, asks to wait.
 */
function insteadOfCrash(
  response: ServerResponse,
  { contenu, issues }: Checked,
  { address, fresh }: { readonly address: string; readonly fresh: boolean },
  next: () => void,
): void {
  const errors = issues.filter(({ severity }) => severity === 'erreur');
  const made = contenu.files.some((file) => file.address === address && file.value !== undefined);
  const { writeHead, write, end } = response;
  let instead: string | undefined;
  response.writeHead = ((status: number, ...rest: never[]) => {
    const wait = made && fresh && (status === 404 || (status >= 500 && errors.length === 0));
    if (wait) instead = SOON;
    else if (status >= 404 && errors.length > 0) instead = errorPage({ contenu, issues }, errors, CLIENT);
    else if (status >= 500)
      console.error(`L’aperçu de ${address} a un défaut qui n’est pas dans vos textes : la page le montre.`);
    return instead === undefined ? writeHead.call(response, status, ...rest) : response;
  }) as typeof writeHead;
  response.write = ((...chunk: Parameters<typeof write>) =>
    instead !== undefined || write.apply(response, chunk)) as typeof write;
  response.end = ((...chunk: Parameters<typeof end>) => {
    if (instead === undefined) return end.apply(response, chunk);
    Object.assign(response, { writeHead, write, end });
    send(response, instead);
    return response;
  }) as typeof end;
  next();
}
