import { byFrenchOrder } from '#src/domain/french.ts';
import { getHistoires, type Histoire } from './histoires.ts';
import { once } from './memo.ts';
import { getOutils, type Outil } from './outils.ts';
import { getVocabulaire } from './vocabulaire.ts';

interface Value {
  readonly cle: string;
  readonly nom: string;
  readonly definition?: string | undefined;
}

/** A way to narrow a list: plain links with their counts, and the test that each link applies. */
export interface Facette<Item = never> {
  readonly titre: string;
  readonly liens: readonly (Value & { readonly href: string; readonly nombre: number })[];
  readonly garde: (item: Item, cle: string) => boolean;
}

function facette<Item>(
  titre: string,
  base: string,
  values: Iterable<Value>,
  items: readonly Item[],
  garde: Facette<Item>['garde'],
): Facette<Item> {
  const liens = [...values]
    .map(({ cle, nom, definition }) => {
      const nombre = items.filter((item) => garde(item, cle)).length;
      return { cle, nom, definition, href: `${base}${cle}/`, nombre };
    })
    .filter(({ nombre }) => nombre > 0)
    .toSorted((a, b) => byFrenchOrder(a.nom, b.nom));
  return { titre, liens, garde };
}

const isAbout = (item: Histoire | Outil, cle: string) => item.themes.some((theme) => theme.cle === cle);

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
    facette('Thème', '/histoires/theme/', themes.values(), histoires, isAbout),
    facette('Levier', '/histoires/levier/', leviers.values(), histoires, (item, cle) =>
      item.leviers.includes(cle),
    ),
    facette(
      'Département',
      '/histoires/departement/',
      departements.values(),
      histoires,
      (item, cle) => item.equipe.departement.code === cle,
    ),
  ];
});

/** Links that narrow the toolbox; values without a tool are left out. */
export const getFacettesOutils = once(async (): Promise<Facette<Outil>[]> => {
  const [vocabulaire, outils] = await Promise.all([getVocabulaire(), getOutils()]);
  const types = vocabulaire['types-outils'].values();
  return [
    facette('Type', '/boite-a-outils/type/', types, outils, (item, cle) => item.type.cle === cle),
    facette('Thème', '/boite-a-outils/theme/', vocabulaire.themes.values(), outils, isAbout),
  ];
});
