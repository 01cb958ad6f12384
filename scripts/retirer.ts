import { readContenu } from '#src/checks/contenu.ts';
import { printable } from '#src/checks/paint.ts';
import { fr, plural } from '#src/checks/text.ts';
import { versionsWith } from '#src/upkeep/git.ts';
import { type Mention, mentionsOf } from '#src/upkeep/mentions.ts';
import { readOptions, usageError } from './options.ts';
import { contentFolder } from './report.ts';
import { command } from './user-error.ts';

const USAGE = fr`
  npm run retirer -- "Prénom Nom"      dit partout où ce nom paraît : textes, noms de fichiers, documents, images
  npm run retirer -- cuisine.jpg       dit partout où cette image paraît

La commande cherche et n'écrit rien : remplacer un nom par un rôle demande une phrase que seule une personne peut écrire.`;

const WHERE: Readonly<Record<Mention['where'], string>> = {
  texte: '',
  nom: fr`nom du fichier`,
  document: fr`dans le document`,
  image: fr`dans les données cachées de l'image`,
};

const WHAT_TO_DO = fr`Remplacer chaque nom par un rôle (« une infirmière »), ôter l'image et ce qui la montre, puis « npm run verifier »,
« npm run build », et déposer le dossier « dist » entier : ce qui n'y est plus quitte le site.`;

const lineOf = ({ path, line, where, excerpt }: Mention): string =>
  printable(
    line === undefined ? `  ${path} · ${WHERE[where]} · ${excerpt}` : `  ${path}:${line} · ${excerpt}`,
  );

await command(async () => {
  const { positionals } = readOptions({}, USAGE);
  const [asked, ...more] = positionals;
  if (asked === undefined || more.length > 0)
    throw usageError(fr`Quel nom chercher ? Un nom de plusieurs mots se met entre guillemets.`, USAGE);
  if ((asked.match(/[\p{L}\p{N}]/gu) ?? []).length < 2)
    throw usageError(fr`« ${asked} » est trop court.`, USAGE);
  const dir = await contentFolder();
  const { found, unread } = await mentionsOf(await readContenu(dir), asked);
  const versions = await versionsWith(dir, asked);
  const parts = [
    found.length === 0
      ? fr`« ${asked} » ne paraît nulle part dans le contenu.`
      : [fr`« ${asked} » paraît à ${plural(found.length, 'endroit')} :`, ...found.map(lineOf)].join('\n'),
    ...(unread.length > 0
      ? [
          [
            fr`Ces documents ne se lisent pas ici : les ouvrir et y chercher.`,
            ...unread.map((path) => `  ${printable(path)}`),
          ].join('\n'),
        ]
      : []),
    ...(found.length > 0 ? [WHAT_TO_DO] : []),
    ...(versions
      ? [
          fr`L'historique des versions (git) en garde la trace dans ${plural(versions, 'version')} : demander à la personne qui tient le projet de l'en ôter.`,
        ]
      : []),
  ];
  console.log(parts.join('\n\n'));
  return true;
});
