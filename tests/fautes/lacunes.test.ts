import { expect, test } from 'vitest';
import { reportText } from '#src/checks/report.ts';
import { wholeLines } from '#src/checks/whole-lines.ts';
import { change, DAY, faults, issuesOf, type Overlay, read } from './publication.ts';

const story = (text: string): Overlay => ({
  'histoires/port.md': change('## Les débuts\n', `## Les débuts\n\n${text}\n`),
});

/** The report as the editor reads it, without its last line. */
async function report(overlay: Overlay): Promise<string> {
  const contenu = await read(overlay);
  const issues = wholeLines(contenu, await issuesOf(overlay));
  return reportText(contenu, issues, { day: DAY }).replace(/\n\n[^\n]*$/, '');
}

test('trois mauvais liens sur une ligne : une seule ligne, où les trois sont justes', async () => {
  expect(
    await report(story('Voir [un](livet.md), [deux](/glosaire/) et [trois](www.has-sante.fr).')),
  ).toMatchInlineSnapshot(`
    "histoires/port.md
      ligne 24, colonne 6 · erreur
        Le lien mène à « livet.md », et il n’y a pas de fichier de ce nom.
        Vouliez-vous dire « livret.md » ?
      ligne 24, colonne 22 · erreur
        Le site n’a pas de page à l’adresse « /glosaire/ ». Vouliez-vous dire
        « /glossaire/ » ?
      ligne 24, colonne 44 · erreur
        Ce lien doit commencer par « https:// ».
        Écrire : Voir [un](livret.md), [deux](/glossaire/) et [trois](https://www.has-sante.fr)."
  `);
});

test('deux champs d’un groupe sur une ligne : les deux remèdes ensemble', async () => {
  expect(
    await report({
      'scans/2021/pole-du-port.yaml': change(
        '  - profession: infirmier\n    nombre: 3\n    signataires: 2',
        '  - { profession: infirmer, nombre: "3" }',
      ),
    }),
  ).toMatchInlineSnapshot(`
    "scans/2021/pole-du-port.yaml
      ligne 4, colonne 19 · erreur · composition, 1ᵉʳ élément, profession
        « infirmer » n’existe pas dans vocabulaire/professions.yaml. Vouliez-vous
        dire « infirmier » ?
      ligne 4, colonne 37 · erreur · composition, 1ᵉʳ élément, nombre
        On lit « 3 », qui se lit comme un texte ; il faut un nombre entier. Nombre
        de personnes.
        Écrire :   - { profession: infirmier, nombre: 3 }"
  `);
});

test.each([
  ['histoires/port.md', 'publication: 2021-11', 'date: 2021-11', 'publication'],
  ['histoires/port.md', 'titre:', 'title:', 'titre'],
  ['histoires/port.md', 'titre:', 'nom:', 'titre'],
  ['histoires/port.md', 'resume:', 'description:', 'resume'],
  ['histoires/port.md', 'resume:', 'chapeau:', 'resume'],
  ['histoires/port.md', 'brouillon:', 'draft:', 'brouillon'],
  ['histoires/port.md', 'scan: 2021', 'scan: 2021\ntags: [staff]', 'mots_cles'],
  ['histoires/port.md', 'scan: 2021', 'scan: 2021\nMots-clés: [staff]', 'mots_cles'],
  ['outils/livret.md', 'relecture:', 'date:', 'publication'],
  ['equipes/pole-du-port.yaml', 'nom:', 'titre:', 'nom'],
  ['equipes/pole-du-port.yaml', 'commune:', 'ville:', 'commune'],
  ['equipes/pole-du-port.yaml', 'code_postal:', 'CP:', 'code_postal'],
  ['vocabulaire/themes.yaml', '  nom: "Prévention"', '  nom: "Prévention"\n  description: "x"', 'definition'],
])('%s : « %s » écrit « %s »', async (path, from, to, meant) => {
  const issues = await issuesOf({ [path]: change(from, to) });
  const unknown = issues.filter(({ rule }) => rule === 'unknown-field');
  expect(unknown.map(({ suggestion }) => suggestion)).toEqual([meant]);
  // What is there under another name is not missing as well.
  expect(issues.filter(({ rule, field }) => rule === 'missing' && field === meant)).toEqual([]);
});

test('un nom de tous les jours ne propose pas un champ déjà écrit', async () => {
  expect(await faults({ 'histoires/port.md': change('scan: 2021', 'scan: 2021\ndate: 2021') })).toMatchInlineSnapshot(`"[unknown-field] histoires/port.md:9:1 · date : « date » n’est pas un champ connu ici. Champs possibles : titre, resume, reference, equipe, rencontre, publication, participants, auteur, scan, mots_cles, themes, leviers, freins, benefices, motivations, actions, outils, photo, accord, anciennes_adresses, demonstration ou brouillon."`);
});

