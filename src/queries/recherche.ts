import { PASSAGE_KINDS, PASSAGE_NAMES, type PassageKind, STATIC_ADDRESSES } from '#src/domain/collections.ts';
import { capitalised } from '#src/domain/french.ts';
import type { PageSource, Sources } from '#src/domain/search-sources.ts';
import { getGrille, getLignesDePages, getPassagesParHistoire } from './analyse.ts';
import { getEquipes } from './equipes.ts';
import { getHistoires } from './histoires.ts';
import { once } from './memo.ts';
import { getOutils, publicsOf } from './outils.ts';
import { getPages } from './pages.ts';
import { getAnneesRegion } from './regions.ts';
import type { Scan } from './scans.ts';
import { getVocabulaire } from './vocabulaire.ts';

/** Ways to narrow a search, in the order of the page: key of the address, name. */
const FACETTES = {
  theme: 'Thème',
  type: 'Type d’outil',
  pour: 'Pour qui',
  profession: 'Métier',
  departement: 'Département',
  annee: 'Année',
  levier: 'Levier',
} as const;

/** An address, and what is told of its page. */
type Told = [string, Partial<PageSource>];

const metiersOf = (scans: readonly Scan[]) =>
  scans.flatMap(({ groupes }) =>
    groupes.flatMap(({ lignes }) =>
      lignes.map(({ metier: { cle, nom } }) => ({ cle, nom: capitalised(nom) })),
    ),
  );
const yearOf = (annee: number | string) => ({
  cle: String(annee).slice(0, 4),
  nom: String(annee).slice(0, 4),
});
const departementOf = ({ code, nom }: { code: string; nom: string }) => ({ cle: code, nom });
const words = (terms: readonly { synonymes: readonly string[] }[]) =>
  terms.flatMap(({ synonymes }) => synonymes);

async function histoirePages(): Promise<Told[]> {
  const [histoires, passages, grille, { leviers }] = await Promise.all([
    getHistoires(),
    getPassagesParHistoire(),
    getGrille(),
    getVocabulaire(),
  ]);
  const names = new Map(
    (Object.keys(PASSAGE_KINDS) as PassageKind[]).flatMap((kind) =>
      grille[kind].map(({ terme }) => [`${kind} ${terme.cle}`, terme]),
    ),
  );
  return histoires.map((histoire) => {
    const own = passages.get(histoire) ?? [];
    const rows = own.flatMap(({ nature, cle }) => names.get(`${nature} ${cle}`) ?? []);
    const lieux = own.map(({ nature, cle, href }) => [
      href.slice(href.indexOf('#') + 1),
      `${PASSAGE_NAMES[nature]}\u00A0: ${names.get(`${nature} ${cle}`)?.nom}`,
    ]);
    const page: Partial<PageSource> = {
      nature: 'histoire',
      repere: `${histoire.equipe.commune}, ${histoire.equipe.departement.nom}`,
      resume: histoire.resume,
      mots: [histoire.reference, ...histoire.mots_cles],
      alentours: words([...histoire.themes, ...rows]),
      filtres: {
        theme: histoire.themes,
        profession: metiersOf([histoire.scan]),
        departement: [departementOf(histoire.equipe.departement)],
        annee: [yearOf(histoire.rencontre)],
        levier: histoire.leviers.flatMap((cle) => leviers.get(cle) ?? []),
      },
      lieux: Object.fromEntries(lieux),
    };
    return [histoire.href, page];
  });
}

async function outilPages(): Promise<Told[]> {
  return (await getOutils()).map((outil) => [
    outil.href,
    {
      nature: 'outil',
      repere: [outil.type.nom, outil.themes[0]?.nom].filter(Boolean).join(' · '),
      resume: outil.resume,
      mots: [...outil.mots_cles, ...(outil.reference === undefined ? [] : [outil.reference])],
      alentours: words([...outil.themes, outil.type]),
      filtres: {
        theme: outil.themes,
        type: [outil.type],
        pour: publicsOf(outil),
        annee: outil.annee === undefined ? [] : [yearOf(outil.annee)],
      },
    },
  ]);
}

async function equipePages(): Promise<Told[]> {
  return (await getEquipes()).map((equipe) => [
    equipe.href,
    {
      nature: 'equipe',
      repere: `${capitalised(equipe.forme.court)} · ${equipe.commune}, ${equipe.departement.nom}`,
      filtres: {
        profession: metiersOf(equipe.scans),
        departement: [departementOf(equipe.departement)],
        annee: equipe.scans.map(({ annee }) => yearOf(annee)),
      },
    },
  ]);
}

async function otherPages(): Promise<Told[]> {
  const [lignes, annees, pages] = await Promise.all([getLignesDePages(), getAnneesRegion(), getPages()]);
  return [
    ...lignes.map(({ liste, nature, ligne: { href, terme } }): Told => [
      href,
      {
        role: 'recueil',
        repere: nature,
        resume: terme.definition ?? '',
        mots: terme.synonymes,
        filtres: liste === 'leviers' ? { levier: [terme] } : {},
      },
    ]),
    ...STATIC_ADDRESSES.map((href): Told => [href, { role: 'rubrique' }]),
    ...pages.map(({ href, resume, mots_cles: mots }): Told => [
      href,
      {
        role: STATIC_ADDRESSES.some((address) => address === href) ? 'rubrique' : 'texte',
        resume,
        mots,
      },
    ]),
    ...annees.flatMap(({ annee }) =>
      [`/region/${annee}/`, `/chiffres/${annee}/`].map((href): Told => [
        href,
        { filtres: { annee: [yearOf(annee)] } },
      ]),
    ),
  ];
}

/** What the search knows besides the pages' text: classing, everyday words, acronyms, ways to say one thing. */
export const getRecherche = once(async (): Promise<Sources> => {
  const { sigles, professions } = await getVocabulaire();
  const pages = await Promise.all([histoirePages(), outilPages(), equipePages(), otherPages()]);
  return {
    facettes: FACETTES,
    pages: Object.fromEntries(pages.flat()),
    sigles: [...sigles.values()].map(({ cle, sigle, developpe, definition = '', synonymes }) => ({
      url: `/glossaire/#${cle}`,
      titre: sigle,
      repere: developpe,
      texte: definition,
      mots: synonymes,
    })),
    groupes: [
      ...[...sigles.values()].map(({ sigle, developpe, synonymes }) => ({
        mots: [sigle, developpe],
        entrees: synonymes,
      })),
      ...[...professions.values()].map(({ nom, feminin, court, synonymes }) => ({
        mots: [...new Set([nom, feminin, ...(court === undefined ? [] : [court])])],
        entrees: synonymes,
      })),
    ],
  };
});
