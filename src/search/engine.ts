import { decodeNumbers, LEVELS, pieceOf, type Postings } from './format.ts';
import {
  groupIndex,
  type GroupIndex,
  type Option,
  type Partie,
  type Question,
  readQuestion,
} from './question.ts';
import type { Marques } from './excerpt.ts';
import type { Source } from './source.ts';
import { proposal } from './proposal.ts';
import { type Found, rank, type Term } from './ranking.ts';
import { fold, nameKey, rootOf, stem, stemsInOrder } from './words.ts';

/** What a part of the question was widened to, and why: another name of the same thing, or a spelling. */
export interface Ajout {
  readonly de: string;
  readonly vers: string;
  readonly faute: boolean;
}

export interface Answer {
  /** The best first: pages that answer the whole question, then those that answer most of it. */
  readonly trouves: readonly Found[];
  readonly ajouts: readonly Ajout[];
  /** Words that no page holds, nor anything like them. */
  readonly inconnus: readonly string[];
  /** Words too common to be looked for. */
  readonly courants: readonly string[];
  /** What to mark in excerpts. */
  readonly marques: Marques;
  /** Nothing was asked: every page. */
  readonly tout: boolean;
}

/** What a word of the same family weighs, and one that begins like what was typed. */
const FAMILY = 0.55;
const BEGINNING = 0.5;
const CORRECTED = 0.7;
/** Marks the lines of whole names among those of words. */
const NAME = '=';
/** A beginning shorter than this says nothing. */
const SHORTEST_BEGINNING = 3;
/** Pieces of the word list that a beginning may ask for. */
const MOST_PIECES = 2;
/** Words that a beginning may stand for. */
const MOST_BEGINNINGS = 40;

/** A word of the index that stands for a word of the question. */
interface Variant extends Postings {
  readonly word: string;
  readonly poids: number;
}

const rarity = (pages: number, total: number): number => Math.log(1 + (total - pages + 0.5) / (pages + 0.5));

/** Answers questions from an index; keeps nothing but what the index's files hold. */
export class Engine {
  readonly #source: Source;
  #groups: GroupIndex | undefined;
  constructor(source: Source) {
    this.#source = source;
  }

  async #variants(term: string): Promise<Variant[]> {
    const { debuts } = await this.#source.entree();
    const root = rootOf(term);
    const scan = async (prefix: string, most: number) => {
      const first = pieceOf(debuts, prefix);
      const last = Math.min(pieceOf(debuts, `${prefix}\uFFFF`), first + most - 1);
      const pieces = await Promise.all(
        Array.from({ length: last - first + 1 }, (_, index) => this.#source.morceau(first + index)),
      );
      return pieces.flatMap((piece) => [...piece.beginning(prefix)]);
    };
    const family = (await scan(root, MOST_PIECES)).filter(
      ({ word }) => !word.includes(NAME) && (word === term || word === root || rootOf(word) === root),
    );
    if (family.length > 0 || term.length < SHORTEST_BEGINNING)
      return family.map(({ word, postings }) => ({ word, poids: word === term ? 1 : FAMILY, ...postings() }));
    return (await scan(term, MOST_PIECES))
      .filter(({ word }) => !word.includes(NAME))
      .slice(0, MOST_BEGINNINGS)
      .map(({ word, postings }) => ({ word, poids: BEGINNING, ...postings() }));
  }

