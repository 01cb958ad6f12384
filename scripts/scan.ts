import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { fr } from '#src/checks/text.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { countOf, joinList } from '#src/domain/french.ts';
import { slugify } from '#src/domain/slugs.ts';
import { writeAll } from '#src/files/write-files.ts';
import { CACHE, FILES } from '#src/infographics/cache.ts';
import { drawMissing, type Infographie, infographies } from './pictures.ts';
import { readOptions, usageError, yearOption } from './options.ts';
import { checkContent, isPublishable, printReport } from './report.ts';
import { command, UserError } from './user-error.ts';

const USAGE = fr`
  npm run scan -- clisson                 l’infographie d’une équipe, toutes ses années
  npm run scan -- clisson --annee 2019    celle d’une année
  npm run scan -- region                  celles de la région
  npm run scan                            toutes celles qui sont en ligne
  npm run scan -- --shard 1/4             le premier quart, dans ${relative('.', CACHE)} seulement
Options :
  --vers dossier                          où écrire les fichiers (« infographies » sans cette option)`;

/** Which part of the work this machine does: « 2/5 » is the second of five. */
function shardOf(text: string | boolean | undefined): { rank: number; of: number } | undefined {
  if (text === undefined) return undefined;
  const [, rank = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(String(text)) ?? []).map(Number);
  if (rank < 1 || of < 1 || rank > of)
    throw new UserError(
      fr`« --shard ${String(text)} » ne se lit pas. Écrire le rang de cette machine et leur nombre : « --shard 2/5 ».`,
    );
  return { rank, of };
}

/** The infographics that a word names: a file's name, or a part of it that is only one team's. */
function named(all: readonly Infographie[], word: string): Infographie[] {
  const ids = [...new Set(all.map(({ id }) => id))];
  const wanted = slugify(word);
  const exact = ids.filter((id) => id === wanted);
  const found = exact.length > 0 || wanted === '' ? exact : ids.filter((id) => id.includes(wanted));
  if (found.length > 1)
    throw new UserError(
      fr`« ${word} » désigne plusieurs équipes : ${joinList(found)}. Écrire le nom entier.`,
    );
  const [id] = found;
  if (id !== undefined) return all.filter((one) => one.id === id);
  const near = nearest(
    word,
    ids.map((name) => ({ word: name, names: name.split('-') })),
  );
  throw new UserError(fr`Aucune équipe « ${word} » n'a de Scan'équipe.` + question(near));
}

const OPTIONS = {
  annee: { type: 'string' },
  vers: { type: 'string' },
  shard: { type: 'string' },
} as const;

/** Where the files go; never among the content, which is made of what its authors write. */
function folderOf(asked: string | boolean | undefined): string {
  const folder = resolve(String(asked ?? 'infographies'));
  if ((folder + sep).startsWith(contentDir() + sep))
    throw new UserError(fr`« ${folder} » est dans le dossier du contenu : choisir un autre dossier.`);
  return folder;
}

/** Writes the files of one infographic, all or none. */
async function writeFiles({ key, nom }: Infographie, folder: string): Promise<string[]> {
  const files = await Promise.all(
    FILES.map(async (name) => ({
      path: join(folder, `${nom}-${name}`),
      content: await readFile(join(CACHE, key, name)),
    })),
  );
  await writeAll(files);
  return files.map(({ path }) => path);
}

await command(async () => {
  const { values, positionals } = readOptions(OPTIONS, USAGE);
  const [word, ...more] = positionals;
  if (more.length > 0)
    throw usageError(fr`Une seule équipe à la fois : « ${more[0] ?? ''} » est de trop.`, USAGE);
  const shard = shardOf(values.shard);
  const annee = yearOption(values.annee, USAGE);
  const folder = folderOf(values.vers);
  const checked = await checkContent();
  if (!isPublishable(checked)) {
    printReport(checked);
    console.error(fr`\nAucune infographie n'a été faite : corrigez d'abord ces erreurs.`);
    return false;
  }
  const all = infographies(checked.contenu);
  const asked = (word === undefined ? all.filter(({ enLigne }) => enLigne) : named(all, word)).filter(
    (one) => annee === undefined || one.annee === annee,
  );
  if (asked.length === 0)
    throw new UserError(fr`Aucun Scan'équipe${annee === undefined ? '' : ` de ${annee}`} : rien à dessiner.`);
  const own = shard ? asked.filter((_, index) => index % shard.of === shard.rank - 1) : asked;
  const drawn = await drawMissing(own);
  const made = `${countOf(own.length, 'infographie')}, dont ${drawn} ${drawn < 2 ? 'dessinée' : 'dessinées'} à l’instant`;
  if (shard) {
    console.log(fr`Part ${shard.rank} sur ${shard.of} : ${made}, dans « ${relative('.', CACHE)} ».`);
    return true;
  }
  const written: string[] = [];
  for (const one of own) written.push(...(await writeFiles(one, folder)));
  console.log(fr`${made} : ${countOf(written.length, 'fichier')} dans « ${folder} ».`);
  if (own.length === 1) for (const path of written) console.log(`  ${relative('.', path)}`);
  return true;
});
