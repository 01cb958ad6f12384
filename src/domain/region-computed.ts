import { countOf, formatNumber, plural } from './french.ts';
import { MIN_TEAMS, type RegionFigures } from './region-figures.ts';
import {
  type Chiffre,
  chiffre,
  filled,
  largestFirst,
  mainFigures,
  type Piece,
  type RegionSheet,
} from './region-sheet.ts';
import {
  coordinate,
  coordinated,
  medianAge,
  oneTeam,
  perTeam,
  type RegionWords,
  teams,
  teamWord,
  type Unit,
} from './region-words.ts';
import { said } from './said.ts';
import type { NumberKey, PracticeKey } from './scan-values.ts';
import { PRACTICE_KEYS, PRACTICES } from './shares.ts';

/** Trades that a sheet shows, the most numerous first. */
const MOST_TRADES = 8;

interface Context {
  readonly figures: RegionFigures;
  readonly words: RegionWords;
}

/** The sheet of what is computed from a year's scans; each figure says on how many teams it stands. */
export function computedSheet(
  figures: RegionFigures,
  words: RegionWords,
  demonstration: boolean,
): RegionSheet {
  const context = { figures, words };
  const { annee, equipes } = figures;
  const blocs = filled([
    { titre: 'Les équipes', lignes: teamLines(context) },
    { titre: 'Les sites', lignes: siteLines(context) },
    { titre: 'Les professionnels', lignes: peopleLines(context) },
    { titre: 'Les patients', lignes: patientLines(context) },
    { titre: 'La coordination', lignes: coordinationLines(context) },
    { titre: 'Les départements', lignes: placeLines(context) },
  ]);
  return {
    annee,
    source: 'calculee',
    demonstration,
    titre: said(
      `Chiffres calculés à partir de ${formatNumber(equipes)}\u00A0Scan’équipe`,
      'regle:compte:scans',
    ),
    phrase: sentence(figures, words),
    chiffres: mainFigures(blocs),
    metiers: trades(figures),
    parts: largestFirst(
      PRACTICE_KEYS.flatMap((key) => share(context, key, `des ${words.equipes.pluriel} ${PRACTICES[key]}`)),
    ),
    blocs,
    pied: [
      said(
        `Source\u00A0: Scan’équipe ${annee} de ${teams(equipes, words)}, en ligne sur ce site.`,
        'regle:compte:scans',
      ),
      said('Une équipe qui n’a pas répondu à une question n’entre pas dans son chiffre.'),
      said(
        `Un chiffre qui reposerait sur moins de ${MIN_TEAMS}\u00A0équipes n’est pas montré.`,
        'regle:seuil',
      ),
    ],
  };
}

/** A number by one of its rules, with the teams that answered. */
function number(
  { figures, words }: Context,
  cle: string,
  key: NumberKey,
  rule: 'somme' | 'moyenne' | 'mediane',
  libelle: (value: number) => string,
  unite?: Unit,
): Chiffre[] {
  const figure = figures.nombres[key];
  if (!figure) return [];
  const base = said(answersOf(key, figure.sur, figures.equipes, words), `regle:reponses:${key}`);
  return chiffre(cle, figure[rule], `regle:${rule}:${key}`, libelle, {
    base,
    sur: figure.sur,
    ...(unite && { unite }),
  });
}

/** « réponses des 7 maisons de santé », « réponses de 5 maisons de santé sur 7 ». */
function answersOf(key: NumberKey, some: number, all: number, words: RegionWords): string {
  const what = key === 'age' ? 'date de création' : 'réponses';
  return some === all
    ? `${what} des ${teams(all, words)}`
    : `${what} de ${teams(some, words)} sur ${formatNumber(all)}`;
}

/** A share, with the teams that say yes and those that answered. */
function share({ figures, words }: Context, key: PracticeKey, sentence: string): Chiffre[] {
  const figure = figures.pratiques[key];
  if (!figure) return [];
  const { oui, sur, part } = figure;
  const count = oui === 0 ? agreedNone(words) : teams(oui, words);
  const base = said(`${count} sur ${formatNumber(sur)} ayant répondu`, `regle:reponses:${key}`);
  return chiffre(key, part, `regle:part:${key}`, () => sentence, { unite: '%', base, sur });
}

const agreedNone = ({ equipes: { singulier, genre } }: RegionWords) =>
  `${genre === 'f' ? 'aucune' : 'aucun'} ${singulier}`;