test('les accolades oubliées d’un élément de liste', async () => {
  const row = (line: string) => ({
    'scans/2021/pole-du-port.yaml': change(
      '  - profession: infirmier\n    nombre: 3\n    signataires: 2',
      line,
    ),
  });
  expect(await faults(row('  - profession: infirmier, nombre: 3, signataires: 2'))).toMatchInlineSnapshot(`
    "[yaml-braces] scans/2021/pole-du-port.yaml:4:5 · plusieurs champs sur une ligne se mettent entre accolades, ou bien un champ par ligne.
      Écrire :   - { profession: infirmier, nombre: 3, signataires: 2 }"
  `);
  expect(await faults(row('  - profession: infirmier, nombre: 3 }'))).toMatchInlineSnapshot(`
    "[yaml-braces] scans/2021/pole-du-port.yaml:4:5 · plusieurs champs sur une ligne se mettent entre accolades, ou bien un champ par ligne.
      Écrire :   - { profession: infirmier, nombre: 3 }"
  `);
});

test('« … » laissé dans une ligne de temps, une note, un bloc ou un titre d’une page en ligne', async () => {
  const text =
    '### …\n\n:::chronologie\n- 2007 : …\n- 2010 : Ouverture.\n:::\n\n:::conseil[Aux autres]\n…\n:::\n\nUne note[^2] et une phrase qui s’arrête là…\n\n[^2]: …\n';
  expect(await faults(story(text))).toMatchInlineSnapshot(`
    "[placeholder] histoires/port.md:24:1 · « ### … » : les points de suspension tiennent la place d’un texte. L’écrire, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».
    [placeholder] histoires/port.md:27:1 · « - 2007 : … » : les points de suspension tiennent la place d’un texte. L’écrire, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».
    [placeholder] histoires/port.md:32:1 · « … » : les points de suspension tiennent la place d’un texte. L’écrire, ou supprimer cette ligne ; en attendant, écrire « brouillon: true ».
    [placeholder] histoires/port.md:37:1 · « [^2]: … » : les points de suspension tiennent la place d’un texte. L’écrire, ou supprimer cette ligne ; en attendant, écrire « brouillon: true »."
  `);
  const draft = {
    'histoires/port.md': (valid: string) =>
      valid.replace('## Les débuts\n', `## Les débuts\n\n${text}\n`).replace('brouillon: false', 'brouillon: true'),
  };
  expect(await faults(draft)).toBe('');
});

test('indices et exposants d’autres logiciels', async () => {
  expect(await faults(story('Le CO~2~, 12 m^2^, le 1^er^ jour et ~~barré~~ ; 2^10 et ~3 restent.'))).toMatchInlineSnapshot(`
    "[small-signs] histoires/port.md:24:6 · « ~2~ » ne sera ni en indice, ni en exposant : ces signes barrent le texte. Écrire « ₂ ».
      Écrire : Le CO₂, 12 m^2^, le 1^er^ jour et ~~barré~~ ; 2^10 et ~3 restent.
    [small-signs] histoires/port.md:24:15 · « ^2^ » ne sera ni en indice, ni en exposant : ces signes seront imprimés. Écrire « ² ».
      Écrire : Le CO~2~, 12 m², le 1^er^ jour et ~~barré~~ ; 2^10 et ~3 restent.
    [small-signs] histoires/port.md:24:24 · « ^er^ » ne sera ni en indice, ni en exposant : ces signes seront imprimés. Écrire « er ».
      Écrire : Le CO~2~, 12 m^2^, le 1er jour et ~~barré~~ ; 2^10 et ~3 restent."
  `);
});

test('les listes que le site fabrique ont une adresse', async () => {
  const links = [
    '/boite-a-outils/theme/prevention/',
    '/boite-a-outils/type/modele/',
    '/boite-a-outils/nouveautes.xml',
    '/histoires/theme/prevention/',
    '/histoires/levier/meme-lieu/',
    '/histoires/departement/29/',
    '/chiffres/2023/',
    '/region/2023/',
  ];
  expect(await faults(story(links.map((link) => `- [une liste](${link})`).join('\n')))).toBe('');
});

test('une liste vide n’a pas de page', async () => {
  expect(
    await faults(story('[Une liste](/boite-a-outils/theme/acces-aux-soins/) et [une autre](/histoires/theme/prevntion/).')),
  ).toMatchInlineSnapshot(`
    "[link-list] histoires/port.md:24:1 · aucune page en ligne ne porte « acces-aux-soins » : le site n’a pas de liste à l’adresse « /boite-a-outils/theme/acces-aux-soins/ ». Retirer ce lien, ou mettre d’abord une de ces pages en ligne.
    [link-address] histoires/port.md:24:56 · le site n’a pas de page à l’adresse « /histoires/theme/prevntion/ ». Vouliez-vous dire « /histoires/theme/prevention/ » ?
      Écrire : [Une liste](/boite-a-outils/theme/acces-aux-soins/) et [une autre](/histoires/theme/prevention/)."
  `);
});

test('une ligne déjà entre accolades n’est pas celle qui est fausse', async () => {
  const said = await faults({
    'scans/2021/pole-du-port.yaml': `equipe: pole-du-port
annee: 2021
composition:
  - { profession: infirmier, nombre: 4 }
  - profession: masseur-kinesitherapeute
   nombre: 3
brouillon: false
`,
  });
  expect(said).not.toContain('[yaml-braces]');
  expect(said).toMatchInlineSnapshot(`
    "[yaml-indent] scans/2021/pole-du-port.yaml:6:4 · le décalage de cette ligne ne correspond à aucune ligne au-dessus : elle commence par 3 espaces, il en faut 4.
      Écrire :     nombre: 3"
  `);
});
