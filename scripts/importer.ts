import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readContenu } from '#src/checks/contenu.ts';
import { nearest } from '#src/checks/nearest.ts';
import { question } from '#src/checks/explain.ts';
import { fr } from '#src/checks/text.ts';
import { importScans } from '#src/import/index.ts';
import { importTools } from '#src/import/outils/index.ts';
import { toolTemplateFiles } from '#src/import/outils/template.ts';
import { templateFiles } from '#src/import/template.ts';
import { importWord } from '#src/import/word/index.ts';
import { writeAll } from '#src/files/write-files.ts';
import { readOptions, usageError, yearOption } from './options.ts';
import { contentFolder } from './report.ts';
import { command, UserError } from './user-error.ts';

const USAGE = fr`
  npm run importer -- scans reponses.csv                  importe les réponses du formulaire (CSV ou XLSX)
  npm run importer -- scans reponses.csv --essai          dit ce qui serait écrit, et n'écrit rien
  npm run importer -- scans reponses.csv --annee 2026     donne l'année, ou vérifie qu'elle est la bonne
  npm run importer -- scans reponses.csv --remplacer      met ces réponses à la place de celles qui sont là
  npm run importer -- histoire recit.docx                 fait d'un document Word le brouillon d'un récit
  npm run importer -- histoire recit.docx --equipe maison-du-port --themes prevention --leviers meme-lieu
                                                          dit ce que le document ne dit pas
  npm run importer -- outil fiche.docx                    de même, pour la fiche d'un outil
  npm run importer -- outils liste.xlsx                   fait une fiche de chaque ligne d'une liste d'outils
  npm run importer -- outils liste.xlsx --completer       laisse à écrire ce que la liste ne dit pas
  npm run importer -- outils liste.xlsx --ignorer "Notes" ne lit pas cette colonne
  npm run importer -- modele [dossier]                    écrit le formulaire et la liste à remplir, en CSV et en XLSX

« --essai » vaut pour tous, et n'écrit rien. « --fichier » donne le nom du fichier à écrire (récit, outil).`;

const OPTIONS = {
  annee: { type: 'string' },
  completer: { type: 'boolean' },
  equipe: { type: 'string' },
  ignorer: { type: 'string' },
  leviers: { type: 'string' },
  fichier: { type: 'string' },
  themes: { type: 'string' },
  essai: { type: 'boolean' },
  remplacer: { type: 'boolean' },
} as const;

const usage = (problem: string) => usageError(problem, USAGE);

type Options = ReturnType<typeof readOptions<typeof OPTIONS>>['values'];

/** Which options each import reads: one that is not read would be a wish left unsaid. */
const READ = {
  scans: ['annee', 'essai', 'remplacer'],
  histoire: ['equipe', 'essai', 'fichier', 'leviers', 'themes'],
  outil: ['essai', 'fichier', 'themes'],
  outils: ['completer', 'essai', 'ignorer', 'remplacer'],
  modele: [],
} as const satisfies Record<string, readonly (keyof typeof OPTIONS)[]>;
type What = keyof typeof READ;

function whatOf(word: string | undefined, options: Options): What {
  if (word === undefined) throw usage(fr`Que faut-il importer ?`);
  const kinds = Object.keys(READ) as What[];
  const what = kinds.find((kind) => kind === word);
  if (!what) throw usage(fr`« ${word} » n'est pas une importation connue.${question(nearest(word, kinds))}`);
  const read: readonly string[] = READ[what];
  const idle = Object.keys(options).find((option) => !read.includes(option));
  if (idle !== undefined) throw usage(fr`« --${idle} » ne sert pas à « ${what} ».`);
  return what;
}

const width = Math.min(process.stdout.columns || 80, 100);

async function importAnswers(file: string, options: Options): Promise<boolean> {
  const annee = yearOption(options.annee, USAGE);
  const { ok, text } = await importScans(await contentFolder(), file, {
    essai: options.essai === true,
    remplacer: options.remplacer === true,
    width,
    ...(annee === undefined ? {} : { annee }),
  });
  console.log(text);
  return ok;
}

/** The words of an option that takes several, « a,b ». */
function wordsOf(option: string | boolean | undefined): string[] | undefined {
  const words = typeof option === 'string' ? option.split(/[,;]/).map((word) => word.trim()) : [];
  return words.some((word) => word !== '') ? words.filter((word) => word !== '') : undefined;
}

async function importDocument(
  collection: 'histoires' | 'outils',
  file: string,
  options: Options,
): Promise<boolean> {
  const textOf = (option: string | boolean | undefined) => (typeof option === 'string' ? option : undefined);
  const { ok, text } = await importWord(await contentFolder(), file, collection, {
    essai: options.essai === true,
    equipe: textOf(options.equipe),
    leviers: wordsOf(options.leviers),
    themes: wordsOf(options.themes),
    fichier: textOf(options.fichier),
    width,
  });
  console.log(text);
  return ok;
}

async function importList(file: string, options: Options): Promise<boolean> {
  const { ok, text } = await importTools(await contentFolder(), file, {
    essai: options.essai === true,
    completer: options.completer === true,
    remplacer: options.remplacer === true,
    ignorer: wordsOf(options.ignorer) ?? [],
    width,
  });
  console.log(text);
  return ok;
}

async function writeTemplate(folder: string): Promise<boolean> {
  const contenu = await readContenu(await contentFolder());
  const files = [...(await templateFiles(contenu)), ...(await toolTemplateFiles(contenu))];
  const placed = files.map(({ path, content }) => ({ path: join(folder, path), content }));
  for (const { path } of placed) {
    if (await stat(path).catch(() => undefined)) {
      throw new UserError(
        fr`« ${path} » existe déjà, et contient peut-être des réponses : le renommer, ou donner un autre dossier.`,
      );
    }
  }
  await writeAll(placed);
  console.log([fr`À remplir :`, ...placed.map(({ path }) => `  ${path}`)].join('\n'));
  return true;
}

/** What is missing when no file is given. */
const WANTED: Record<Exclude<What, 'modele'>, string> = {
  scans: fr`Quel fichier ? Donner l'export du formulaire, en CSV ou en XLSX.`,
  histoire: fr`Quel fichier ? Donner le document Word (.docx) du récit.`,
  outil: fr`Quel fichier ? Donner le document Word (.docx) de la fiche.`,
  outils: fr`Quel fichier ? Donner la liste, en CSV ou en XLSX.`,
};

await command(async () => {
  const { values, positionals } = readOptions(OPTIONS, USAGE);
  const [word, target, ...more] = positionals;
  const what = whatOf(word, values);
  if (more.length > 0)
    throw usage(
      fr`Un seul fichier à la fois : « ${more[0] ?? ''} » est de trop (un nom qui contient des espaces se met entre guillemets).`,
    );
  if (what === 'modele') return writeTemplate(target ?? '.');
  if (target === undefined) throw usage(WANTED[what]);
  const file = resolve(target);
  if (what === 'scans') return importAnswers(file, values);
  if (what === 'outils') return importList(file, values);
  return importDocument(what === 'histoire' ? 'histoires' : 'outils', file, values);
});
