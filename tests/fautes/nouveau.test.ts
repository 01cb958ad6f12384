import { expect, test } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { readContenu, withFiles } from '#src/checks/contenu.ts';
import { formatIssue } from '#src/checks/report.ts';
import { read, VALID } from './publication.ts';
import { type Given, given } from '#src/drafts/given.ts';
import { draftIssues, newDraft, takenPlaces } from '#src/drafts/index.ts';
import { NEW_KINDS, type NewKind } from '#src/drafts/new-entry.ts';

async function draft(kind: NewKind, values: Given, folder?: string) {
  const contenu = folder === undefined ? await read({}) : await readContenu(folder);
  const ask = given(values);
  const made = await newDraft(contenu, kind, ask, {});
  ask.check();
  return { contenu, made };
}

const refusal = (kind: NewKind, values: Given) =>
  draft(kind, values).then(
    () => '',
    (error: Error) => error.message,
  );

const STORY = {
  equipe: 'pole-du-port',
  themes: 'Prévention',
  leviers: 'meme-lieu',
  rencontre: '5 octobre 2021',
};
const ENOUGH: Readonly<Record<NewKind, Given>> = {
  histoire: STORY,
  outil: { titre: 'Grille de réunion', type: 'modele', themes: 'prevention' },
  equipe: { nom: 'Les Soignants du Bourg', forme: 'msp', commune: 'Brest', 'code-postal': '29200' },
  scan: { equipe: 'Pôle du Port', annee: '2022', composition: '3 infirmiers, kiné : 1' },
  page: { titre: 'Qui sommes-nous ?' },
};

test.each(Object.keys(NEW_KINDS) as NewKind[])(
  'un brouillon passe la vérification, avec les seules réponses nécessaires : %s',
  async (kind) => {
    const { contenu, made } = await draft(kind, ENOUGH[kind]);
    expect(draftIssues(contenu, made).map(formatIssue)).toEqual([]);
    expect(takenPlaces(contenu, made)).toEqual([]);
    const texts = new Map(made.entries.map(({ path, text }) => [path, text]));
    expect(
      checkContenu(withFiles(contenu, { texts })).filter(({ severity }) => severity === 'erreur'),
    ).toEqual([]);
  },
);

test('un brouillon mis en ligne sans être écrit est refusé', async () => {
  const { contenu, made } = await draft('outil', ENOUGH.outil);
  const online = made.entries.map((entry) => ({
    ...entry,
    text: entry.text.replace('brouillon: true', 'brouillon: false'),
  }));
  const rules = draftIssues(contenu, { entries: online }).map(({ rule }) => rule);
  expect(new Set(rules)).toEqual(new Set(['prompt-left']));
  expect(rules).toHaveLength(6);
});

test('une équipe qui n’a pas de fiche vient avec le récit, et avec ses réponses de l’année', async () => {
  const { contenu, made } = await draft('histoire', {
    ...STORY,
    equipe: 'Maison du Bourg',
    article: 'la',
    commune: 'Brest',
    'code-postal': '29200',
    forme: 'msp',
    composition: '2 infirmier',
  });
  expect(made.entries.map(({ path }) => path)).toEqual([
    'equipes/maison-du-bourg.yaml',
    'scans/2021/maison-du-bourg.yaml',
    'histoires/maison-du-bourg/index.md',
  ]);
  expect(draftIssues(contenu, made)).toEqual([]);
  expect(made.entries.at(-1)?.text).toContain('titre: "la Maison du Bourg"');
});

test('le récit d’une équipe inventée est inventé aussi ; sans guide d’entretien, trois parties à écrire', async () => {
  const values = {
    ...STORY,
    equipe: 'le-phare',
    themes: 'accueil-du-public',
    leviers: 'horaires-larges',
    fichier: 'phare',
  };
  const { contenu, made } = await draft('histoire', values, 'tests/autre-publication');
  expect(draftIssues(contenu, made)).toEqual([]);
  const [story] = made.entries;
  expect(story?.text).toContain('demonstration: true');
  expect(story?.text.match(/^## .*$/gm)).toEqual([
    '## Les débuts',
    '## Aujourd’hui',
    '## La suite',
    '## Ce qu’une autre équipe peut en retenir',
  ]);
});

