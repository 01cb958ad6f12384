import { expect, test } from 'vitest';
import { change, faults, VALID } from './publication.ts';

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('deux fichiers pour une adresse : casse et accents', async () => {
  expect(await faults({ 'outils/Livrét.md': VALID['outils/livret.md'] ?? '' })).toMatchInlineSnapshot(
    `"[address-taken] outils/livret.md:1:1 · ce fichier et outils/Livrét.md auraient la même adresse, /boite-a-outils/livret/. Renommer l’un des deux, ou le supprimer."`,
  );
});

test('deux fichiers pour une adresse : .md et .mdx', async () => {
  expect(await faults({ 'outils/livret.mdx': VALID['outils/livret.md'] ?? '' })).toMatchInlineSnapshot(
    `"[address-taken] outils/livret.mdx:1:1 · ce fichier et outils/livret.md auraient la même adresse, /boite-a-outils/livret/. Renommer l’un des deux, ou le supprimer."`,
  );
});

test('deux fichiers pour une adresse : dossier', async () => {
  expect(
    await faults({
      'outils/livret/index.md': change('./livret.csv', '../livret.csv')(VALID['outils/livret.md'] ?? ''),
    }),
  ).toMatchInlineSnapshot(
    `"[address-taken] outils/livret/index.md:1:1 · ce fichier et outils/livret.md auraient la même adresse, /boite-a-outils/livret/. Renommer l’un des deux, ou le supprimer."`,
  );
});

test('adresse d’une page du site', async () => {
  expect(await faults({ 'pages/glossaire.md': VALID['pages/a-propos.md'] ?? '' })).toMatchInlineSnapshot(`
    "[link-anchor] histoires/port.md:24:73 · l’ancre « #rcp » n’existe pas dans pages/glossaire.md : ni titre, ni passage de ce nom.
    [address-reserved] pages/glossaire.md:1:1 · l’adresse /glossaire/ est déjà celle d’une page du site. Renommer ce fichier."
  `);
});

test('nom qui ne donne aucune adresse', async () => {
  expect(await faults({ 'pages/…….md': VALID['pages/a-propos.md'] ?? '' })).toMatchInlineSnapshot(
    `"[address-empty] pages/…….md:1:1 · ce nom de fichier ne donne aucune adresse : il y faut au moins une lettre sans accent ou un chiffre."`,
  );
});

test('dossier inconnu : avertissement', async () => {
  expect(await faults({ 'histoire/nord.md': 'x' })).toMatchInlineSnapshot(
    `"[folder-unknown] histoire/nord.md:1:1 · le dossier « histoire » n’est pas un dossier du site : ce fichier ne sera pas lu. Ranger ses fichiers dans le dossier « histoires »."`,
  );
});

test('fin de nom à corriger', async () => {
  expect(await faults({ 'equipes/autre.yml': 'x: 1\n' })).toMatchInlineSnapshot(
    `"[file-place] equipes/autre.yml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « equipes/autre.yaml »."`,
  );
});

test('vocabulaire mal nommé', async () => {
  expect(await faults({ 'vocabulaire/thèmes.yml': 'x: 1\n' })).toMatchInlineSnapshot(
    `"[file-place] vocabulaire/thèmes.yml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « vocabulaire/themes.yaml »."`,
  );
});

test('fichier que rien ne nomme : avertissement', async () => {
  expect(await faults({ 'outils/oubli.pdf': 'x' })).toMatchInlineSnapshot(
    `"[file-unused] outils/oubli.pdf:1:1 · aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer."`,
  );
});

test('raccourci à la place d’un contenu', async () => {
  expect(await faults({ 'pages/lien.md': { link: '/etc/hostname' } })).toMatchInlineSnapshot(
    `"[file-link] pages/lien.md:1:1 · c’est un raccourci vers un fichier rangé ailleurs : le site ne le suit pas. Copier le fichier lui-même ici."`,
  );
});

test('image manquante : propose la plus proche', async () => {
  expect(await faults({ 'histoires/port.md': change('./port.svg', './prot.svg') })).toMatchInlineSnapshot(`
    "[image-missing] histoires/port.md:16:12 · photo, fichier : cette image est introuvable : il n’y a pas de fichier histoires/prot.svg. Vouliez-vous dire « ./port.svg » ?
      Écrire :   fichier: "./port.svg""
  `);
});

test('image qui n’en est pas une', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', './port.png'),
      'histoires/port.png': 'bonjour',
      'histoires/port.svg': null,
    }),
  ).toMatchInlineSnapshot(
    `"[image-invalid] histoires/port.md:16:12 · photo, fichier : histoires/port.png n’est pas une image, ou elle est abîmée : la rouvrir dans un logiciel de dessin et l’enregistrer à nouveau."`,
  );
});

