import { FEED_ADDRESS } from '#src/domain/collections.ts';
import { byFrenchOrder } from '#src/domain/french.ts';
import { getHistoires, type Histoire } from './histoires.ts';
import { once } from './memo.ts';
import { getARevoir, getNouveautes, getOutils, getPlusConsultes, type Outil, publicsOf } from './outils.ts';
import { getVocabulaire } from './vocabulaire.ts';

interface Value {
  readonly cle: string;
  readonly nom: string;
  readonly definition?: string | undefined;
}

/** A way to narrow a list as readers see it: links with their counts. */
export interface Choix {
  readonly titre: string;
  /** Its name in an address. */
  readonly nom: string;
  readonly liens: readonly (Value & { readonly href: string; readonly nombre: number })[];
  /** How many links are shown before the others are folded; all of them when not given. */
  readonly montres?: number;
}

/** The same, with the keys that an item answers. */
export interface Facette<Item = never> extends Choix {
  readonly cles: (item: Item) => readonly string[];
}

function facette<Item>(
  { titre, nom, values, cles }: Pick<Facette<Item>, 'titre' | 'nom' | 'cles'> & { values: Iterable<Value> },
  items: readonly Item[],
  hrefOf: (cle: string) => string,
): Facette<Item> {
  const liens = [...values]
    .map((value) => {
      const nombre = items.filter((item) => cles(item).includes(value.cle)).length;
      return { ...value, href: hrefOf(value.cle), nombre };
    })
    .filter(({ nombre }) => nombre > 0)
    .toSorted((a, b) => byFrenchOrder(a.nom, b.nom));
  return { titre, nom, liens, cles };
}

const themesOf = (item: Histoire | Outil) => item.themes.map(({ cle }) => cle);

/** Links that narrow the list of stories; values without a story are left out. */
export const getFacettesHistoires = once(async (): Promise<Facette<Histoire>[]> => {
  const [{ themes, leviers }, histoires] = await Promise.all([getVocabulaire(), getHistoires()]);
  const departements = new Map(
    histoires.map(({ equipe: { departement } }) => [
      departement.code,
      { cle: departement.code, nom: departement.nom },
    ]),
  );
  return [
    { titre: 'Thème', nom: 'theme', values: themes.values(), cles: themesOf },
    { titre: 'Levier', nom: 'levier', values: leviers.values(), cles: (item: Histoire) => item.leviers },
    {
      titre: 'Département',
      nom: 'departement',
      values: departements.values(),
      cles: (item: Histoire) => [item.equipe.departement.code],
    },
  ].map((each) => facette(each, histoires, (cle) => `/histoires/${each.nom}/${cle}/`));
});

/** Links that narrow the toolbox to a page of its own; values without a tool are left out. */
export const getFacettesOutils = once(async (): Promise<Facette<Outil>[]> => {
  const [vocabulaire, outils] = await Promise.all([getVocabulaire(), getOutils()]);
  return [
    {
      titre: 'Type',
      nom: 'type',
      values: vocabulaire['types-outils'].values(),
      cles: (outil: Outil) => [outil.type.cle],
    },
    { titre: 'Thème', nom: 'theme', values: vocabulaire.themes.values(), cles: themesOf },
  ].map((each) => facette(each, outils, (cle) => `/boite-a-outils/${each.nom}/${cle}/`));
});

/** Ways to come by a tool; a sheet may offer several. */
const ACCES: readonly (Value & { readonly garde: (outil: Outil) => boolean })[] = [
  { cle: 'a-telecharger', nom: 'À télécharger', garde: ({ fichiers }) => fichiers.length > 0 },
  { cle: 'en-ligne', nom: 'En ligne', garde: ({ lien }) => lien !== undefined },
  {
    cle: 'sur-demande',
    nom: 'Sur demande',
    garde: ({ fichiers, lien }) => fichiers.length === 0 && lien === undefined,
  },
  { cle: 'adherents', nom: 'Réservé aux adhérents', garde: ({ acces }) => acces === 'adherents' },
];

/** What narrows the toolbox further, in the list itself, for readers whose browser runs its script. */
export const getFiltresOutils = once(async (): Promise<Facette<Outil>[]> => {
  const outils = await getOutils();
  const publics = new Map(outils.flatMap(publicsOf).map(({ cle, nom }) => [cle, nom]));
  const [acces, pour] = [
    {
      titre: 'Accès',
      nom: 'acces',
      values: ACCES,
      cles: (outil: Outil) => ACCES.filter(({ garde }) => garde(outil)).map(({ cle }) => cle),
    },
    {
      titre: 'Pour',
      nom: 'pour',
      values: [...publics].map(([cle, nom]) => ({ cle, nom })),
      cles: (outil: Outil) => publicsOf(outil).map(({ cle }) => cle),
    },
  ].map((each) => facette(each, outils, (cle) => `/boite-a-outils/?${each.nom}=${cle}`));
  if (!acces || !pour) return [];
  // Written freely on each sheet, they may be many: the most frequent first.
  const liens = pour.liens.toSorted((a, b) => b.nombre - a.nombre);
  return [acces, { ...pour, liens, montres: 5 }];
});

const FLUX = { href: FEED_ADDRESS, titre: 'Nouveautés de la boîte à outils', type: 'application/atom+xml' };

/** All that the pages of the toolbox show, whole or narrowed. */
export const getBoiteAOutils = once(async () => {
  const [outils, facettes, filtres, { annee }, nouveautes] = await Promise.all([
    getOutils(),
    getFacettesOutils(),
    getFiltresOutils(),
    getPlusConsultes(),
    getNouveautes(),
  ]);
  return {
    outils,
    facettes,
    filtres,
    annee,
    total: outils.length,
    flux: nouveautes.length > 0 ? FLUX : undefined,
    // The site does not follow the calendar, the editor's preview does.
    aRevoir: import.meta.env.DEV ? (await getARevoir()).enRetard.length : 0,
  };
});
