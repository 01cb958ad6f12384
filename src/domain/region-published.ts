import { formatDateAfterDe } from './dates.ts';
import { agreed, countOf, formatPercent, plural, withArticle } from './french.ts';
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
  perTeam,
  type RegionWords,
  teams,
  teamWord,
} from './region-words.ts';
import { said } from './said.ts';
import { type Practice, PRACTICE_KEYS, PRACTICES } from './shares.ts';

type Figures<Key extends string> = Readonly<Partial<Record<Key, number | undefined>>>;

/** A year's regional figures as the federation published them. */
export interface PublishedRegion extends Figures<'professionnels' | 'patients' | 'part_de_la_population'> {
  readonly annee: number;
  readonly date_des_donnees: string;
  readonly source: string;
  readonly demonstration: boolean;
  readonly equipes: Figures<
    | 'constituees'
    | 'sans_accord'
    | 'en_projet'
    | 'monosites'
    | 'multisites'
    | 'part_monosites'
    | 'part_multisites'
    | 'age_median'
    | 'metiers_par_equipe'
    | 'signataires_par_equipe'
  >;
  readonly professions: readonly { readonly profession: string; readonly pourcent: number }[];
  readonly coordination?:
    | Figures<
        'personnes' | 'membres_du_reseau' | 'formation_pacte' | 'aussi_soignants' | 'equipes_avec_binome'
      >
    | undefined;
  readonly parts?: Figures<Practice> | undefined;
}

/** The sheet of what was published for a year; nothing in it is computed. */
export function publishedSheet(region: PublishedRegion, words: RegionWords): RegionSheet {
  const { organisation, equipes } = words;
  const blocs = filled([
    { titre: 'Les équipes', lignes: teamLines(region, words) },
    { titre: 'Les sites', lignes: siteLines(region, words) },
    { titre: 'Les professionnels', lignes: peopleLines(region, words) },
    { titre: 'Les patients', lignes: patientLines(region, words) },
    { titre: 'La coordination', lignes: coordinationLines(region, words) },
  ]);
  const publisher = withArticle(organisation.article, organisation.nom);
  const date = formatDateAfterDe(region.date_des_donnees);
  return {
    annee: region.annee,
    source: 'publiee',
    demonstration: region.demonstration,
    titre: said(`Chiffres publiés par ${publisher}`, 'publication:organisation'),
    phrase: sentence(region, words),
    chiffres: mainFigures(blocs),
    metiers: region.professions.flatMap(({ profession, pourcent }, index) =>
      share(`metier:${profession}`, pourcent, `professions.${index}.pourcent`, 'des professionnels').map(
        (line) => ({ ...line, profession }),
      ),
    ),
    parts: largestFirst(
      PRACTICE_KEYS.flatMap((key) =>
        share(key, region.parts?.[key], `parts.${key}`, `des ${equipes.pluriel} ${PRACTICES[key]}`),
      ),
    ),
    blocs,
    pied: [said(`Source\u00A0: ${region.source}, données ${date}.`, 'source', 'date_des_donnees')],
  };
}

const share = (cle: string, part: number | undefined, source: string, sentence: string) =>
  chiffre(cle, part, source, () => sentence, { unite: '%' });

/** « En 2023, 81 maisons de santé réunissent 2 382 professionnels et suivent 719 920 patients, soit 19 % des habitants… » */
function sentence(region: PublishedRegion, words: RegionWords): Piece[] {
  const { professionnels, patients, part_de_la_population: part } = region;
  const { constituees } = region.equipes;
  if (constituees === undefined) return [];
  const does = (one: string, many: string) => plural(constituees, one, many);
  const main: Piece = { ...said(teams(constituees, words), 'equipes.constituees'), fort: true };
  const opening = said(`En ${region.annee}, `, 'annee');
  if (professionnels === undefined && patients === undefined) {
    return [opening, said('la région compte '), main, said('.')];
  }
  const pieces: Piece[] = [opening, main];
  if (professionnels !== undefined) {
    pieces.push(said(` ${does('réunit', 'réunissent')} `));
    pieces.push({ ...said(countOf(professionnels, 'professionnel'), 'professionnels'), fort: true });
  }
  if (patients !== undefined) {
    pieces.push(said(` ${professionnels === undefined ? '' : 'et '}${does('suit', 'suivent')} `));
    pieces.push({ ...said(countOf(patients, 'patient'), 'patients'), fort: true });
  }
  if (patients !== undefined && part !== undefined) {
    const people = `, soit ${formatPercent(part)} des habitants ${words.de_la_region}`;
    pieces.push(said(people, 'part_de_la_population', 'publication:de_la_region'));
  }
  return [...pieces, said('.')];
}

