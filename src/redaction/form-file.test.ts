import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { splitFrontmatter } from '#src/checks/frontmatter.ts';
import { placeOf } from '#src/checks/places.ts';
import { FILE_FORMS, formNameOf } from './file-forms.ts';
import { type FileForm, openFile, saveFile, SOURCE } from './form-file.ts';

/** Every content file of both publications that the form opens. */
const FILES = ['content', 'tests/autre-publication'].flatMap((root) =>
  globSync('**/*.{md,yaml}', { cwd: root }).flatMap((path) => {
    const name = formNameOf(placeOf(path));
    const form = name === undefined ? undefined : FILE_FORMS.get(name);
    return form ? [{ path: `${root}/${path}`, form, text: readFileSync(`${root}/${path}`, 'utf8') }] : [];
  }),
);

const dataOf = ({ shape }: FileForm, text: string): unknown =>
  parse(shape === 'markdown' ? splitFrontmatter(text).head : text);

const form = (name: string): FileForm => {
  const found = FILE_FORMS.get(name);
  if (!found) throw new Error(name);
  return found;
};

/** What the form saves once some of what it shows has changed. */
function edited(name: string, text: string, change: Readonly<Record<string, unknown>>): string {
  return saveFile(form(name), { ...openFile(form(name), text), ...change });
}

test.each(FILES)(
  '$path : ouvert puis enregistré sans rien changer, pas un octet ne bouge',
  ({ form, text }) => {
    expect(saveFile(form, openFile(form, text))).toBe(text);
  },
);

test.each(FILES)('$path : écrit à neuf par le formulaire, il dit la même chose', ({ form, text }) => {
  const written = saveFile(form, { ...openFile(form, text), [SOURCE]: undefined });
  const told = form.shape === 'entries' ? form.schema.array() : form.schema;
  const read = (source: string): unknown => {
    const data = dataOf(form, source);
    return told.parse(form.shape === 'entries' ? Object.values(data ?? {}) : data);
  };
  expect(read(written)).toEqual(read(text));
});

const SCAN = `# Réponses reçues en mars.
equipe: le-port
annee: 2026
# Deux internes ne sont pas comptés.
composition:
  - { profession: infirmier, nombre: 2 }

protocoles: []
rcp:
  tenues: false
coordination:
  heures_par_semaine: 12
`;

test('un champ changé : seules ses lignes changent, les commentaires et la place des autres restent', () => {
  const change = { patients: 1200, composition: [{ profession: 'infirmier', nombre: 3, signataires: null }] };
  expect(edited('scans', SCAN, change)).toMatchInlineSnapshot(`
    "# Réponses reçues en mars.
    equipe: le-port
    annee: 2026
    # Deux internes ne sont pas comptés.
    composition:
      - { profession: infirmier, nombre: 3 }

    protocoles: []
    rcp:
      tenues: false
    coordination:
      heures_par_semaine: 12
    patients: 1200
    "
  `);
});

test('un nombre s’écrit comme en français ; ce qui n’en est pas un reste tel quel, pour être dit', () => {
  const patients = (said: string) => /patients: (.*)/.exec(edited('scans', SCAN, { patients: said }))?.[1];
  expect(['4 200', '4\u202F200', '4\u00A0200', ' 4200 '].map(patients)).toEqual([
    '4200',
    '4200',
    '4200',
    '4200',
  ]);
  expect(patients('12,5')).toBe('12.5');
  expect(patients('quatre mille')).toBe('"quatre mille"');
});

test('« aucun », « non », zéro et « pas de réponse » restent quatre choses', () => {
  expect(openFile(form('scans'), SCAN)).toMatchObject({
    protocoles: [],
    protocoles_aucun: true,
    etp_aucun: false,
    rcp: { tenues: 'non' },
    coordination: { heures_par_semaine: { de: '12' } },
  });
  const answers = {
    protocoles_aucun: false,
    etp: [],
    etp_aucun: true,
    rcp: null,
    aci: { signe: 'oui', depuis: '' },
    coordination: { binome: '', heures_par_semaine: { de: 10, a: 15 }, personnes: 0, description: ' ' },
    cpts: { membre: '', nom: '' },
    patients: null,
  };
  expect(edited('scans', SCAN, answers)).toMatchInlineSnapshot(`
    "# Réponses reçues en mars.
    equipe: le-port
    annee: 2026
    # Deux internes ne sont pas comptés.
    composition:
      - { profession: infirmier, nombre: 2 }

    aci:
      signe: true
    etp: []
    coordination:
      personnes: 0
      heures_par_semaine: { de: 10, a: 15 }
    "
  `);
});

