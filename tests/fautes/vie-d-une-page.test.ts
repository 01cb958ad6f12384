import { execFileSync } from 'node:child_process';
import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContenu } from '#src/checks/contenu.ts';
import { versionsWith } from '#src/upkeep/git.ts';
import { mentionsOf } from '#src/upkeep/mentions.ts';
import { proofread } from '#src/upkeep/proofread.ts';
import { review } from '#src/upkeep/review.ts';
import { change, read, VALID, write } from './publication.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vie-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function folder(name: string, overlay: Parameters<typeof write>[1] = {}): Promise<string> {
  const path = join(dir, name);
  await write(path, overlay);
  return path;
}

/** What `npm run revoir` says on a day, one line for each thing. */
async function toReview(path: string, day: string): Promise<string> {
  const parts = await review(await readContenu(path), day);
  return parts
    .flatMap(({ titre, items, unknown }) => [
      ...items.map((item) => `${titre} : ${item.path} · ${item.why}`),
      ...(unknown === undefined ? [] : [`${titre} : ${unknown}`]),
    ])
    .join('\n');
}

test('à revoir : les fiches dont la date est passée, les accords et les crédits qui manquent, les brouillons oubliés', async () => {
  const path = await folder('revoir', {
    'pages/a-propos.md': (valid) => valid.replace('brouillon: false', 'brouillon: true'),
    'histoires/port.md': (valid) =>
      valid
        .replace('credit: "Dessin de l’équipe"', 'credit: "À écrire : qui a fait l’image."')
        .replace('brouillon: false', 'brouillon: true'),
    'equipes/pole-du-port.yaml': change('brouillon: false', 'accord: 2021-03-04\nbrouillon: false'),
  });
  await utimes(join(path, 'pages/a-propos.md'), new Date('2025-01-02'), new Date('2025-01-02'));
  await utimes(join(path, 'histoires/port.md'), new Date('2026-02-20'), new Date('2026-02-20'));
  expect(await toReview(path, '2026-05-20')).toMatchInlineSnapshot(`
    "Fiches d’outils à relire : outils/livret.md · à relire depuis le 1ᵉʳ mai 2026
    Accords d’équipes à obtenir : histoires/port.md · pas encore en ligne
    Crédits et descriptions d’images à écrire : histoires/port.md · champ « photo › credit »
    Brouillons de plus de trois mois : pages/a-propos.md · pas touché depuis le 2 janvier 2025
    Passages sans repère dans les récits : histoires/port.md · 1 paragraphe sur 2 sans repère (ligne 24)
    Leviers et freins qu’aucun récit en ligne ne montre : vocabulaire/leviers.yaml · meme-lieu : « Un même lieu »
    Leviers et freins qu’aucun récit en ligne ne montre : vocabulaire/leviers.yaml · valeurs-communes : « Des valeurs communes »
    Leviers et freins qu’aucun récit en ligne ne montre : vocabulaire/freins.yaml · temps : « Manque de temps »
    Adresses perdues : l’historique des versions (git) ne se lit pas ici"
  `);
});

test('à revoir : une page renommée ou supprimée depuis qu’elle était en ligne a perdu son adresse', async () => {
  const path = await folder('git');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=essai', '-c', 'user.email=essai@exemple.fr', ...args], {
      cwd: path,
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-01-10T12:00:00Z', GIT_AUTHOR_DATE: '2026-01-10T12:00:00Z' },
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'un');
  await rename(join(path, 'outils/livret.md'), join(path, 'outils/accueil.md'));
  await rm(join(path, 'pages/a-propos.md'));
  git('add', '-A');
  git('commit', '-qm', 'deux');
  const lost = async () =>
    (await toReview(path, '2026-02-01'))
      .split('\n')
      .filter((line) => line.startsWith('Adresses'))
      .join('\n');
  expect(await lost()).toMatchInlineSnapshot(`
    "Adresses perdues : outils/livret.md · renommé le 10 janvier 2026 : dans outils/accueil.md, ajouter /boite-a-outils/livret/ à « anciennes_adresses »
    Adresses perdues : pages/a-propos.md · était à l’adresse /a-propos/ jusqu’au 10 janvier 2026"
  `);
  const kept = (VALID['outils/livret.md'] ?? '').replace(
    'brouillon: false',
    'anciennes_adresses: [/boite-a-outils/livret/]\nbrouillon: false',
  );
  await writeFile(join(path, 'outils/accueil.md'), kept);
  expect(await lost()).not.toContain('livret');
  expect(await versionsWith(path, 'Qui écrit ici')).toBe(2);
});

