import type { PageSource, Sources } from '#src/domain/search-sources.ts';
import type { Fiche } from './format.ts';
import type { ReadPage } from './read-pages.ts';
import { type TextWords, wordsOfText } from './text-words.ts';

/** A page as it is indexed: what its result shows, and the words that it has by other ways than its text. */
export interface Sheet extends Fiche {
  readonly source: PageSource;
  readonly mots: TextWords;
}

const PLAIN: PageSource = {
  nature: 'page',
  repere: '',
  role: 'texte',
  resume: '',
  mots: [],
  alentours: [],
  filtres: {},
  lieux: {},
};
/** Headings, and the parts that the site names. */
const HEADING = /^h[2-4]$/;

/** Character at which each word of a text begins, words being parted by spaces. */
const wordStarts = (text: string): number[] => [...text.matchAll(/\S+/g)].map(({ index }) => index);

function placesOf({ ancres, texte }: ReadPage, lieux: PageSource['lieux']): Fiche['ancres'] {
  const starts = wordStarts(texte);
  return ancres.flatMap(({ element, id, text, location }) => {
    const named = Object.hasOwn(lieux, id) ? lieux[id] : undefined;
    const titre = named ?? (HEADING.test(element) ? text.replace(/[.\s]+$/, '') : '');
    return titre === '' ? [] : [[starts[location] ?? texte.length, id, titre] as const];
  });
}

/** Every sheet of the index: pages, then acronyms, each with what the site tells of it. */
export function sheetsOf(pages: readonly ReadPage[], { pages: known, sigles }: Sources): Sheet[] {
  return [
    ...pages.map((page) => {
      const source = { ...PLAIN, ...known[page.url] };
      const { nature, repere, lieux } = source;
      const { url, titre, texte, mots } = page;
      return { url, titre, nature, repere, texte, mots, ancres: placesOf(page, lieux), source };
    }),
    ...sigles.map(({ url, titre, repere, texte, mots: entrees }) => ({
      url,
      titre,
      nature: 'sigle' as const,
      repere,
      texte,
      mots: wordsOfText(texte),
      ancres: [],
      source: { ...PLAIN, nature: 'sigle' as const, mots: [repere, ...entrees] },
    })),
  ];
}
