import { getLignesDePages } from './analyse.ts';
import { getEquipes, getEquipesParDepartement } from './equipes.ts';
import { getFacettesOutils } from './facettes.ts';
import { getHistoires } from './histoires.ts';
import { getOutils } from './outils.ts';
import { getPages } from './pages.ts';
import { getAnneesRegion } from './regions.ts';

interface Lien {
  readonly titre: string;
  readonly href: string;
}
export interface Rubrique {
  readonly titre: string;
  readonly href?: string;
  readonly liens: readonly Lien[];
}

/** Every page that a reader may want, under its section; sections without a page are left out. */
export async function getPlan(): Promise<Rubrique[]> {
  const [histoires, outils, equipes, regions, pages, facettes, lignes] = await Promise.all([
    getHistoires(),
    getOutils(),
    getEquipes(),
    getAnneesRegion(),
    getPages(),
    getFacettesOutils(),
    getLignesDePages(),
  ]);
  const filled = lignes.filter(({ ligne }) => ligne.passages.length > 0);
  const rubriques: Rubrique[] = [
    {
      titre: 'Histoires',
      href: '/histoires/',
      liens: histoires.map(({ ouverture, titre, href }) => ({
        titre: [ouverture, titre].filter(Boolean).join(' '),
        href,
      })),
    },
    { titre: 'Boîte à outils', href: '/boite-a-outils/', liens: outils },
    {
      titre: 'Outils par type et par thème',
      liens: facettes.flatMap(({ liens }) => liens.map(({ nom, href }) => ({ titre: nom, href }))),
    },
    { titre: 'Équipes', href: '/equipes/', liens: equipes.map(({ nom, href }) => ({ titre: nom, href })) },
    {
      titre: 'Analyse',
      href: '/analyse/',
      liens: filled.map(({ ligne }) => ({ titre: ligne.terme.nom, href: ligne.href })),
    },
    {
      titre: 'Région et chiffres',
      href: '/region/',
      liens: regions.flatMap(({ annee, publiee }) => [
        { titre: `La région en ${annee}`, href: `/region/${annee}/` },
        ...(publiee ? [{ titre: `${annee} en chiffres`, href: `/chiffres/${annee}/` }] : []),
      ]),
    },
    {
      titre: 'Comprendre, et pages pratiques',
      liens: [
        ...pages,
        { titre: 'Glossaire', href: '/glossaire/' },
        { titre: 'Données ouvertes', href: '/donnees/' },
        { titre: 'S’abonner par un flux', href: '/flux/' },
        { titre: 'Recherche', href: '/recherche/' },
      ],
    },
  ];
  return rubriques.filter(({ liens }) => liens.length > 0);
}

/** The lists that lead to every page without the search. */
export async function getPlanDeRecherche() {
  const [facettes, departements] = await Promise.all([getFacettesOutils(), getEquipesParDepartement()]);
  const listes = [
    ...facettes
      .toReversed()
      .map(({ titre, liens }) => ({ titre: `Outils par ${titre.toLocaleLowerCase('fr')}`, liens })),
    {
      titre: 'Équipes par département',
      liens: departements.map(({ code, nom }) => ({ href: `/equipes/#departement-${code}`, nom })),
    },
    {
      titre: 'Rubriques',
      liens: [
        { href: '/histoires/', nom: 'Les histoires' },
        { href: '/boite-a-outils/', nom: 'La boîte à outils' },
        { href: '/equipes/', nom: 'Les équipes' },
        { href: '/analyse/', nom: 'L’analyse' },
        { href: '/glossaire/', nom: 'Le glossaire' },
        { href: '/plan-du-site/', nom: 'Le plan du site' },
      ],
    },
  ];
  return listes.filter(({ liens }) => liens.length > 0);
}