test('relire : longueur, titres, images, passages, sigles, longues phrases, ce qui reste à écrire', async () => {
  const long = `Nous avons ${'bien '.repeat(45)}travaillé.`;
  const contenu = await read({
    'histoires/port.md': (valid) =>
      valid
        .replace('resume: "Une équipe raconte ses débuts."', 'resume: "À écrire : la suite."')
        .replace(
          'Se croiser chaque jour.',
          `Se croiser chaque jour, à l’ARS, en RCP, au CHU de Brest et au centre de santé (CDS).\nLe CDS aussi, au XIXe siècle : XIX.\n\n${long}\n\n> À écrire : la fin.`,
        ),
  });
  const file = contenu.files.find(({ path }) => path === 'histoires/port.md');
  expect(file && proofread(contenu, file)).toMatchInlineSnapshot(`
    {
      "acronyms": [
        {
          "line": 27,
          "sigle": "ARS",
        },
        {
          "line": 27,
          "sigle": "CHU",
        },
      ],
      "headings": [
        {
          "depth": 2,
          "line": 22,
          "text": "Les débuts",
        },
      ],
      "images": [
        {
          "alt": "Le port vu du ciel.",
          "credit": "Dessin de l’équipe",
          "line": 15,
          "url": "./port.svg",
        },
      ],
      "longSentences": [
        {
          "line": 30,
          "text": "Nous avons bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien bien travaillé.",
          "words": 48,
        },
      ],
      "minutes": 1,
      "passages": [
        {
          "kind": "levier",
          "line": 26,
          "nom": "Un même lieu",
          "words": 77,
        },
      ],
      "prompts": [
        {
          "line": 3,
          "text": "À écrire : la suite.",
        },
        {
          "line": 32,
          "text": "À écrire : la fin.",
        },
      ],
      "words": 91,
    }
  `);
});

test('retirer : un nom se trouve sans accent, coupé en deux lignes, dans un document, une image, un nom de fichier', async () => {
  const odt = zipSync({
    'content.xml': strToU8('<text:p>Rédigé par <text:span>Zoé</text:span> Le <text:s/>Guen, <b>infir</b>mière</text:p>'),
    'meta.xml': strToU8('<dc:creator>Zoé Le Guen</dc:creator>'),
  });
  const jpg = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'white' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Zoe Le Guen' } })
    .toBuffer();
  const path = await folder('retirer', {
    'histoires/port.md': change('Se croiser chaque jour.', 'Merci à Zoé\nle guen, et à Zoé Le Guennec.'),
    'histoires/zoe-le-guen.jpg': jpg,
    'outils/fiche.odt': odt,
    'outils/fiche.pdf': '%PDF-1.7\n',
    'outils/livret.csv': 'nom;geste\nZOÉ LE-GUEN;accueil\n',
  });
  expect(await mentionsOf(await readContenu(path), 'Zoé Le Guen')).toMatchInlineSnapshot(`
    {
      "found": [
        {
          "excerpt": "Merci à Zoé",
          "line": 27,
          "path": "histoires/port.md",
          "where": "texte",
        },
        {
          "excerpt": "histoires/zoe-le-guen.jpg",
          "path": "histoires/zoe-le-guen.jpg",
          "where": "nom",
        },
        {
          "excerpt": "Exif II* b j ( ; r i 8c 8c Zoe Le Guen 0210 0100",
          "path": "histoires/zoe-le-guen.jpg",
          "where": "image",
        },
        {
          "excerpt": "Rédigé par Zoé Le  Guen, infirmière",
          "path": "outils/fiche.odt",
          "where": "document",
        },
        {
          "excerpt": "Zoé Le Guen",
          "path": "outils/fiche.odt",
          "where": "document",
        },
        {
          "excerpt": "ZOÉ LE-GUEN;accueil",
          "line": 2,
          "path": "outils/livret.csv",
          "where": "texte",
        },
      ],
      "unread": [
        "outils/fiche.pdf",
      ],
    }
  `);
});
