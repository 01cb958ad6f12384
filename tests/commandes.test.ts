import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sha } from '#src/domain/digest.ts';
import { listWalk } from './list-walk.ts';
import { AUTRE } from './sites.ts';
import { ASIDE, commandLine, run } from './run-command.ts';
import { changeShared, changeSome, UNTOUCHED, writeFirst } from './reconstruction.ts';

/** Every test that builds stands here: one build at a time in a folder. */
const FOLDER = '.cache/tests/commandes';

beforeEach(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});

test.each(['verifier', 'build'])('%s : un dossier de contenu introuvable se dit en une phrase', (script) => {
  expect(run(script, { CONTENT_DIR: `${FOLDER}/absent` })).toEqual({
    status: 1,
    text: 'Le dossier du contenu est introuvable\u00A0: ./.cache/tests/commandes/absent\n',
  });
});

test.each([['content'], ['.'], ['src']])('le site ne s’écrit pas par-dessus « %s »', (place) => {
  const { status, text } = run('build', { OUT_DIR: place });
  expect(status).toBe(1);
  expect(text).toMatch(/effacerait le contenu ou le projet|contient autre chose qu’un site/);
  expect(existsSync('content/publication.yaml')).toBe(true);
});

test('un contenu fautif ne touche pas au dernier site', () => {
  const site = join(FOLDER, 'site');
  const content = join(FOLDER, 'contenu');
  mkdirSync(join(site, 'ressources'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'le dernier site');
  cpSync('tests/autre-publication', content, { recursive: true });
  writeFileSync(join(content, 'equipes/le-phare.yaml'), 'nom: Le Phare\n');
  const { status, text } = run('build', { CONTENT_DIR: content, OUT_DIR: site });
  expect(status).toBe(1);
  expect(text).toContain('Le site n’a pas été refait');
  expect(text).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('le dernier site');
});

test('une construction tuée en route laisse le dernier site entier, et la suivante réussit', async () => {
  const site = join(FOLDER, 'site');
  const env = { CONTENT_DIR: AUTRE.content, OUT_DIR: site };
  cpSync(AUTRE.dir, site, { recursive: true });
  const before = readFileSync(join(site, 'index.html'), 'utf8');
  const child = spawn(process.execPath, commandLine('build'), {
    env: { ...process.env, ...ASIDE, ...env },
  });
  await new Promise<void>((ready) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Construction') && ready());
  });
  child.kill('SIGKILL');
  await new Promise((done) => child.on('exit', done));
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe(before);
  expect(run('build', env).status).toBe(0);
});

/** Every file of a site with a digest of its bytes. */
function bytesOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).toSorted();
  return new Map(paths.map((path) => [relative(site, path), sha(readFileSync(path))]));
}

/** Four builds, on a machine that does other work. */
const FOUR_BUILDS = 600_000;

test(
  'reconstruire après des changements donne, à l’octet près, le site construit sans rien garder, longues listes comprises',
  async () => {
    const content = join(FOLDER, 'contenu');
    // No build has seen it: it has no cache.
    const anew = join(FOLDER, `contenu-${Date.now()}`);
    const built = (dir: string, name: string): string => {
      const site = join(FOLDER, name);
      const { status, text } = run('build', { CONTENT_DIR: dir, OUT_DIR: site });
      expect(status, text).toBe(0);
      return site;
    };
    const before = new Set(globSync('.cache/astro-*'));
    await writeFirst(content);
    expect(listWalk(built(content, 'site'), '/histoires/theme/accueil-du-public/')).toMatchInlineSnapshot(`
      {
        "pages": [
          {
            "canonical": "https://carnets.example/histoires/theme/accueil-du-public/",
            "card": true,
            "counts": "27 histoires ",
            "current": "Page 1",
            "feeds": 3,
            "filter": undefined,
            "inPlan": false,
            "mapped": true,
            "nav": "1 2 Plus anciennes",
            "path": "/histoires/theme/accueil-du-public/",
            "previous": undefined,
            "said": "Page 1 sur 2",
            "searched": false,
            "stories": 20,
            "title": "Histoires : Accueil du public · Les Carnets du large",
          },
          {
            "canonical": "https://carnets.example/histoires/theme/accueil-du-public/page/2/",
            "card": true,
            "counts": "27 histoires ",
            "current": "Page 2",
            "feeds": 0,
            "filter": "Accueil du public",
            "inPlan": false,
            "mapped": true,
            "nav": "Plus récentes 1 2",
            "path": "/histoires/theme/accueil-du-public/page/2/",
            "previous": "/histoires/theme/accueil-du-public/",
            "said": "Page 2 sur 2",
            "searched": false,
            "stories": 7,
            "title": "Histoires : Accueil du public, page 2 · Les Carnets du large",
          },
        ],
        "stories": 27,
        "twice": 0,
      }
    `);
    changeShared(content);
    built(content, 'site');
    await changeSome(content);
    // A page that was kept is told by a mark in what the last build left.
    const kept = globSync(`.cache/astro-*/dist/${UNTOUCHED}`);
    expect(kept).not.toEqual([]);
    for (const page of kept) appendFileSync(page, MARK);
    const again = built(content, 'site');
    const page = readFileSync(join(again, UNTOUCHED), 'utf8');
    expect(page.endsWith(MARK)).toBe(true);
    writeFileSync(join(again, UNTOUCHED), page.slice(0, -MARK.length));
    for (const path of kept) writeFileSync(path, readFileSync(path, 'utf8').slice(0, -MARK.length));
    cpSync(content, anew, { recursive: true });
    expect(bytesOf(again)).toEqual(bytesOf(built(anew, 'neuf')));
    for (const cache of globSync('.cache/astro-*'))
      if (!before.has(cache)) rmSync(cache, { recursive: true });
  },
  FOUR_BUILDS,
);
const MARK = '<!-- gardée -->';

