/** How the search reads words: one rule for the pages at build and for what a reader types. */

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const APOSTROPHE = /[’ʼ′']/;

/** Lower case without accents, ligatures in two letters: « Cœur » and « coeur » are one word. */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/\p{M}/gu, '');
}

/**
 * The same rule with a memory: a text has far fewer forms than words, and the same texts are read at each question.
 * Forgets all when it is full.
 */
function remembered(rule: (text: string) => string, most = 50_000): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = rule(text);
    known.set(text, made);
    return made;
  };
}
// A few letters (« ﷺ ») are several words for Unicode: a line of the word list holds no space.
const foldWord = remembered((word) => fold(word).replace(/\s/g, ''));

/** Words that an apostrophe cuts short: « l’équipe » is read as « équipe ». */
const ELIDED = new Set('l d j n s t c m qu lorsqu puisqu jusqu quoiqu'.split(' '));

/** Words that say nothing of a page's subject, folded. */
const STOP_WORDS = new Set(
  (
    'a ai as au aux avec avoir c ca car ce ceci cela ces cet cette ceux chaque chez ci comme comment d dans de des ' +
    'donc dont du elle elles en est et etait etaient etant ete etre eu eux fait faire il ils j je l la le les leur ' +
    'leurs lui m ma mais me meme mes mon n ne ni nos notre nous on ont ou par parce pas plus pour qu quand que quel ' +
    'quelle quelles quels qui quoi s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute ' +
    'toutes tres tu un une vers vos votre vous y'
  ).split(' '),
);

export const isStopWord = (folded: string): boolean => STOP_WORDS.has(folded);

/** A word of a text. */
export interface Token {
  /** Folded. */
  readonly mot: string;
  /** Where it stands in the text, in characters. */
  readonly debut: number;
  readonly fin: number;
  /** Its place among the text's words, stop words counted. */
  readonly rang: number;
}

/** The words of a text, in order; what an elision leaves of an article or a pronoun is no word. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rang = 0;
  // U+02BC, which some type for an apostrophe, is a letter for Unicode.
  for (const found of text.replaceAll('\u02BC', '’').matchAll(WORD)) {
    const mot = foldWord(found[0]);
    const fin = found.index + found[0].length;
    if (mot === '' || (ELIDED.has(mot) && APOSTROPHE.test(text[fin] ?? ''))) continue;
    tokens.push({ mot, debut: found.index, fin, rang: rang++ });
  }
  return tokens;
}

const DIGITS = /^\d+$/;

/** Whether what stands between two words makes one of them: « bucco-dentaire », « Scan’équipe », « 22 000 ». */
function joins(between: string, before: Token, after: Token): boolean {
  if (/^[-‐‑’']$/.test(between)) return true;
  return between === '\u202F' && DIGITS.test(before.mot) && /^\d{3}$/.test(after.mot);
}

/** Compound words in one piece, as some readers type them, each at the place of its first word. */
export function compoundsOf(text: string, tokens: readonly Token[]): Token[] {
  const compounds: Token[] = [];
  let open: Token | undefined;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    // Most words are a space apart: only one sign may join.
    const joined =
      before !== undefined && token.debut === before.fin + 1 && joins(text.charAt(before.fin), before, token);
    if (!joined) {
      if (open) compounds.push(open);
      open = undefined;
    } else open = { ...(open ?? before), mot: (open ?? before).mot + token.mot, fin: token.fin };
  });
  if (open) compounds.push(open);
  return compounds;
}

/** Plurals that no rule gives. */
const IRREGULAR = new Map([
  ['travaux', 'travail'],
  ['yeux', 'oeil'],
  ['baux', 'bail'],
]);

/**
 * What the forms of one French word share: singular and plural, masculine and feminine, infinitive and participle.
 * In the manner of light stemmers (J. Savoy, « Light stemming approaches for the French, Portuguese, German and
 * Hungarian languages », SAC 2006), with the feminines of trades: « infirmières » and « infirmier » give « infirmi ».
 * @param folded a word without accents
 */
export const stem = remembered((folded) => {
  if (folded.length < 4 || /\d/.test(folded)) return folded;
  const singular = IRREGULAR.get(folded) ?? singularOf(folded);
  const gendered = singular
    .replace(/(?:iere|ier)$/, 'i')
    .replace(/(?:trice|teur)$/, 'teu')
    .replace(/(?:euse|eur)$/, 'eu')
    .replace(/ive$/, 'if');
  if (gendered !== singular) return gendered;
  const bare = singular.length > 5 ? singular.replace(/(?:ere|er|ee?)$/, '') : singular.replace(/ee?$/, '');
  // « partagé » and « partage »: what accents told apart is one word here.
  const base = bare.length > 4 ? bare.replace(/e$/, '') : bare;
  return base.length > 3 ? base.replace(/([nltsmp])\1$/, '$1') : base;
});

function singularOf(word: string): string {
  if (/eaux$/.test(word)) return word.slice(0, -1);
  if (/aux$/.test(word) && word.length > 4) return `${word.slice(0, -3)}al`;
  return /(?:[^s]s|x)$/.test(word) ? word.slice(0, -1) : word;
}

const FAMILY =
  /(?:ation|ition|ement|ateu|iteu|teu|ment|eri|eut|iqu|ist|ism|abl|ibl|ien|ion|anc|enc|ant|ent|age?|if|al|el|eu|ir|i|u)$/;

/** What the words of one family share: « vacciner », « vaccin » and « vaccination » give « vaccin ». */
export function rootOf(stemmed: string): string {
  const root = stemmed.replace(FAMILY, '');
  return root.length >= 4 ? root : stemmed;
}

/** The stems of a short text in order, stop words left out: « maison de santé » gives « maison » and « sant ». */
export const stemsInOrder = (text: string): string[] =>
  tokensOf(text).flatMap(({ mot }) => (isStopWord(mot) ? [] : [stem(mot)]));

/** The line of the word list for a whole name, beside its first word's; undefined for no word at all. */
export function nameKey([first, ...others]: readonly string[]): string | undefined {
  return first === undefined ? undefined : `${first}=${others.join('=')}`;
}