test('image d’un autre format que son nom', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', './port.jpg'),
      'histoires/port.jpg': PNG,
      'histoires/port.svg': null,
    }),
  ).toMatchInlineSnapshot(
    `"[image-mismatch] histoires/port.md:16:12 · photo, fichier : histoires/port.jpg se termine par « .jpg », mais contient une image au format png. L’enregistrer dans le format de son nom."`,
  );
});

test('format d’image inconnu du site', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', './port.heic'),
      'histoires/port.heic': 'x',
      'histoires/port.svg': null,
    }),
  ).toMatchInlineSnapshot(
    `"[image-format] histoires/port.md:16:12 · photo, fichier : « .heic » n’est pas un format d’image du site. L’enregistrer en JPG, PNG, WebP ou SVG."`,
  );
});

test('image trop lourde', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', './port.png'),
      'histoires/port.png': Buffer.concat([PNG, Buffer.alloc(12_000_000)]),
      'histoires/port.svg': null,
    }),
  ).toMatchInlineSnapshot(
    `"[image-size] histoires/port.md:16:12 · photo, fichier : histoires/port.png pèse 12 Mo ; 10 Mo au plus. Réduire l’image (2 000 pixels de large suffisent) et l’enregistrer à nouveau."`,
  );
});

test('dessin avec un programme', async () => {
  expect(
    await faults({
      'histoires/port.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><script>x</script><image href="https://exemple.fr/x.png"/></svg>',
    }),
  ).toMatchInlineSnapshot(
    `"[image-unsafe] histoires/port.md:16:12 · photo, fichier : le dessin histoires/port.svg contient un programme (« script ») et un lien vers un autre fichier : le site le refuse. L’enregistrer en « SVG simple »."`,
  );
});

test('image sans « ./ »', async () => {
  expect(await faults({ 'histoires/port.md': change('fichier: ./port.svg', 'fichier: port.svg') }))
    .toMatchInlineSnapshot(`
    "[image-name] histoires/port.md:16:12 · photo, fichier : le nom d’une image commence par « ./ » quand elle est à côté du texte : « ./port.svg ».
      Écrire :   fichier: "./port.svg""
  `);
});

test('image hors du contenu', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', '../../../etc/passwd'),
      'histoires/port.svg': null,
    }),
  ).toMatchInlineSnapshot(
    `"[file-outside] histoires/port.md:16:12 · photo, fichier : « ../../../etc/passwd » sort du dossier du contenu. Ranger le fichier à côté de ce texte et écrire « ./ » suivi de son nom."`,
  );
});

test('image d’un autre site, dans un champ', async () => {
  expect(
    await faults({
      'histoires/port.md': change('./port.svg', 'https://exemple.fr/port.svg'),
      'histoires/port.svg': null,
    }),
  ).toMatchInlineSnapshot(
    `"[file-remote] histoires/port.md:16:12 · photo, fichier : « https://exemple.fr/port.svg » est sur un autre site. Enregistrer le fichier à côté de ce texte et écrire son nom."`,
  );
});

test('document manquant', async () => {
  expect(await faults({ 'outils/livret.md': change('./livret.csv', './livre.csv') })).toMatchInlineSnapshot(`
    "[document-missing] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : ce document est introuvable : il n’y a pas de fichier outils/livre.csv. Vouliez-vous dire « ./livret.csv » ?
      Écrire :   - "./livret.csv""
  `);
});

test('document vide', async () => {
  expect(await faults({ 'outils/livret.csv': '' })).toMatchInlineSnapshot(
    `"[file-empty] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : ce document (« ./livret.csv ») est vide : zéro octet."`,
  );
});

test('document d’un format fermé', async () => {
  expect(
    await faults({
      'outils/livret.md': change('./livret.csv', './livret.pages'),
      'outils/livret.pages': 'x',
      'outils/livret.csv': null,
    }),
  ).toMatchInlineSnapshot(
    `"[document-format] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : « .pages » n’est pas un format que tous peuvent ouvrir. Formats acceptés : odt, ods, odp, pdf, csv, md, txt, svg, png, jpg, zip, docx, xlsx, pptx."`,
  );
});

test('document : raccourci qui sort du contenu', async () => {
  expect(await faults({ 'outils/livret.csv': { link: '/etc/hostname' } })).toMatchInlineSnapshot(
    `"[file-link] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : « ./livret.csv » est un raccourci vers un fichier rangé ailleurs. Copier le fichier lui-même ici."`,
  );
});