test('un fichier neuf : les champs vides n’ont pas de ligne, l’année seule est un nombre, le brouillon se voit', () => {
  const content = {
    nom: 'Le Port',
    article: '',
    forme: 'msp',
    implantation: '',
    commune: 'Ville-Exemple',
    code_postal: '44000',
    departement: '44',
    creation: '2019',
    reconnaissance: '2020-06',
    photo: null,
    accord: '',
    anciennes_adresses: [],
    demonstration: false,
    brouillon: true,
  };
  expect(saveFile(form('equipes'), content)).toMatchInlineSnapshot(`
    "nom: "Le Port"
    forme: msp
    commune: "Ville-Exemple"
    code_postal: "44000"
    departement: "44"
    creation: 2019
    reconnaissance: "2020-06"
    brouillon: true
    "
  `);
});

test('un récit sans ligne « brouillon » est un brouillon, et le reste s’il est enregistré', () => {
  const text = '---\ntitre: "le Port"\n---\n\nBonjour[^1].\n\n[^1]: Oui.\n';
  expect(openFile(form('histoires'), text)).toMatchObject({ brouillon: true, demonstration: false });
  expect(edited('histoires', text, { titre: 'la Vigie' })).toBe(text.replace('le Port', 'la Vigie'));
  expect(edited('histoires', text, { brouillon: false })).toContain('\nbrouillon: false\n---\n');
});

test('les fichiers d’une fiche se nomment depuis elle', () => {
  const content = {
    titre: 'Grille',
    fichiers: ['fichiers/grille.ods', './fichiers/notice.odt'],
    texte: 'Bonjour.',
  };
  expect(saveFile(form('outils'), content)).toMatchInlineSnapshot(`
    "---
    titre: "Grille"
    fichiers:
      - "./fichiers/grille.ods"
      - "./fichiers/notice.odt"
    ---

    Bonjour.
    "
  `);
});

test('une liste fermée : une entrée ajoutée ou déplacée ne touche pas aux autres', () => {
  const text = '# Les thèmes.\naci:\n  nom: "L’ACI" # court\n# Le lieu.\nlieu:\n  nom: "Le lieu"\n';
  const [aci, lieu] = openFile(form('liste-themes'), text)['entrees'] as object[];
  const entrees = [lieu, { cle: 'temps', nom: 'Le temps', synonymes: ['heure'], definition: '' }, aci];
  expect(edited('liste-themes', text, { entrees })).toMatchInlineSnapshot(`
    "# Les thèmes.
    # Le lieu.
    lieu:
      nom: "Le lieu"
    temps:
      nom: "Le temps"
      synonymes:
        - "heure"
    aci:
      nom: "L’ACI" # court
    "
  `);
});

test('deux entrées de même clé : rien n’est écrit, et l’on sait laquelle', () => {
  const entrees = [
    { cle: 'aci', nom: 'A' },
    { cle: 'aci', nom: 'B' },
  ];
  expect(() => saveFile(form('liste-themes'), { entrees })).toThrowErrorMatchingInlineSnapshot(
    `[Error: La clé « aci » est écrite deux fois : changez l’une des deux.]`,
  );
  expect(() =>
    saveFile(form('liste-themes'), { entrees: [{ nom: 'A' }] }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[Error: Une entrée n’a pas de clé : donnez-lui en une, ou supprimez-la.]`,
  );
});

test('un champ que le site ne connaît pas reste tel qu’il est écrit : la vérification le dira', () => {
  const text = 'nom: "Le Port"\ncouleur_preferee: bleu # à ôter\n';
  expect(edited('equipes', text, { nom: 'La Vigie' })).toBe(text.replace('Le Port', 'La Vigie'));
});

test('un mot écrit sans sa liste reste dans le fichier quand on enregistre sans y toucher', () => {
  const text = '---\ntitre: "Livret"\nthemes: prevention\nbrouillon: true\n---\n\nUn texte.\n';
  expect(edited('outils', text, {})).toBe(text);
});