function teamLines({ equipes }: PublishedRegion, words: RegionWords): Chiffre[] {
  const { constituees, sans_accord, en_projet, age_median } = equipes;
  const without = 'sans accord conventionnel';
  const within = constituees !== undefined && sans_accord !== undefined;
  return [
    ...chiffre(
      'constituees',
      constituees,
      'equipes.constituees',
      (n) => `${teamWord(n, words)} ${agreed('constitué', words.equipes.genre, n)}`,
      within ? { detail: said(`dont ${teams(sans_accord, words)} ${without}`, 'equipes.sans_accord') } : {},
    ),
    ...chiffre(
      'sans_accord',
      within ? undefined : sans_accord,
      'equipes.sans_accord',
      (n) => `${teamWord(n, words)} ${without}`,
    ),
    ...chiffre('en_projet', en_projet, 'equipes.en_projet', (n) => `${teamWord(n, words)} en projet`),
    ...chiffre('age', age_median, 'equipes.age_median', () => medianAge(words), { unite: 'an' }),
  ];
}

/** The published share, with the number of teams beside it; the number alone when no share was published. */
function siteLines({ equipes }: PublishedRegion, words: RegionWords): Chiffre[] {
  const kinds = [
    ['multisites', 'plusieurs sites'],
    ['monosites', 'un seul site'],
  ] as const;
  return kinds.flatMap(([key, place]) => {
    const [count, part] = [equipes[key], equipes[`part_${key}`]];
    const works = (n: number) => `${plural(n, 'travaille', 'travaillent')} sur ${place}`;
    if (part === undefined) {
      return chiffre(key, count, `equipes.${key}`, (n) => `${teamWord(n, words)} ${works(n)}`);
    }
    const detail = count === undefined ? {} : { detail: said(teams(count, words), `equipes.${key}`) };
    return share(key, part, `equipes.part_${key}`, `des ${words.equipes.pluriel} ${works(2)}`).map(
      (line) => ({ ...line, ...detail }),
    );
  });
}

function peopleLines({ equipes, professionnels }: PublishedRegion, words: RegionWords): Chiffre[] {
  const { singulier, genre } = words.equipes;
  const signed = `du projet par ${singulier} ${agreed('constitué', genre, 1)}, en moyenne`;
  return [
    ...chiffre('professionnels', professionnels, 'professionnels', (n) => plural(n, 'professionnel')),
    ...chiffre('metiers_par_equipe', equipes.metiers_par_equipe, 'equipes.metiers_par_equipe', (n) =>
      perTeam(n, 'métier', words),
    ),
    ...chiffre(
      'signataires_par_equipe',
      equipes.signataires_par_equipe,
      'equipes.signataires_par_equipe',
      (n) => `${plural(n, 'signataire')} ${signed}`,
    ),
  ];
}

function patientLines(
  { patients, part_de_la_population: part }: PublishedRegion,
  words: RegionWords,
): Chiffre[] {
  return [
    ...chiffre('patients', patients, 'patients', (n) => plural(n, 'patient suivi', 'patients suivis')),
    ...share('population', part, 'part_de_la_population', `des habitants ${words.de_la_region}`),
  ];
}

function coordinationLines({ coordination = {} }: PublishedRegion, words: RegionWords): Chiffre[] {
  const part = (key: keyof typeof coordination, sentence: string, cle: string = key) =>
    share(cle, coordination[key], `coordination.${key}`, sentence);
  return [
    ...chiffre('coordinateurs', coordination.personnes, 'coordination.personnes', (n) =>
      coordinate(n, words),
    ),
    ...part('membres_du_reseau', 'des coordinateurs sont membres de leur réseau'),
    ...part('aussi_soignants', 'des coordinateurs exercent aussi en libéral'),
    ...part('formation_pacte', 'des coordinateurs ont suivi la formation PACTE'),
    ...part('equipes_avec_binome', `${coordinated(words)} à deux`, 'binome'),
  ];
}
