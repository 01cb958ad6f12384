import type { Nature } from '#src/domain/search-sources.ts';
import { type Compte, knownOf, narrow, pagesOf } from './facets.ts';
import type { Answer, Engine } from './engine.ts';
import type { Found } from './ranking.ts';
import type { Demande } from './address.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import type { Fiche } from './format.ts';
import type { Source } from './source.ts';

export interface Result extends Excerpt {
  readonly fiche: Fiche;
}

/** Results of one kind, the best first. */
export interface Groupement {
  /** A kind, or the pages that answer a part of the question only. */
  readonly cle: Nature | 'partie';
  readonly nom: string;
  readonly nombre: number;
  readonly resultats: readonly Result[];
}

export interface Page {
  /** What was asked, without the values that this site's facets have not: an address may hold anything. */
  readonly demande: Demande;
  readonly answer: Answer;
  /** Number of results, once narrowed. */
  readonly nombre: number;
  /** Same, before. */
  readonly sansFiltre: number;
  /** No page answers the whole question: these answer a part. */
  readonly partielle: boolean;
  readonly groupements: readonly Groupement[];
  readonly comptes: readonly Compte[];
}

/** Results shown of the first kind, of each other, of one kind alone, and of those that answer a part. */
const OF_FIRST = 3;
const OF_EACH = 2;
export const OF_ONE = 10;
const OF_PART = 5;

const NATURE = 'nature';
const PART = { cle: 'partie', nom: 'Avec une partie des mots' } as const;

/** What the search page shows of a question. Reads of the index only what is shown. */
export async function resultsOf(
  engine: Engine,
  source: Source,
  asked: Demande,
  most: number = OF_ONE,
): Promise<Page> {
  const [answer, facettes] = await Promise.all([engine.ask(asked.texte, asked.exact), source.facettes()]);
  const choix = knownOf(asked.choix, facettes);
  const whole = answer.trouves.filter(({ complet }) => complet);
  const partielle = whole.length === 0 && answer.trouves.length > 0;
  const shown = partielle ? answer.trouves : whole;
  const { gardes, comptes } = narrow(shown, facettes, choix);
  const kinds = facettes.find(({ cle }) => cle === NATURE);
  const groups = (kinds?.valeurs ?? [])
    .map(({ cle, nom }) => {
      const own = kinds ? pagesOf(kinds, cle) : new Set<number>();
      return { cle: cle as Nature, nom, pages: gardes.filter(({ page }) => own.has(page)) };
    })
    .filter(({ pages }) => pages.length > 0)
    .toSorted((a, b) => gardes.indexOf(a.pages[0] as Found) - gardes.indexOf(b.pages[0] as Found));
  const parts = partielle
    ? []
    : narrow(
        answer.trouves.filter(({ complet }) => !complet),
        facettes,
        choix,
      ).gardes;
  const [part] = gardes.length < OF_ONE && parts.length > 0 ? [{ ...PART, pages: parts }] : [];
  const resultOf = async ({ page }: Found): Promise<Result> => {
    const fiche = await source.fiche(page);
    return { fiche, ...excerptOf(fiche, answer.marques) };
  };
  const groupements = await Promise.all(
    [...groups, ...(part ? [part] : [])].map(async ({ cle, nom, pages }, index) => ({
      cle,
      nom,
      nombre: pages.length,
      resultats: await Promise.all(
        pages
          .slice(
            0,
            cle === 'partie' ? OF_PART : groups.length === 1 ? most : index === 0 ? OF_FIRST : OF_EACH,
          )
          .map(resultOf),
      ),
    })),
  );
  return {
    demande: { ...asked, choix },
    answer,
    nombre: gardes.length,
    sansFiltre: shown.length,
    partielle,
    groupements,
    comptes,
  };
}
