import { readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkContenu } from '#src/checks/index.ts';
import { readContenu } from '#src/checks/contenu.ts';
import { formatIssue } from '#src/checks/report.ts';
import { printable } from '#src/checks/paint.ts';
import { fr, plural } from '#src/checks/text.ts';
import { slugify } from '#src/domain/slugs.ts';
import { writeAll } from '#src/files/write-files.ts';
import { planRename, type Rename } from '#src/upkeep/rename.ts';
import { findEntry } from './find-entry.ts';
import { readOptions, usageError } from './options.ts';
import { contentFolder } from './report.ts';
import { command, UserError } from './user-error.ts';

const USAGE = fr`
  npm run renommer -- histoires/clisson pole-clisson     change le nom du fichier, donc l'adresse de la page
  npm run renommer -- histoires/clisson pole-clisson --essai

Les liens et les champs qui y mènent suivent ; si la page est en ligne, l'ancienne adresse mènera à la nouvelle.`;

await command(async () => {
  const { values, positionals } = readOptions({ essai: { type: 'boolean' } } as const, USAGE);
  const [asked, name, ...more] = positionals;
  if (asked === undefined || name === undefined || more.length > 0)
    throw usageError(fr`Il faut le fichier à renommer, puis son nouveau nom.`, USAGE);
  const dir = await contentFolder();
  const contenu = await readContenu(dir);
  const file = findEntry(contenu, asked, ['histoires', 'outils', 'equipes', 'pages']);
  const id = idOf(name, file.collection === 'pages');
  if (id === file.id) throw new UserError(fr`« ${file.path} » a déjà ce nom.`);
  if (checkContenu(contenu).some((issue) => issue.file === file.path && issue.severity === 'erreur'))
    throw new UserError(fr`« ${file.path} » a des erreurs : les corriger d'abord (« npm run verifier »).`);
  const plan = planRename(contenu, file, id);
  const shortcut = plan.moves.find(({ from }) => contenu.assets.get(from)?.problem !== undefined);
  if (shortcut)
    throw new UserError(
      fr`« ${printable(shortcut.from)} » est un raccourci, ou ne se lit pas : rien n'a changé. Mettre le fichier lui-même à sa place, ou l'ôter.`,
    );
  if (plan.taken.length > 0)
    throw new UserError(fr`« ${plan.taken[0] ?? ''} » existe déjà : rien n'a changé. Choisir un autre nom.`);
  if (plan.issues.length > 0) {
    const why = fr`Rien n'a changé : ce nom ne convient pas, ou un lien est écrit d'une façon que la commande ne sait pas suivre.`;
    throw new UserError([why, ...plan.issues.map(formatIssue)].join('\n'));
  }
  if (values.essai !== true) await carryOut(dir, plan);
  console.log(account(plan, values.essai === true));
  return true;
});

/** The identifier that a name gives; « ../ » and other folders are no names. */
function idOf(name: string, folders: boolean): string {
  const id = name
    .replace(/\.(mdx?|yaml)$/i, '')
    .split('/')
    .map(slugify)
    .join('/');
  if (id === '' || id.split('/').includes('') || (id.includes('/') && !folders))
    throw new UserError(
      fr`« ${name} » n'est pas un nom de fichier : des lettres sans accent, des chiffres et des traits d'union.`,
    );
  return id;
}

async function carryOut(dir: string, { moves, texts }: Rename): Promise<void> {
  const beside = await Promise.all(
    moves
      .filter(({ to }) => !texts.has(to))
      .map(async ({ from, to }) => ({ path: join(dir, to), content: await readFile(join(dir, from)) })),
  );
  await writeAll([...[...texts].map(([path, content]) => ({ path: join(dir, path), content })), ...beside]);
  for (const { from } of moves) await rm(join(dir, from));
  for (const folder of new Set(moves.map(({ from }) => dirname(join(dir, from)))))
    await rmdir(folder).catch(() => undefined);
}

function account({ moves, texts, from, to, kept }: Rename, essai: boolean): string {
  const places = new Set(moves.map((move) => move.to));
  const changed = [...texts.keys()].filter((path) => !places.has(path));
  return [
    essai ? fr`Rien n'a été écrit. Ce qui changerait :` : fr`C'est fait :`,
    ...moves.map((move) => printable(`  ${move.from} → ${move.to}`)),
    ...(changed.length > 0
      ? [
          fr`  ${plural(changed.length, 'autre fichier corrigé', 'autres fichiers corrigés')} : ${changed.join(', ')}`,
        ]
      : []),
    kept
      ? fr`  l'adresse ${from} mènera à ${to}`
      : fr`  l'adresse sera ${to} ; l'ancienne n'a jamais été en ligne, elle n'est pas gardée`,
  ].join('\n');
}