  async #term(term: string): Promise<Term | undefined> {
    const variants = await this.#variants(term);
    if (variants.length === 0) return undefined;
    const { pages: total } = await this.#source.entree();
    const scores = new Map<number, number>();
    for (const { pages, weights, poids } of variants)
      pages.forEach((page, index) => {
        const score = (poids * (weights[index] ?? 0)) / LEVELS;
        if (score > (scores.get(page) ?? 0)) scores.set(page, score);
      });
    const idf = rarity(scores.size, total);
    for (const [page, score] of scores) scores.set(page, score * idf);
    return { idf, scores, words: variants.map(({ word }) => word) };
  }

  /** Pages where the words stand at these distances from the first one. */
  async #following(termes: readonly string[], ecarts: readonly number[]): Promise<Set<number>> {
    const { debuts } = await this.#source.entree();
    const placesOf = async (term: string) => {
      const rank = pieceOf(debuts, term);
      const [piece, places] = await Promise.all([this.#source.morceau(rank), this.#source.places(rank)]);
      const line = [...piece.beginning(term)].find(({ word }) => word === term);
      const own = places.get(term) ?? [];
      return new Map(line?.postings().pages.map((page, index) => [page, placesIn(own[index] ?? '')]));
    };
    const [first, ...others] = await Promise.all(termes.map(placesOf));
    return new Set(
      [...(first ?? [])].flatMap(([page, starts]) => {
        const rest = others.map((places) => new Set(places.get(page)));
        const held = starts.some((start) =>
          rest.every((own, index) => own.has(start + (ecarts[index + 1] ?? 0))),
        );
        return held ? [page] : [];
      }),
    );
  }

  /** Pages whose name is the whole question. */
  async #named(text: string): Promise<Set<number>> {
    const { debuts } = await this.#source.entree();
    const key = nameKey(stemsInOrder(text));
    if (key === undefined) return new Set();
    const piece = await this.#source.morceau(pieceOf(debuts, key));
    const line = [...piece.beginning(key)].find(({ word }) => word === key);
    return new Set(line?.postings().pages);
  }

  /** Adds to a part that no page holds the nearest word that one does. */
  async #corrected(partie: Partie): Promise<{ partie: Partie; vers?: string }> {
    if (partie.ecarts || partie.options.length > 1) return { partie };
    const vers = proposal(partie.texte, await this.#source.orthographe());
    if (vers === undefined) return { partie };
    const option: Option = { termes: [stem(fold(vers))], poids: CORRECTED, ajout: vers };
    return { partie: { ...partie, options: [...partie.options, option] }, vers };
  }

  /** @param exact looks for what was typed and nothing else */
  async ask(text: string, exact = false): Promise<Answer> {
    const entree = await this.#source.entree();
    this.#groups ??= groupIndex(entree.groupes);
    const question = readQuestion(text, exact ? new Map() : this.#groups);
    if (question.parties.length === 0) return nothing(question, text.trim() === '' ? entree.pages : 0);
    const terms = new Map<string, Term | undefined>();
    const learn = async (parties: readonly Partie[]) => {
      const wanted = parties.flatMap(({ options }) => options.flatMap(({ termes }) => termes));
      const fresh = [...new Set(wanted)].filter((term) => !terms.has(term));
      const found = await Promise.all(fresh.map((term) => this.#term(term)));
      fresh.forEach((term, index) => terms.set(term, found[index]));
    };
    await learn(question.parties);
    const known = ({ options }: Partie) =>
      options.some(({ termes }) => termes.some((term) => terms.get(term)));
    const corrected = exact
      ? question.parties.map((partie) => ({ partie, vers: undefined }))
      : await Promise.all(
          question.parties.map((partie) =>
            known(partie) ? { partie, vers: undefined } : this.#corrected(partie),
          ),
        );
    const parties = corrected.map(({ partie }) => partie);
    await learn(parties);
    const followed = await Promise.all(
      parties.map(({ ecarts, options }) => ecarts && this.#following(options[0]?.termes ?? [], ecarts)),
    );
    const typed = new Set(parties.flatMap(({ options }) => options[0]?.termes ?? []));
    // What the index holds, and that the question did not say already by itself.
    const isNews = (termes: readonly string[]) =>
      termes.every((term) => terms.get(term)) && !termes.every((term) => typed.has(term));
    const standing = (term: string) => new Set(terms.get(term)?.words ?? []);
    const options = parties.flatMap((partie) => partie.options);
    // « MSP » marks « maison de santé pluriprofessionnelle », not every « santé ».
    const isName = ({ ajout, termes }: Option) => ajout !== undefined && termes.length > 1;
    return {
      trouves: rank(parties, terms, followed, await this.#named(text)),
      ajouts: corrected.flatMap(({ partie, vers }) =>
        partie.options
          .filter(({ ajout, termes }) => ajout !== undefined && isNews(termes))
          .map(({ ajout = '' }) => ({ de: partie.texte, vers: ajout, faute: ajout === vers })),
      ),
      inconnus: parties.filter((partie) => !known(partie)).map(({ texte }) => texte),
      courants: question.courants,
      marques: {
        mots: new Set(
          options
            .filter((option) => !isName(option))
            .flatMap(({ termes }) => termes.flatMap((term) => [...standing(term)])),
        ),
        noms: options.filter(isName).map(({ termes }) => termes.map(standing)),
      },
      tout: false,
    };
  }
}

/** An answer without a word to look for: every page when nothing at all was asked. */
const nothing = ({ courants }: Question, pages: number): Answer => ({
  trouves: Array.from({ length: pages }, (_, page) => ({ page, score: 0, complet: true })),
  ajouts: [],
  inconnus: [],
  courants,
  marques: { mots: new Set(), noms: [] },
  tout: pages > 0,
});

function placesIn(text: string): number[] {
  let last = 0;
  return decodeNumbers(text).map((gap) => (last += gap));
}
