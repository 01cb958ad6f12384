import { AXE_KEYS, axisPath, matrixTitle } from '#src/domain/axes.ts';
import { STATIC_ADDRESSES } from '#src/domain/collections.ts';
import { capitalised } from '#src/domain/french.ts';
import { type CardData, cardAlternative, isDrawn } from '#src/infographics/card-data.ts';
import { editionOf } from '#src/infographics/scan-data.ts';
import { getLignesDePages } from './analyse.ts';
import { getEquipes } from './equipes.ts';
import { getFacettesHistoires, getFacettesOutils } from './facettes.ts';
import { getHistoires } from './histoires.ts';
import { once } from './memo.ts';
import { getOutils } from './outils.ts';
import { getPages } from './pages.ts';
import { getPublication } from './publication.ts';
import { getRegions } from './regions.ts';
import type { Scan } from './scans.ts';
import { getVocabulaire } from './vocabulaire.ts';

/** What a page's card says of it. */
type Said = Pick<CardData, 'surtitre' | 'titre' | 'texte' | 'reserve'> & {
  readonly lignes?: CardData['lignes'];
  readonly groupes?: CardData['groupes'] | undefined;
};

/** What the pages that every site has are about. */
const RUBRIQUES: Readonly<Record<(typeof STATIC_ADDRESSES)[number], string>> = {
  '/': '',
  '/histoires/': 'Histoires d’équipes',
  '/boite-a-outils/': 'La boîte à outils',
  '/equipes/': 'Les équipes',
  '/region/': 'La région',
  '/analyse/': matrixTitle('histoire'),
  '/glossaire/': 'Glossaire',
  '/comprendre/': 'Comprendre',
  '/chiffres/': 'Les chiffres de l’année',
  '/donnees/': 'Données ouvertes',
  '/recherche/': 'Recherche',
  '/plan-du-site/': 'Plan du site',
  '/flux/': 'S’abonner par un flux',
};

/** The families as the site's icon shows them. */
const emblem = (familles: Iterable<string>) =>
  [...familles].map((famille, index) => ({ famille, nombre: index % 2 === 0 ? 11 : 6 }));

const people = (scan: Scan | undefined) => scan?.groupes.map(({ famille, nombre }) => ({ famille, nombre }));
const demonstration = (on: boolean) => (on ? 'Démonstration\u00A0: données inventées' : undefined);

async function saidOfPages(): Promise<[string, Said][]> {
  const [publication, histoires, outils, equipes, pages, regions, lignes, recits, boite] = await Promise.all([
    getPublication(),
    getHistoires(),
    getOutils(),
    getEquipes(),
    getPages(),
    getRegions(),
    getLignesDePages(),
    getFacettesHistoires(),
    getFacettesOutils(),
  ]);
  return [
    ...STATIC_ADDRESSES.map((href): [string, Said] => [
      href,
      { surtitre: publication.region, titre: RUBRIQUES[href] },
    ]),
    ['/', { surtitre: publication.organisation.nom, titre: publication.nom, texte: publication.sous_titre }],
    ...[...recits, ...boite].flatMap(({ titre, liens }) =>
      liens.map(({ href, nom, definition }): [string, Said] => [
        href,
        {
          surtitre: `${href.startsWith('/histoires/') ? 'Histoires' : 'Outils'} · ${titre}`,
          titre: nom,
          texte: definition,
        },
      ]),
    ),
    ...AXE_KEYS.map((axe): [string, Said] => [
      `/analyse/${axisPath(axe)}`,
      { surtitre: publication.region, titre: matrixTitle(axe) },
    ]),
    ...lignes.map(({ nature, ligne: { href, terme } }): [string, Said] => [
      href,
      { surtitre: nature, titre: terme.nom, texte: terme.definition },
    ]),
    ...regions.map(({ annee, demonstration: invented }): [string, Said] => [
      `/chiffres/${annee}/`,
      { surtitre: 'Chiffres', titre: `${annee} en chiffres`, reserve: demonstration(invented) },
    ]),
    ...pages.map(({ href, titre, resume }): [string, Said] => [
      href,
      { surtitre: publication.region, titre, texte: resume },
    ]),
    ...outils.map((outil): [string, Said] => [
      outil.href,
      {
        surtitre: outil.type.nom,
        titre: outil.titre,
        lignes: outil.themes.slice(0, 1).map(({ nom }) => nom),
        texte: outil.resume,
        reserve: demonstration(outil.demonstration),
      },
    ]),
    ...equipes.map((equipe): [string, Said] => [
      equipe.href,
      {
        surtitre: capitalised(equipe.forme.court),
        titre: equipe.nom,
        lignes: [`${equipe.commune}, ${equipe.departement.nom}`],
        reserve: demonstration(equipe.demonstration),
      },
    ]),
    ...histoires.map(
      ({ href, ouverture, titre, equipe, scan, resume, demonstration: invented }): [string, Said] => [
        href,
        {
          surtitre: 'Histoire d’équipe',
          titre: [ouverture, titre].filter(Boolean).join(' '),
          lignes: [
            ...(titre.includes(equipe.nom) ? [] : [equipe.nom]),
            `${equipe.commune}, ${equipe.departement.nom}`,
          ],
          texte: resume,
          reserve: demonstration(invented),
          groupes: people(scan),
        },
      ],
    ),
  ];
}

/**
 * The card of each page, by the page's address. One whose words the typeface cannot draw whole has none: a hole in a
 * title would mislead.
 */
export const getCartes = once(async (): Promise<ReadonlyMap<string, CardData>> => {
  const [publication, { familles }, said] = await Promise.all([
    getPublication(),
    getVocabulaire(),
    saidOfPages(),
  ]);
  const edition = editionOf(publication, familles);
  const groups = emblem(familles.keys());
  const cards = said.map(([href, { lignes = [], groupes, ...rest }]): [string, CardData] => [
    href,
    { genre: 'carte', edition, lignes, groupes: groupes ?? groups, ...rest },
  ]);
  return new Map(cards.filter(([, data]) => isDrawn(data)));
});

/** What a link to a page shows: its card, else that of the nearest page above it. */
export async function getApercu(chemin: string) {
  const cartes = await getCartes();
  let own = chemin;
  while (own !== '/' && !cartes.has(own)) own = own.replace(/[^/]+\/?$/, '');
  const data = cartes.get(own);
  return data && { href: `${own}apercu.png`, alternative: cardAlternative(data) };
}
