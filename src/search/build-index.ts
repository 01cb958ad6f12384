import type { Sources } from '#src/domain/search-sources.ts';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeRanks, ENTREE, type Entree, type Facette, type Fiche, NOMS } from './format.ts';
import { readPages } from './read-pages.ts';
import { type Sheet, sheetsOf } from './sheets.ts';
import { INDEX, SOURCES } from './places.ts';
import { spellingOf } from './spelling.ts';
import { piecesOf, wordList } from './word-list.ts';

/** Names of the kinds of pages, in the order in which results are grouped when none is better. */
const NATURES = { histoire: 'Histoires', outil: 'Outils', equipe: 'Équipes', sigle: 'Sigles', page: 'Pages' };

/** The facets of these pages, each with its values in the order of their first page; values without a page are left out. */
function facettesOf(sheets: readonly Sheet[], names: Sources['facettes']): Facette[] {
  const natures = Object.entries(NATURES).map(([cle, nom]) => ({
    cle,
    nom,
    pages: encodeRanks(sheets.flatMap(({ nature }, page) => (nature === cle ? [page] : []))),
  }));
  const others = Object.entries(names).map(([cle, nom]) => {
    const valeurs = new Map<string, { nom: string; pages: Set<number> }>();
    sheets.forEach(({ source: { filtres } }, page) => {
      for (const valeur of filtres[cle] ?? []) {
        const known = valeurs.get(valeur.cle) ?? { nom: valeur.nom, pages: new Set<number>() };
        known.pages.add(page);
        valeurs.set(valeur.cle, known);
      }
    });
    return {
      cle,
      nom,
      valeurs: [...valeurs]
        .map(([key, { nom, pages }]) => ({ cle: key, nom, pages: encodeRanks([...pages]) }))
        .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr', { numeric: true })),
    };
  });
  return [{ cle: 'nature', nom: 'Sorte de page', valeurs: natures }, ...others].map((facette) => ({
    ...facette,
    valeurs: facette.valeurs.filter(({ pages }) => pages !== ''),
  }));
}

/** The files of an index, by name, before compression. */
export function indexFiles(
  sheets: readonly Sheet[],
  { facettes, groupes }: Sources,
): { entree: Entree; files: Map<string, string> } {
  const words = wordList(sheets);
  const pieces = piecesOf(words);
  const files = new Map<string, string>();
  pieces.forEach(({ mots, places }, rank) => {
    files.set(NOMS.morceau(rank), mots);
    files.set(NOMS.places(rank), places);
  });
  sheets.forEach(({ url, titre, nature, repere, texte, ancres }, page) => {
    files.set(
      NOMS.fiche(page),
      JSON.stringify({ url, titre, nature, repere, texte, ancres } satisfies Fiche),
    );
  });
  files.set(NOMS.facettes, JSON.stringify(facettesOf(sheets, facettes)));
  files.set(NOMS.orthographe, spellingOf(sheets, groupes, words));
  const digest = createHash('sha256');
  for (const [name, content] of files) digest.update(name).update('\0').update(content).update('\0');
  const version = digest.digest('hex').slice(0, 12);
  return {
    entree: { version, pages: sheets.length, debuts: pieces.map(({ debut }) => debut), groupes },
    files,
  };
}

/**
 * Makes the search index of a built site, in its `recherche/index/` folder. Everything but the entry is gzipped here:
 * many hosts send files that they do not know as they are.
 * @param cache file of what was read of each page last time
 * @returns number of pages, acronyms included
 */
export async function buildSearchIndex(site: string, cache?: string): Promise<number> {
  const sources = JSON.parse(await readFile(join(site, SOURCES), 'utf8')) as Sources;
  await rm(join(site, SOURCES));
  const { entree, files } = indexFiles(sheetsOf(await readPages(site, cache), sources), sources);
  const folder = join(site, INDEX, entree.version);
  await mkdir(folder, { recursive: true });
  // Written at once: they are thousands, and waiting for a thread at each takes longer than writing.
  for (const [name, content] of files) writeFileSync(join(folder, name), gzipSync(content, { level: 9 }));
  await writeFile(join(site, INDEX, ENTREE), JSON.stringify(entree));
  return entree.pages;
}
