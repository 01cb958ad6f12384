import { type ContentFile, type Contenu, filesOf } from '#src/checks/contenu.ts';
import { valueAt } from '#src/checks/fields.ts';
import { inspectBody } from '#src/checks/markdown.ts';
import { PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';
import { isPrompt } from '#src/domain/prompts.ts';
import { paragraphsOf } from '#src/markdown/paragraphs.ts';

/** Sentences beyond this number of words are hard to follow. */
export const LONG_SENTENCE = 40;
/** Words a minute: French read aloud, mean of the IReST tests (Trauzettel-Klosinski and Dietz, IOVS, 2012). */
const PACE = 195;

interface Place {
  /** In the file. */
  readonly line: number;
}

/** What whoever publishes a text wants to know of it first. */
export interface Proof {
  readonly words: number;
  readonly minutes: number;
  readonly headings: readonly (Place & { readonly depth: number; readonly text: string })[];
  readonly images: readonly (Place & {
    readonly url: string;
    readonly alt: string;
    readonly credit: string;
  })[];
  /** Capital letters that the glossary does not explain, each where it first comes. */
  readonly acronyms: readonly (Place & { readonly sigle: string })[];
  readonly passages: readonly (Place & {
    readonly kind: PassageKind;
    readonly nom: string;
    readonly words: number;
  })[];
  readonly longSentences: readonly (Place & { readonly words: number; readonly text: string })[];
  /** Lines that a draft still asks for. */
  readonly prompts: readonly (Place & { readonly text: string })[];
}

const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;
const countWords = (text: string): number => text.match(WORD)?.length ?? 0;
const SENTENCES = new Intl.Segmenter('fr', { granularity: 'sentence' });

/** Reads a text as its editor would before it goes on line. */
export function proofread(contenu: Contenu, file: ContentFile): Proof {
  const facts = inspectBody(file);
  const shift = file.bodyLine - 1;
  const paragraphs = paragraphsOf(file.body, file.format === 'mdx' ? 'mdx' : 'md').map((one) => ({
    ...one,
    line: one.line + shift,
  }));
  const names = namesOf(contenu);
  return {
    words: facts.words,
    minutes: Math.max(1, Math.round(facts.words / PACE)),
    headings: facts.headings.map(({ depth, text, line }) => ({ depth, text, line })),
    images: [
      ...photoOf(file),
      ...facts.images.map(({ url, alt, credit = '', line }) => ({ url, alt, credit, line })),
    ],
    acronyms: unknownAcronyms(contenu, paragraphs),
    passages: facts.passages.map(({ kind, cle, text, line }) => ({
      kind,
      nom: names.get(`${PASSAGE_KINDS[kind]}/${cle}`) ?? cle,
      words: countWords(text),
      line,
    })),
    longSentences: paragraphs.flatMap(longSentences),
    prompts: file.text.split('\n').flatMap((text, index) => {
      const value = text.replace(/^[\w\s-]*:\s*(?=["'À])/u, '');
      return isPrompt(text) || isPrompt(value)
        ? [{ line: index + 1, text: value.replace(/^[>\s"]+|"$/g, '') }]
        : [];
    }),
  };
}

function namesOf(contenu: Contenu): Map<string, string> {
  const names = new Map<string, string>();
  for (const list of Object.values(PASSAGE_KINDS)) {
    const data = contenu.vocabulaires.get(list)?.data;
    for (const cle of Object.keys(data ?? {})) {
      const nom = valueAt(data, [cle, 'nom']);
      if (typeof nom === 'string') names.set(`${list}/${cle}`, nom);
    }
  }
  return names;
}

/** The opening picture, which stands in the fields. */
function photoOf({ data, yaml }: ContentFile): Proof['images'] {
  const [url, alt, credit] = ['fichier', 'alternative', 'credit'].map((champ) =>
    valueAt(data, ['photo', champ]),
  );
  if (typeof url !== 'string') return [];
  const line = yaml.lines.findIndex((text) => /^photo\s*:/.test(text)) + yaml.firstLine;
  return [{ url, alt: String(alt ?? ''), credit: String(credit ?? ''), line }];
}

interface Line {
  readonly text: string;
  readonly line: number;
}

function longSentences({ text, line }: Line): Proof['longSentences'] {
  return [...SENTENCES.segment(text)].flatMap(({ segment, index }) => {
    const words = countWords(segment);
    if (words <= LONG_SENTENCE) return [];
    return [{ line: line + text.slice(0, index).split('\n').length - 1, words, text: segment.trim() }];
  });
}

const ACRONYM =
  /(?<![\p{L}\p{N}/.@_-])(?=(?:[^\p{L}]*\p{Lu}){2})[\p{Lu}][\p{Lu}\p{N}&]+(?=s?(?![\p{L}\p{N}/@_]))/gu;
const ROMAN = /^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/** Acronyms that no entry of the glossary explains, nor the words just before their parenthesis. */
function unknownAcronyms(contenu: Contenu, paragraphs: readonly Line[]): Proof['acronyms'] {
  const known = knownAcronyms(contenu);
  const found = new Map<string, number>();
  for (const { text, line } of paragraphs) {
    for (const match of text.matchAll(ACRONYM)) {
      const [sigle] = match;
      const before = text.slice(0, match.index);
      const explained = /\p{L}{3,}\s\($/u.test(before);
      if (explained) known.add(sigle);
      if (known.has(sigle) || ROMAN.test(sigle) || found.has(sigle)) continue;
      found.set(sigle, line + before.split('\n').length - 1);
    }
  }
  return [...found].map(([sigle, line]) => ({ sigle, line }));
}

function knownAcronyms(contenu: Contenu): Set<string> {
  const data = contenu.vocabulaires.get('sigles')?.data;
  const words = Object.keys(data ?? {}).flatMap((cle) => [
    valueAt(data, [cle, 'sigle']),
    ...[valueAt(data, [cle, 'synonymes'])].flat(),
  ]);
  // What the publication and its teams are called needs no explaining.
  const names = [
    valueAt(contenu.publication?.data, ['organisation', 'nom']),
    valueAt(contenu.publication?.data, ['nom']),
    ...filesOf(contenu, 'equipes').map(({ data: team }) => valueAt(team, ['nom'])),
  ];
  return new Set(
    [...words, ...names].flatMap((word) => (typeof word === 'string' ? (word.match(ACRONYM) ?? []) : [])),
  );
}
