import { basename } from 'node:path';
import type { Issue } from '#src/checks/issues.ts';
import { bare } from '#src/checks/nearest.ts';

/** A line that could be mended, as it is written and as it would be. */
export interface Candidate {
  readonly issue: Issue;
  readonly written: string;
  readonly right: string;
  /** The lines of the file, and where this one stands among them, from 0. */
  readonly lines: readonly string[];
  readonly index: number;
  /** Every name of field that the file may hold. */
  readonly keys: ReadonlySet<string>;
}

type Proof = (candidate: Candidate) => boolean;

const QUOTES = /["'“”„«»‘’]/g;
const withoutSpaces = (text: string) => text.replace(/[\s\p{Cf}\u2800]/gu, '');
const withoutQuotes = (text: string) => withoutSpaces(text).replace(QUOTES, '');

/** Nothing but spaces changes, those that no one sees included. */
const spaces: Proof = ({ written, right }) => withoutSpaces(written) === withoutSpaces(right);
/** Nothing but spaces and quotation marks changes. */
const quotes: Proof = ({ written, right }) => withoutQuotes(written) === withoutQuotes(right);
/** The word read is the right one but for its case, its accents, its spaces and its hyphens. */
const letters: Proof = ({ issue: { read, suggestion } }) =>
  read !== undefined && suggestion !== undefined && bare(read) === bare(suggestion);
/** What is proposed is itself rightly written: a key of a list at fault is no model. */
const sound: Proof = ({ issue: { suggestion = '' } }) => /^[a-z0-9/-]+$/.test(suggestion);
/** Nothing changes but spaces, punctuation, case and accents. */
const signs: Proof = ({ written, right }) => bare(written) === bare(right);
/** The rule itself gives a correction only when there is one and no other. */
const sure: Proof = () => true;
const both =
  (...proofs: readonly Proof[]): Proof =>
  (candidate) =>
    proofs.every((proof) => proof(candidate));
const one =
  (...proofs: readonly Proof[]): Proof =>
  (candidate) =>
    proofs.some((proof) => proof(candidate));
const reads =
  (pattern: RegExp): Proof =>
  ({ issue }) =>
    pattern.test(issue.read ?? '');

const indentOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;

/** Spaces in the place of tabulations put the line level with the one above or below, or under what it opens. */
const sameLevel: Proof = ({ right, lines, index }) => {
  const above = lines.slice(0, index).findLast((line) => line.trim() !== '') ?? '';
  const below = lines.slice(index + 1).find((line) => line.trim() !== '') ?? '';
  const opened = /:\s*$/.test(above) && indentOf(right) === indentOf(above) + 2;
  return (
    opened || (!/:\s*$/.test(above) && [above, below].some((line) => indentOf(line) === indentOf(right)))
  );
};

/** What stands before the colon is not the name of a field: the line is no two fields in one. */
const noFieldInside: Proof = ({ issue, keys }) =>
  Array.from((issue.read ?? '').matchAll(/([\p{L}\p{N}_-]+)[\s\u00A0\u202F]*:(?=\s|$)/gu)).every(
    ([, word = '']) => !keys.has(word),
  );

const knownField: Proof = ({ right, keys }) => keys.has(/([^\s:]+):/.exec(right)?.[1] ?? '');

/** The text goes no further than this line: what follows is a field, an element, or the end. */
const textEndsHere: Proof = ({ lines, index }) =>
  /^(\s*(- .*|[\w-]+:(\s.*)?|#.*)|)$|^---/.test(lines[index + 1] ?? '');

/** « 'l'équipe' »: every apostrophe inside stands between two letters. */
const apostrophes: Proof = ({ issue: { read = '' } }) =>
  /^'[^']*(\p{L}'\p{L}[^']*)+'?$/u.test(read) && read.endsWith("'");

const dashes: Proof = ({ written }) => /^[\s—–-]+$/.test(written);

const colour: Proof = ({ written }) => /:\s*#[0-9a-f]{6}\s*$/i.test(written);

/** A text for a number or the reverse, « oui » for `true`, one word for a list of one: nothing is added nor lost. */
const sameValue: Proof = ({ issue: { read = '', suggestion = '' } }) => {
  if (suggestion === 'true') return /^(oui|vrai|yes|on|true)$/i.test(read);
  if (suggestion === 'false') return /^(non|faux|no|off|false)$/i.test(read);
  if (suggestion.startsWith('['))
    return !/[,;]/.test(read) && withoutQuotes(suggestion) === `[${withoutQuotes(read)}]`;
  // « 14,000 » is fourteen for some and fourteen thousand for others: only its author knows.
  if (/^["']?\d{1,3},\d{3}["']?$/.test(read.trim())) return false;
  return (
    withoutQuotes(read).replace(',', '.') === withoutQuotes(suggestion).replace(',', '.') && suggestion !== ''
  );
};

const withoutEnding: Proof = ({ issue: { read = '', suggestion = '' } }) =>
  suggestion !== '' && basename(read.trim()).replace(/\.(mdx?|ya?ml)$/i, '') === suggestion;

/** « www.has-sante.fr » is an address; « livret.odt » looks like one. */
const webSite = reads(
  /^\s*(?!\S*\.(odt|ods|odp|pdf|csv|mdx?|txt|svg|png|jpe?g|zip|docx?|xlsx?|pptx?|ya?ml)\s*$)\S+\s*$/i,
);

const bareSite = (text: string) =>
  text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** The name of a page in a link, without its folder nor its anchor, is the right one but for its case and accents. */
const sameFile: Proof = ({ issue: { read = '', suggestion = '' } }) =>
  suggestion !== '' && bare(read.replace(/#.*$/, '')) === bare(suggestion);

const finalSlash: Proof = ({ issue: { read = '', suggestion } }) =>
  suggestion === `${read.replace(/[?#].*$/, '')}/`;

/**
 * What is mended without asking, rule by rule, and what proves each time that there is one remedy and that it changes no
 * meaning. A rule that is not here is only told: « Vouliez-vous dire » by likeness is a question.
 */
const SAFE: Readonly<Record<string, Proof>> = {
  // Spaces, tabulations, marks that no one sees.
  'hard-space': spaces,
  'note-space': spaces,
  'heading-space': spaces,
  'link-broken': spaces,
  'group-shift': spaces,
  'yaml-colon-space': both(spaces, knownField),
  'yaml-tab': both(spaces, sameLevel),
  // Quotation marks round a value.
  'word-quotes': both(quotes, ({ issue }) => issue.severity === 'erreur'),
  undrawn: quotes,
  'yaml-quote': both(quotes, textEndsHere),
  'yaml-apostrophe': both(quotes, apostrophes),
  'yaml-colon': both(quotes, noFieldInside),
  'yaml-reserved': both(quotes, reads(/^[@%]$/)),
  'yaml-hash': both(quotes, colour),
  'block-line': signs,
  // Case, accents, hyphens.
  'unknown-field': letters,
  reference: both(sound, one(letters, withoutEnding)),
  enum: letters,
  'passage-key': both(sound, letters),
  'block-unknown': letters,
  'attribute-unknown': letters,
  'mdx-component-unknown': letters,
  'link-unknown': sameFile,
  'link-anchor': letters,
  'link-sigle': letters,
  'link-address': one(finalSlash, letters),
  // Shapes.
  date: sure,
  code: sure,
  type: one(quotes, sameValue),
  url: webSite,
  site: ({ issue: { read = '', suggestion = '' } }) => bareSite(read) === bareSite(suggestion),
  'link-form': webSite,
  'frontmatter-missing': dashes,
  'frontmatter-unclosed': dashes,
};

/** Whether a line is mended without asking. */
export function isSafe(candidate: Candidate): boolean {
  const proof = Object.hasOwn(SAFE, candidate.issue.rule) ? SAFE[candidate.issue.rule] : undefined;
  return proof?.(candidate) ?? false;
}
