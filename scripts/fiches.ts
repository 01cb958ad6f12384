import { existsSync, globSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, fr } from '#src/checks/text.ts';
import { contentDir, siteDir } from '#src/domain/content-dir.ts';
import { countOf } from '#src/domain/french.ts';
import { slugify } from '#src/domain/slugs.ts';
import { writeAll } from '#src/files/write-files.ts';
import { VARIABLES } from '#src/print/chromium.ts';
import { type NoBrowser, OLDEST, openBrowser } from '#src/print/launch.ts';
import { printSheet, serveAtAddress } from '#src/print/print.ts';
import { nameOf, readSheets, type Sheet } from '#src/print/sheets.ts';
import { readOptions } from './options.ts';
import { command, UserError } from './user-error.ts';

/** PDF files by the digest of what they print: only what has changed is printed again. */
const CACHE = resolve('.cache/fiches');

const USAGE = fr`
  npm run fiches                          chaque récit, outil et équipe du site fabriqué, en PDF
  npm run fiches -- pole-sante-clisson    ceux qui portent ce nom
Options :
  --dossier dossier                       où écrire les fichiers (« fiches » sans cette option)`;

const cached = ({ key }: Sheet): string => join(CACHE, `${key}.pdf`);

/** The sheets that a word names: a name, or a part of one that no other has. */
function named(all: readonly Sheet[], word: string): Sheet[] {
  const wanted = word.replace(/\.(mdx?|yaml|pdf)$/, '');
  const exact = all.filter((sheet) => sheet.id === wanted || nameOf(sheet) === wanted);
  if (exact.length > 0) return exact;
  const part = slugify(wanted);
  const found = part === '' ? [] : all.filter(({ id }) => id.includes(part));
  const ids = [...new Set(found.map(({ id }) => id))];
  if (ids.length === 1) return found;
  if (ids.length > 1)
    throw new UserError(
      fr`« ${word} » peut désigner plusieurs fiches : ${either(ids.map((id) => fr`« ${id} »`))}. Écrire le nom entier.`,
    );
  const near = nearest(
    wanted,
    all.map(({ id }) => id),
  );
  throw new UserError(fr`Aucune fiche ne s'appelle « ${word} ».${question(near)}`);
}

/** Where the files go; never among the content nor in the site, which a build replaces. */
function folderOf(asked: string | boolean | undefined): string {
  const folder = resolve(String(asked ?? 'fiches'));
  for (const [kept, what] of [
    [contentDir(), 'du contenu'],
    [siteDir(), 'du site fabriqué'],
  ] as const)
    if ((folder + sep).startsWith(kept + sep))
      throw new UserError(fr`« ${folder} » est dans le dossier ${what} : choisir un autre dossier.`);
  return folder;
}

/** What to do to have a browser that prints. */
function noBrowser(problem: NoBrowser): UserError {
  const remedy = fr`Installez Chrome, Edge ou Chromium, ou écrivez où il se trouve dans la variable ${VARIABLES[0]}.`;
  switch (problem.why) {
    case 'no-packages':
      return new UserError(
        fr`Les fiches demandent les outils de développement du projet : lancez « npm ci », puis recommencez.`,
      );
    case 'none':
      return new UserError(fr`Aucun navigateur ne peut imprimer les fiches. ${remedy}`);
    case 'missing':
      return new UserError(
        fr`La variable ${problem.variable} désigne un navigateur qui n'existe pas : ${problem.path}`,
      );
    case 'refuses':
      return new UserError(fr`Le navigateur ne démarre pas : ${problem.path}\n${remedy}`);
    case 'old':
      return new UserError(
        fr`Le navigateur est trop ancien (${problem.version}) pour numéroter les pages : ${problem.path}\nMettez-le à jour : version ${OLDEST} au moins.`,
      );
  }
}

/** Prints sheets into the cache, each told as it is done; a run that is stopped goes on from there. */
async function print(sheets: readonly Sheet[], site: string): Promise<void> {
  const browser = await openBrowser();
  if ('why' in browser) throw noBrowser(browser);
  try {
    await mkdir(CACHE, { recursive: true });
    const context = await browser.newContext();
    await serveAtAddress(context, site);
    for (const [rank, sheet] of sheets.entries()) {
      await writeAll([{ path: cached(sheet), content: await printSheet(context, sheet) }]);
      console.log(`${rank + 1}/${sheets.length} ${nameOf(sheet)}`);
    }
  } finally {
    await browser.close();
  }
}

/** PDF files of pages that are no more as they were. */
async function forget(all: readonly Sheet[]): Promise<void> {
  const current = new Set(all.map(({ key }) => `${key}.pdf`));
  const files = await readdir(CACHE).catch(() => []);
  await Promise.all(files.filter((name) => !current.has(name)).map((name) => rm(join(CACHE, name))));
}

/** The site is made from the content: words changed since are not on the sheets. */
function isBehind(site: string): boolean {
  const built = statSync(join(site, 'index.html')).mtimeMs;
  const content = contentDir();
  return globSync('**/*.{md,mdx,yaml}', { cwd: content }).some(
    (file) => statSync(join(content, file)).mtimeMs > built,
  );
}

await command(async () => {
  const { values, positionals } = readOptions({ dossier: { type: 'string' } }, USAGE);
  const folder = folderOf(values.dossier);
  const site = siteDir();
  const all = existsSync(join(site, 'index.html')) ? await readSheets(site) : [];
  if (all.length === 0)
    throw new UserError(
      fr`Aucune page à imprimer dans « ${site} » : lancez d'abord « npm run build », qui fabrique le site.`,
    );
  const asked =
    positionals.length === 0 ? all : [...new Set(positionals.flatMap((word) => named(all, word)))];
  if (isBehind(site))
    console.warn(
      fr`Des textes ont changé depuis la fabrication du site : les fiches n'en disent rien. « npm run build » le refait.\n`,
    );
  const missing = asked.filter((sheet) => !existsSync(cached(sheet)));
  if (missing.length > 0) await print(missing, site);
  await writeAll(
    await Promise.all(
      asked.map(async (sheet) => ({
        path: join(folder, `${nameOf(sheet)}.pdf`),
        content: await readFile(cached(sheet)),
      })),
    ),
  );
  if (positionals.length === 0) await forget(all);
  const made = missing.length === 0 ? 'toutes déjà à jour' : `dont ${missing.length} à l’instant`;
  console.log(fr`${countOf(asked.length, 'fiche')} (${made}) dans « ${folder} ».`);
  if (asked.length <= 3)
    for (const sheet of asked) console.log(`  ${relative('.', join(folder, `${nameOf(sheet)}.pdf`))}`);
  return true;
});
