import { escapeMarkup } from '#src/domain/markup.ts';
import { DARK, LIGHT } from '#src/domain/theme.ts';
import type { Contenu } from '#src/checks/contenu.ts';
import type { Issue } from '#src/checks/issues.ts';
import { capitalised, remedy } from '#src/checks/report.ts';
import { fr, plural } from '#src/checks/text.ts';

export interface PageOptions {
  /** What stands in the head: what brings the page up to date when a file changes. */
  readonly head: string;
  /** Address of a file's line in the editor's own program, when it has one. */
  readonly open?: (file: string, line: number, column: number) => string;
}

/** Lines shown on each side of the wrong one. */
const AROUND = 2;
/** Longer lines are cut: what is shown is a place, not a text to read. */
const LONGEST = 160;

/**
 * The check's report as a page, for the preview: each problem with the lines where it stands.
 * @param issues at least one
 */
export function reportPage(contenu: Contenu, issues: readonly Issue[], { head, open }: PageOptions): string {
  const errors = issues.filter(({ severity }) => severity === 'erreur');
  const byFile = Map.groupBy(errors.length > 0 ? errors : issues, (issue) => issue.file);
  const title = `${plural(errors.length, 'erreur')} dans ${plural(byFile.size, 'fichier')}`;
  const files = [...byFile].map(
    ([file, list]) =>
      `<section><h2>${escapeMarkup(file)}</h2>${list.map((issue) => problem(contenu, issue, open)).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
${head}
</head>
<body>
<main>
<p class="ou">${fr`Aperçu`}</p>
<h1>${title}</h1>
<p>${fr`Cette page reviendra d'elle-même dès que ce sera corrigé et enregistré.`}</p>
${files.join('\n')}
</main>
</body>
</html>
`;
}

function problem(contenu: Contenu, issue: Issue, open: PageOptions['open']): string {
  const { file, line, column, field } = issue;
  const place = fr`Ligne ${line}, colonne ${column}`;
  const where = open ? `<a href="${escapeMarkup(open(file, line, column))}">${place}</a>` : place;
  const named = field === undefined ? '' : ` · <b>${escapeMarkup(field)}</b>`;
  const remedies = remedy(issue).map((one) => {
    const [, what = '', written = ''] = /^(.*? : |.*?\u00A0: )([\s\S]*)$/.exec(one) ?? [];
    return `<p class="remede">${escapeMarkup(what)}<code>${escapeMarkup(written)}</code></p>`;
  });
  return `<article><p class="place">${where}${named}</p><p>${escapeMarkup(capitalised(issue.message))}</p>${excerptOf(contenu, issue)}${remedies.join('')}</article>`;
}

/** The lines around a problem, the wrong one marked. */
function excerptOf(contenu: Contenu, { file, line }: Issue): string {
  const text = textOf(contenu, file)?.split('\n');
  if (text === undefined || line > text.length) return '';
  const first = Math.max(1, line - AROUND);
  const shown = text.slice(first - 1, line + AROUND).map((written, index) => {
    const number = first + index;
    const cut = written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
    const row = `<span class="numero">${number}</span>${escapeMarkup(cut)}`;
    return number === line ? `<mark>${row}</mark>` : `<span>${row}</span>`;
  });
  return `<pre>${shown.join('\n')}</pre>`;
}

function textOf(contenu: Contenu, path: string): string | undefined {
  const sources = [
    contenu.publication,
    contenu.formulaire,
    ...contenu.vocabulaires.values(),
    ...contenu.files,
  ];
  return sources.find((source) => source?.path === path)?.text;
}

const variables = (theme: typeof LIGHT): string =>
  Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const STYLE = `:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--papier);color:var(--texte);font:1rem/1.55 system-ui,sans-serif}
main{max-width:50rem;margin:0 auto;padding:3rem 1.25rem 5rem}
.ou{color:var(--discret);margin:0}
h1{color:var(--encre);font-size:2rem;line-height:1.2;margin:.25rem 0 .75rem}
h2{color:var(--encre);font-size:1.125rem;margin:2.5rem 0 .75rem;overflow-wrap:anywhere}
article{background:var(--carte);border-left:4px solid var(--accent);padding:1rem 1.25rem;margin:0 0 1rem}
article p{margin:0 0 .5rem}
.place{color:var(--discret)}
.place b{color:var(--accent)}
a{color:var(--lien)}
pre{background:var(--creux);margin:.75rem 0;padding:.5rem 0;overflow-x:auto;font:.875rem/1.6 ui-monospace,monospace}
pre>*{display:inline-block;min-width:100%;padding-right:1rem}
mark{background:var(--surligne);color:inherit}
.numero{display:inline-block;width:3.5rem;padding-right:1rem;text-align:right;color:var(--discret);user-select:none}
.remede{color:var(--lien)}
code{font:.9375rem/1.5 ui-monospace,monospace;white-space:pre-wrap}`;
