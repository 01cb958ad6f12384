import { presence } from '#src/domain/axes.ts';
import {
  addressOfTerm,
  PASSAGE_KINDS,
  PASSAGE_NAMES,
  type PassageKind,
  type Vocabulary,
} from '#src/domain/collections.ts';
import { counted } from '#src/domain/matrix.ts';
import type { Passage as PassageLu } from '#src/markdown/inspect.ts';
import { getHistoires, type Histoire } from './histoires.ts';
import { found, once } from './memo.ts';
import { getVocabulaire, type Terme } from './vocabulaire.ts';

export interface Passage {
  readonly nature: PassageKind;
  readonly cle: string;
  /** What the author wrote, as the page's HTML. */
  readonly html: string;
  readonly section: string;
  readonly histoire: Histoire;
  /** The very place in the story. */
  readonly href: string;
}

export interface Ligne {
  readonly terme: Terme<(typeof PASSAGE_KINDS)[PassageKind]>;
  readonly href: string;
  readonly passages: readonly Passage[];
  /** Stories that hold at least one passage. */
  readonly histoires: readonly Histoire[];
}

/** The collection holds a story's passages in the place of its text: see `checks/loader.ts`. */
function readPassages(histoire: Histoire): Passage[] {
  return (JSON.parse(histoire.entry.body ?? '[]') as PassageLu[]).map((passage) => ({
    nature: passage.kind,
    cle: passage.cle,
    html: passage.html,
    section: passage.heading,
    histoire,
    href: `${histoire.href}#${passage.id}`,
  }));
}

/** Every marked passage of every online story. */
export const getPassages = once(async () => (await getHistoires()).flatMap(readPassages));

/** The marked passages of each story. */
export const getPassagesParHistoire = once(async () =>
  Map.groupBy(await getPassages(), ({ histoire }) => histoire),
);

export const getHistoiresComptees = once(async () => counted(await getHistoires()));

export type Grille = { readonly [Kind in PassageKind]: readonly Ligne[] };

/** The reading grid: each row of each closed list with its passages, the most supported first. */
export const getGrille = once(async (): Promise<Grille> => {
  const [histoires, byStory, vocabulaire] = await Promise.all([
    getHistoiresComptees(),
    getPassagesParHistoire(),
    getVocabulaire(),
  ]);
  const passagesOf = Map.groupBy(
    histoires.flatMap((histoire) => byStory.get(histoire) ?? []),
    ({ nature, cle }) => `${nature} ${cle}`,
  );
  const linesOf = (kind: PassageKind) => {
    const list: Vocabulary = PASSAGE_KINDS[kind];
    return [...(vocabulaire[list] as ReadonlyMap<string, Ligne['terme']>).values()]
      .map((terme) => {
        const own = passagesOf.get(`${kind} ${terme.cle}`) ?? [];
        const histoires = [...new Set(own.map(({ histoire }) => histoire))];
        return { terme, passages: own, histoires, href: found(addressOfTerm(list, terme.cle), terme.cle) };
      })
      .toSorted((a, b) => b.histoires.length - a.histoires.length || b.passages.length - a.passages.length);
  };
  const kinds = Object.keys(PASSAGE_KINDS) as PassageKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, linesOf(kind)])) as unknown as Grille;
});

/** What stands beside each marked passage of each story, by story then by « leviers/cle ». */
export const getMentions = once(async (): Promise<ReadonlyMap<Histoire, ReadonlyMap<string, string>>> => {
  const [passages, grille, histoires, comptees] = await Promise.all([
    getPassagesParHistoire(),
    getGrille(),
    getHistoires(),
    getHistoiresComptees(),
  ]);
  const known = new Map(
    Object.entries(PASSAGE_KINDS).flatMap(([kind, list]) =>
      grille[kind as PassageKind].map((ligne) => [
        `${list}/${ligne.terme.cle}`,
        presence(ligne.histoires.length, comptees.length),
      ]),
    ),
  );
  const counts = new Set(comptees);
  return new Map(
    histoires.map((histoire) => {
      // A story that is not counted says nothing of those that are.
      if (!counts.has(histoire)) return [histoire, new Map()];
      const keys = (passages.get(histoire) ?? []).map(({ nature, cle }) => `${PASSAGE_KINDS[nature]}/${cle}`);
      return [histoire, new Map(keys.map((key) => [key, known.get(key) ?? '']))];
    }),
  );
});

/** What a row is, in words. */
function natureOf(kind: PassageKind, terme: Ligne['terme']): string {
  if ('pour' in terme) return `Bénéfice pour les ${terme.pour}`;
  if ('nature' in terme) return terme.nature === 'crainte' ? 'Crainte' : 'Motivation';
  return PASSAGE_NAMES[kind];
}

/** Every row that has a page of its own. */
export const getLignesDePages = once(async () => {
  const grille = await getGrille();
  return (Object.keys(PASSAGE_KINDS) as PassageKind[]).flatMap((kind) =>
    grille[kind].map((ligne) => ({
      liste: PASSAGE_KINDS[kind],
      sorte: kind,
      nature: natureOf(kind, ligne.terme),
      ligne,
    })),
  );
});