test('ce qui n’est pas en ligne ne laisse rien dans le site, pas même une image', () => {
  const content = join(FOLDER, 'contenu');
  const site = join(FOLDER, 'site');
  cpSync('tests/autre-publication', content, { recursive: true });
  const story = readFileSync(join(content, 'histoires/le-phare/index.mdx'), 'utf8');
  const secret = story
    .replace(/anciennes_adresses:\n.*\n/, '')
    .replace('LECT/RC/001/0625', 'LECT/RC/002/0625')
    .replace('Le Phare ouvre le dimanche', 'Un secret bien gardé')
    .replaceAll('./comptoir.png', './secrete.png');
  for (const [name, text] of [
    ['brouillon', secret.replace('brouillon: false', 'brouillon: true')],
    [
      'a-venir',
      secret.replace('/002/0625', '/003/0699').replace('publication: 2025-06', 'publication: 2099-06'),
    ],
  ] as const) {
    mkdirSync(join(content, 'histoires', name));
    writeFileSync(join(content, 'histoires', name, 'index.mdx'), text);
    cpSync(join(content, 'histoires/le-phare/comptoir.png'), join(content, 'histoires', name, 'secrete.png'));
  }
  const sheet = readFileSync(join(content, 'outils/affiche-horaires.md'), 'utf8').replace(
    'titre: Affiche',
    'annee: 2025\ntitre: Le secret d’une affiche',
  );
  writeFileSync(
    join(content, 'outils/brouillon.md'),
    sheet.replace('brouillon: false', 'brouillon: true').replace('horaires.txt', 'horaires-bis.txt'),
  );
  writeFileSync(join(content, 'outils/a-venir.md'), sheet.replace('annee: 2025', 'publication: 2099-06'));
  writeFileSync(join(content, 'outils/fichiers/horaires-bis.txt'), 'secret');
  writeFileSync(join(content, 'outils/en-ligne.md'), sheet.replace('Le secret', 'Le bord'));
  const { status, text } = run('build', { CONTENT_DIR: content, OUT_DIR: site });
  expect(status, text).toBe(0);
  expect(readFileSync(join(site, 'boite-a-outils/nouveautes.xml'), 'utf8')).toContain('Le bord');
  const { stdout } = spawnSync('grep -rl --exclude-dir=redaction "secret" . ; find . -name "*secret*"', {
    cwd: site,
    shell: true,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  // Pictures are written anew: the original, with all that a camera notes in it, is not in the site.
  const original = readFileSync(join(content, 'histoires/le-phare/comptoir.png'));
  const pictures = readdirSync(join(site, 'ressources')).filter((name) => name.startsWith('comptoir'));
  expect(pictures.length).toBeGreaterThan(0);
  for (const name of pictures) {
    expect(readFileSync(join(site, 'ressources', name)).equals(original), name).toBe(false);
  }
});

test('une réponse qui ne se dessine pas arrête tout, et se dit avec son fichier et son champ', () => {
  const content = join(FOLDER, 'contenu');
  const site = join(FOLDER, 'site');
  const change = (file: string, from: string, to: string) => {
    const path = join(content, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  const build = () => {
    const { status, text } = run('build', { CONTENT_DIR: content, OUT_DIR: site });
    expect(status).toBe(1);
    expect(text).toContain('Le site n’a pas été refait');
    expect(text).not.toMatch(/\n\s+at /);
    expect(existsSync(site)).toBe(false);
    return text.replaceAll(/\s+/g, ' ');
  };
  cpSync('tests/autre-publication', content, { recursive: true });
  change('equipes/l-ecume.yaml', "nom: L'Écume", 'nom: "L\'Écume 🙂"');
  expect(build()).toContain(
    'equipes/l-ecume.yaml ligne 1, colonne 6 · erreur · nom « 🙂 » n’a pas de dessin',
  );
  // Signs are told by the check; what does not fit is known only once it is laid out.
  change('equipes/l-ecume.yaml', ' 🙂', '');
  const perspectives = Array.from({ length: 200 }, (_, index) => `"Une perspective bien longue, ${index}"`);
  change('scans/2025/le-phare.yaml', 'brouillon', `perspectives: [${perspectives.join()}]\nbrouillon`);
  expect(build()).toContain(
    'scans/2025/le-phare.yaml : ces réponses ne tiennent pas sur la feuille A4, même en petits caractères.',
  );
});
