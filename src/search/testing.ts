import type { Groupe, PageSource, Sources } from '#src/domain/search-sources.ts';
import { indexFiles } from './build-index.ts';
import { Engine } from './engine.ts';
import { ENTREE } from './format.ts';
import { type Sheet, sheetsOf } from './sheets.ts';
import { wordsOfText } from './text-words.ts';
import { Source } from './source.ts';

/** A page for tests: what is not said is empty. */
export interface TestPage extends Partial<PageSource> {
  readonly titre: string;
  readonly texte?: string;
}

/** Addresses of test pages: « /0/ », « /1/ »… */
export const urlOf = (page: number): string => `/${page}/`;

/** An index in memory, written and read as the site's is. */
export function indexOf(
  pages: readonly TestPage[],
  { groupes = [], facettes = {} }: { groupes?: readonly Groupe[]; facettes?: Sources['facettes'] } = {},
): { engine: Engine; source: Source; read: string[] } {
  const sources: Sources = {
    facettes,
    groupes,
    sigles: [],
    pages: Object.fromEntries(pages.map((page, rank) => [urlOf(rank), page])),
  };
  const sheets: Sheet[] = sheetsOf(
    pages.map(({ titre, texte = '' }, rank) => ({
      url: urlOf(rank),
      titre,
      texte: `${titre}. ${texte}`,
      mots: wordsOfText(`${titre}. ${texte}`),
      ancres: [],
    })),
    sources,
  );
  const { entree, files } = indexFiles(sheets, sources);
  const read: string[] = [];
  const source = new Source(async (path) => {
    read.push(path);
    if (path === ENTREE) return JSON.stringify(entree);
    const content = files.get(path.slice(path.indexOf('/') + 1));
    if (content === undefined) throw new Error(path);
    return content;
  });
  return { engine: new Engine(source), source, read };
}