test('ce que l’on ne comprend pas est dit en français, avec le remède', async () => {
  const said = {
    rien: await refusal('histoire', {}),
    equipe: await refusal('histoire', { ...STORY, equipe: 'Pôle du Porc' }),
    levier: await refusal('histoire', { ...STORY, leviers: 'meme-lieux' }),
    jour: await refusal('histoire', { ...STORY, rencontre: '30 février 2021' }),
    code: await refusal('histoire', { ...STORY, reference: 'coord-12' }),
    fichier: await refusal('histoire', { ...STORY, fichier: '../Récit du Port' }),
    postal: await refusal('equipe', { ...ENOUGH.equipe, 'code-postal': '2920' }),
    departement: await refusal('equipe', { ...ENOUGH.equipe, departement: '44' }),
    metier: await refusal('scan', { ...ENOUGH.scan, composition: '3 infirmiés' }),
    nombre: await refusal('scan', { ...ENOUGH.scan, composition: 'infirmier' }),
    deux: await refusal('scan', { ...ENOUGH.scan, composition: '1 infirmier, 2 infirmière' }),
    titre: await refusal('page', { titre: ' ' }),
  };
  expect(Object.values(said).join('\n')).toMatchInlineSnapshot(`
    "Il manque :
      --equipe         Équipe
      --themes         Thèmes
      --leviers        Leviers : ce qu’une autre équipe peut reprendre
      --composition    Qui travaille dans l’équipe
    « --equipe » : « Pôle du Porc » n’est pas dans la liste. Vouliez-vous dire « pole-du-port » ? Pour une équipe qui n’a pas encore de fiche, ajouter --commune, --code-postal, --forme et --composition (et --article).
    « --leviers » : « meme-lieux » n’est pas dans la liste. Vouliez-vous dire « meme-lieu » ?
    « --rencontre » : « 30 février 2021 » n’est pas une date : il faut AAAA-MM-JJ. Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ.
    « --reference » : « coord-12 » n’a pas la forme famille/format/numéro à trois chiffres/mois et année à deux chiffres. Par exemple : COORD/IC/012/1121
    « --fichier » : « ../Récit du Port » : des minuscules sans accent, des chiffres et des traits d’union seulement. Par exemple : « recit-du-port ».
    « --code-postal » : « 2920 » n’a pas la forme attendue. Code postal à cinq chiffres, entre guillemets. Par exemple : 44190
    « --departement » : « 44 » n’est pas dans la liste. Possibles : 29 ou 2A.
    « --composition » : « infirmiés » n’est pas dans la liste. Vouliez-vous dire « infirmier » ?
    « --composition » : « infirmier » : écrire un nombre, puis un métier, comme « 3 infirmier ».
    « --composition » : « infirmière » est compté deux fois : additionner les deux nombres.
    « --titre » : ce texte est vide : rien ne s’y voit. Titre de la page, sans point final."
  `);
});

test('rien n’est écrit par-dessus ce qui existe, sous un autre nom non plus', async () => {
  const { contenu, made } = await draft('scan', { ...ENOUGH.scan, annee: '2021' });
  expect(takenPlaces(contenu, made)).toEqual(['scans/2021/pole-du-port.yaml']);
  const story = await draft('histoire', { ...STORY, fichier: 'port' });
  expect(Object.keys(VALID)).toContain('histoires/port.md');
  expect(takenPlaces(story.contenu, story.made)).toEqual(['histoires/port/index.md']);
});

test('le code proposé suit le plus grand numéro ; le nom de fichier déjà pris prend un numéro', async () => {
  const { made } = await draft('histoire', STORY);
  const again = await draft('outil', { ...ENOUGH.outil, titre: 'Livret' });
  expect(made.entries.at(-1)?.text).toMatch(/reference: "COORD\/IC\/013\/\d{4}"/);
  expect(again.made.entries[0]?.path).toBe('outils/livret-2.md');
});

test('une équipe sans article : rien ne se met devant son nom', async () => {
  const { made } = await draft('histoire', {
    ...STORY,
    equipe: 'Santé Bourg',
    commune: 'Brest',
    'code-postal': '29200',
    forme: 'msp',
    composition: '2 infirmier',
  });
  expect(made.entries.at(-1)?.text).toContain('titre: "Santé Bourg"');
  expect(made.entries[0]?.text).not.toContain('article');
});