/** « En 2025, 7 maisons de santé ont répondu au Scan’équipe et réunissent 71 professionnels de 4 métiers. » */
function sentence({ annee, equipes, nombres, metiers }: RegionFigures, words: RegionWords): Piece[] {
  return [
    said(`En ${annee}, `, 'regle:annee'),
    { ...said(teams(equipes, words), 'regle:compte:scans'), fort: true },
    said(' ont répondu au Scan’équipe et réunissent '),
    {
      ...said(countOf(nombres.professionnels?.somme ?? 0, 'professionnel'), 'regle:somme:professionnels'),
      fort: true,
    },
    said(' de '),
    { ...said(countOf(metiers.length, 'métier'), 'regle:compte:metiers'), fort: true },
    said('.'),
  ];
}

function trades({ metiers, equipes }: RegionFigures): RegionSheet['metiers'] {
  const people = metiers.reduce((sum, { nombre }) => sum + nombre, 0);
  return metiers.slice(0, MOST_TRADES).flatMap(({ profession, nombre, part }) => {
    const base = said(
      `${formatNumber(nombre)} sur ${formatNumber(people)}`,
      `regle:compte:metier:${profession}`,
    );
    const more = { unite: '%', base, sur: equipes } as const;
    return chiffre(
      `metier:${profession}`,
      part,
      `regle:part:metier:${profession}`,
      () => 'des professionnels',
      more,
    ).map((line) => ({ ...line, profession }));
  });
}

function teamLines(context: Context): Chiffre[] {
  const { figures, words } = context;
  return [
    ...chiffre(
      'repondants',
      figures.equipes,
      'regle:compte:scans',
      (n) => `${teamWord(n, words)} ayant répondu au Scan’équipe`,
    ),
    ...number(context, 'age', 'age', 'mediane', () => medianAge(words), 'an'),
  ];
}

function siteLines(context: Context): Chiffre[] {
  const { words } = context;
  return [
    ...number(context, 'sites', 'sites', 'somme', (n) => plural(n, 'site')),
    ...number(context, 'sites_par_equipe', 'sites', 'moyenne', (n) => perTeam(n, 'site', words)),
    ...share(context, 'multisites', `des ${words.equipes.pluriel} travaillent sur plusieurs sites`),
  ];
}

function peopleLines(context: Context): Chiffre[] {
  const { words } = context;
  const mean = (key: NumberKey, noun: string) =>
    number(context, `${key}_par_equipe`, key, 'moyenne', (n) => perTeam(n, noun, words));
  return [
    ...number(context, 'professionnels', 'professionnels', 'somme', (n) => plural(n, 'professionnel')),
    ...mean('professionnels', 'professionnel'),
    ...mean('metiers', 'métier'),
    ...mean('signataires', 'signataire du projet'),
  ];
}

function patientLines(context: Context): Chiffre[] {
  const { singulier } = context.words.equipes;
  return [
    ...number(context, 'patients', 'patients', 'somme', (n) => plural(n, 'patient suivi', 'patients suivis')),
    ...number(
      context,
      'patients_par_equipe',
      'patients',
      'mediane',
      (n) => `${plural(n, 'patient')} par ${singulier}, valeur médiane`,
    ),
  ];
}

function coordinationLines(context: Context): Chiffre[] {
  const { words } = context;
  const { pluriel } = words.equipes;
  return [
    ...number(context, 'coordinateurs', 'coordinateurs', 'somme', (n) => coordinate(n, words)),
    ...number(
      context,
      'coordinateurs_par_equipe',
      'coordinateurs',
      'moyenne',
      (n) => `${plural(n, 'personne')} pour coordonner ${oneTeam(words)}, en moyenne`,
    ),
    ...number(
      context,
      'heures_par_equipe',
      'heures',
      'mediane',
      () => `de coordination par semaine pour ${oneTeam(words)}, valeur médiane`,
      'h',
    ),
    ...share(context, 'binome', `${coordinated(words)} à deux`),
    ...share(context, 'formation_pacte', `des ${pluriel} ont une personne qui a suivi la formation PACTE`),
    ...share(context, 'aussi_soignants', `${coordinated(words)} par des personnes qui soignent aussi`),
  ];
}

function placeLines({ figures: { departements, equipes }, words }: Context): Chiffre[] {
  const base = said(`sur ${teams(equipes, words)}`, 'regle:compte:scans');
  return departements.flatMap(({ code, nombre }) =>
    chiffre(
      `departement:${code}`,
      nombre,
      `regle:compte:departement:${code}`,
      (n) => `${teamWord(n, words)} · ${words.departements[code] ?? code}`,
      { base, sur: equipes },
    ),
  );
}