test('document : raccourci vers rien', async () => {
  expect(await faults({ 'outils/livret.csv': { link: './nulle-part.csv' } })).toMatchInlineSnapshot(
    `"[file-link] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : « ./livret.csv » est un raccourci vers un fichier qui n’existe plus. Copier le fichier lui-même ici."`,
  );
});

test('récit mal nommé dans son dossier', async () => {
  expect(await faults({ 'histoires/nord/recit.md': 'x' })).toMatchInlineSnapshot(`"[file-place] histoires/nord/recit.md:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « histoires/nord/index.md »."`);
});

test('fiche d’outil à double fin, et le document qu’elle nomme', async () => {
  expect(
    await faults({ 'outils/livret.md.txt': 'x', 'outils/grille.odt': 'x', 'outils/sous/guide.md': 'x' }),
  ).toMatchInlineSnapshot(`
    "[file-place] outils/livret.md.txt:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « outils/livret-2.md ».
    [file-place] outils/sous/guide.md:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « outils/guide.md »."
  `);
});

test('Scan’équipe hors d’une année, équipe dans un sous-dossier, fichier à la racine', async () => {
  expect(
    await faults({ 'scans/autre.yaml': 'x: 1', 'equipes/brest/autre.yml': 'x: 1', 'notes.md': 'x' }),
  ).toMatchInlineSnapshot(`
    "[file-place] equipes/brest/autre.yml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « equipes/autre.yaml ».
    [file-place] notes.md:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le ranger dans un de ces dossiers : histoires, outils, equipes, scans, regions, pages, vocabulaire ou formulaires.
    [file-place] scans/autre.yaml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « scans/AAAA/autre.yaml », AAAA étant l’année des réponses."
  `);
});

test('liste de vocabulaire inconnue', async () => {
  expect(await faults({ 'vocabulaire/xyz.yaml': 'x: 1' })).toMatchInlineSnapshot(`"[file-place] vocabulaire/xyz.yaml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Listes possibles : themes, types-outils, familles, professions, formes, structures, leviers, freins, benefices, motivations, actions ou sigles."`);
});

test('équipe mal nommée : ce qui la nomme n’est pas en faute', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': null,
      'equipes/pole-du-port.yml': VALID['equipes/pole-du-port.yaml'] ?? '',
      'pages/a-propos.md': change('Une page.', 'Voir [le Pôle](pole-du-port.yml).'),
    }),
  ).toMatchInlineSnapshot(`"[file-place] equipes/pole-du-port.yml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « equipes/pole-du-port.yaml »."`);
});

test('document nommé par une fiche illisible, ou dans un champ mal rempli', async () => {
  expect(
    await faults({ 'outils/livret.md': change('fichiers:\n  - ./livret.csv', 'fichiers: ./livret.csv') }),
  ).toMatchInlineSnapshot(`
    "[type] outils/livret.md:7:11 · fichiers : on lit « ./livret.csv » ; il faut une liste, un élément par ligne après un tiret. Documents à télécharger, rangés à côté de la fiche : « ./grille.ods ».
      Écrire : fichiers: ["./livret.csv"]"
  `);
  expect(
    await faults({ 'outils/livret.md': change('titre: "Livret d’accueil"', 'titre: "Livret') }),
  ).toMatchInlineSnapshot(`
    "[yaml-quote] outils/livret.md:2:8 · ce guillemet ouvert n’est jamais fermé : en ajouter un à la fin du texte.
      Écrire : titre: "Livret""
  `);
});

test('fichier d’équipe nommé autrement que tous ne l’écrivent : le renommer', async () => {
  expect(
    await faults({
      'equipes/pole-du-port.yaml': null,
      'equipes/port.yaml': VALID['equipes/pole-du-port.yaml'] ?? '',
    }),
  ).toMatchInlineSnapshot(`
    "[reference] histoires/port.md:5:9 · equipe : « pole-du-port » n’existe pas dans le dossier equipes. Plusieurs fichiers écrivent ce nom, et aucun « port » : renommer equipes/port.yaml en equipes/pole-du-port.yaml.
    [reference] scans/2021/pole-du-port.yaml:1:9 · equipe : « pole-du-port » n’existe pas dans le dossier equipes. Plusieurs fichiers écrivent ce nom, et aucun « port » : renommer equipes/port.yaml en equipes/pole-du-port.yaml."
  `);
});

test('lien vers une page mal nommée : seul le nom du fichier est en faute', async () => {
  expect(
    await faults({
      'equipes/marais.yml': VALID['equipes/pole-du-port.yaml'] ?? '',
      'pages/a-propos.md': change('Une page.', 'Voir [le Marais](marais.yml), [lui](marais.yaml).'),
    }),
  ).toMatchInlineSnapshot(`"[file-place] equipes/marais.yml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « equipes/marais.yaml »."`);
});
