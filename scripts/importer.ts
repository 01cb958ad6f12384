import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContenu } from '#src/checks/contenu.ts';
import { nearest } from '#src/checks/nearest.ts';
import { question } from '#src/checks/explain.ts';
import { fr } from '#src/checks/text.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { importScans } from '#src/import/index.ts';
import { templateFiles } from '#src/import/template.ts';
import { writeAll } from '#src/import/write-files.ts';
import { command, UserError } from './user-error.ts';

const USAGE = fr`
  npm run importer -- scans reponses.csv                  importe les réponses du formulaire (CSV ou XLSX)
  npm run importer -- scans reponses.csv --essai          dit ce qui serait écrit, et n'écrit rien
  npm run importer -- scans reponses.csv --annee 2026     donne l'année, ou vérifie qu'elle est la bonne
  npm run importer -- scans reponses.csv --remplacer      met ces réponses à la place de celles qui sont là
  npm run importer -- modele [dossier]                    écrit le formulaire à remplir, en CSV et en XLSX`;

const OPTIONS = {
  annee: { type: 'string' },
  essai: { type: 'boolean' },
  remplacer: { type: 'boolean' },
} as const;

const usage = (problem: string) => new UserError(`${problem}\n${USAGE}`);

function readArguments() {
  const { values, positionals } = parseArgs({ options: OPTIONS, strict: false, allowPositionals: true });
  for (const name of Object.keys(values)) {
    if (!(name in OPTIONS))
      throw usage(fr`L'option « --${name} » n'existe pas.${question(nearest(name, Object.keys(OPTIONS)))}`);
  }
  const { annee } = values;
  if (annee !== undefined && !/^(19|20)\d{2}$/.test(String(annee))) {
    throw usage(fr`« --annee » attend une année à quatre chiffres, par exemple « --annee 2026 ».`);
  }
  for (const name of ['essai', 'remplacer'] as const) {
    // A value there is a misplaced file name: never taken for « no ».
    if (typeof values[name] === 'string') throw usage(fr`« --${name} » ne prend pas de valeur.`);
  }
  const options = { essai: values['essai'] === true, remplacer: values['remplacer'] === true };
  return { positionals, options: annee === undefined ? options : { ...options, annee: Number(annee) } };
}

async function contentFolder(): Promise<string> {
  const dir = contentDir();
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) throw new UserError(`Le dossier du contenu est introuvable\u00A0: ${dir}`);
  return dir;
}

async function importAnswers(file: string, options: Parameters<typeof importScans>[2]): Promise<boolean> {
  const width = Math.min(process.stdout.columns || 80, 100);
  const { ok, text } = await importScans(await contentFolder(), resolve(file), { ...options, width });
  console.log(text);
  return ok;
}

async function writeTemplate(folder: string): Promise<boolean> {
  const files = await templateFiles(await readContenu(await contentFolder()));
  const placed = files.map(({ path, content }) => ({ path: join(folder, path), content }));
  for (const { path } of placed) {
    if (await stat(path).catch(() => undefined)) {
      throw new UserError(
        fr`« ${path} » existe déjà, et contient peut-être des réponses : le renommer, ou donner un autre dossier.`,
      );
    }
  }
  await writeAll(placed);
  console.log([fr`Formulaire à remplir :`, ...placed.map(({ path }) => `  ${path}`)].join('\n'));
  return true;
}

await command(async () => {
  const { positionals, options } = readArguments();
  const [what, target, ...more] = positionals;
  if (what === undefined) throw usage(fr`Que faut-il importer ?`);
  if (what !== 'scans' && what !== 'modele')
    throw usage(
      fr`« ${what} » n'est pas une importation connue.${question(nearest(what, ['scans', 'modele']))}`,
    );
  if (more.length > 0)
    throw usage(
      fr`Un seul fichier à la fois : « ${more[0] ?? ''} » est de trop (un nom qui contient des espaces se met entre guillemets).`,
    );
  if (what === 'modele') return writeTemplate(target ?? '.');
  if (target === undefined) throw usage(fr`Quel fichier ? Donner l'export du formulaire, en CSV ou en XLSX.`);
  return importAnswers(target, options);
});
