import { question } from '#src/checks/explain.ts';
import { calendarFault } from '#src/checks/calendar-fault.ts';
import { nearest } from '#src/checks/nearest.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import { parseDate } from '#src/domain/dates.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';
import { slugify } from '#src/domain/slugs.ts';
import type { Formulaire } from '#src/schemas/formulaire.ts';
import { type Cell, cellText, isoDay } from './table.ts';

/** What a cell gives: a value, or why it is refused; neither when the question is not answered. */
export interface Reading {
  readonly value?: unknown;
  readonly problem?: string;
  /** What had to be understood, in French. */
  readonly guess?: string;
}

/** Words of a form beside the usual ones. */
export type Words = Pick<Formulaire, 'oui' | 'non' | 'sans_reponse'>;

const UNKNOWN = [
  'ne sait pas',
  'ne sais pas',
  'je ne sais pas',
  'nous ne savons pas',
  'on ne sait pas',
  'nsp',
  'sans réponse',
  'pas de réponse',
  'non renseigné',
  'non répondu',
];
/** « NC » is « non communiqué » or « non concerné », a dash is « no » or nothing: only the author knows. */
const UNCLEAR = /^([-–—_/.*]+|n\.?c\.?|n\/?a|s\.?o\.?|\?+|x+|…|\.{2,})$/i;

const among = (read: string, words: readonly string[]) =>
  words.some((word) => (slugify(word) || word.trim()) === (slugify(read) || read.trim()));

/** Whether the cell says that the question is not answered: « ne sait pas ». */
export function isUnanswered(read: string, words: Words): boolean {
  return among(read, [...UNKNOWN, ...words.sans_reponse]) || /^\?+$/.test(read);
}

/** Why a mark that may mean anything is refused; undefined for a word. */
export function unclear(read: string, words: Words): string | undefined {
  if (!UNCLEAR.test(read) || among(read, [...words.oui, ...words.non])) return undefined;
  return fr`« ${excerpt(read)} » peut vouloir dire plusieurs choses. Écrire la réponse, ou vider la case si l'équipe n'a pas répondu.`;
}

const YES = ['oui', 'vrai', 'true', '1'];
const NO = ['non', 'faux', 'false', '0'];

/** « oui », « non » and their equals; « o » and « n » are told as guesses, a cross is refused. */
export function readYesNo(cell: Cell, words: Words): Reading {
  const read = cellText(cell);
  if (among(read, [...YES, ...words.oui])) return { value: true };
  if (among(read, [...NO, ...words.non])) return { value: false };
  if (/^[on]$/i.test(read)) {
    const value = /o/i.test(read);
    return { value, guess: fr`« ${read} » est lu comme « ${value ? 'oui' : 'non'} ».` };
  }
  const suggestion = nearest(read, ['oui', 'non']);
  return {
    problem: fr`« ${excerpt(read)} » ne dit pas clairement oui ou non.${question(suggestion)} Attendu : oui ou non ; une case vide si l'équipe n'a pas répondu.`,
  };
}

/** The one number of « environ 3 200 patients ». */
const AMONG_WORDS =
  /^(?!.*\bdemi)[\p{L}\s,.~≈'’-]*?(\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d{1,7})[\p{L}\s,.'’()-]*$/u;

const SPACES = /[\s\u00A0\u202F]/g;

/** A whole number, zero or more: « 12 », « 12 000 », 12 in Excel. */
export function readCount(cell: Cell): Reading {
  const read = cellText(cell);
  const wanted = fr`Attendu : un nombre entier, en chiffres ; une case vide si l'équipe n'a pas répondu.`;
  if (cell instanceof Date) return { problem: dateNotNumber(cell) + ' ' + wanted };
  if (/^\d+$/.test(read) || /^\d{1,3}([ \u00A0\u202F]\d{3})+$/.test(read)) {
    const value = Number(read.replace(SPACES, ''));
    if (Number.isSafeInteger(value)) return { value };
  }
  const plain = read.replace(SPACES, '').replace('−', '-');
  if (/^-\d/.test(plain)) return { problem: fr`« ${excerpt(read)} » est négatif. ${wanted}` };
  if (/^\d+[.,]\d{3}$/.test(plain)) {
    const choice = `${plain.replace(/[.,]/, '')}`;
    return {
      problem: fr`« ${excerpt(read)} » se lit de deux façons : un nombre à virgule ou un millier. Pour un millier, écrire ${choice}. ${wanted}`,
    };
  }
  if (/^\d+[.,]\d+$/.test(plain))
    return { problem: fr`« ${excerpt(read)} » n'est pas un nombre entier. ${wanted}` };
  const only = AMONG_WORDS.exec(read)?.[1]?.replace(SPACES, '');
  const meant = only === undefined ? '' : fr` Si c'est ${only}, écrire ce nombre seul.`;
  return { problem: fr`« ${excerpt(read)} » n'est pas un nombre.${meant} ${wanted}` };
}

function dateNotNumber(cell: Date): string {
  return fr`le tableur a pris cette réponse pour une date (${isoDay(cell)}) : mettre la case au format « Texte » et la récrire.`;
}

/** A year of four digits; a date is refused, its year is not what was asked. */
export function readYear(cell: Cell): Reading {
  const read = cellText(cell);
  if (/^(19|20)\d{2}$/.test(read)) return { value: Number(read) };
  return {
    problem: fr`« ${excerpt(read)} » n'est pas une année. Attendu : quatre chiffres, par exemple 2026.`,
  };
}

/** A number of hours, or two bounds: « 14 », « 3,5 h », « 10 à 15 ». */
export function readHours(cell: Cell): Reading {
  const wanted = fr`Attendu : un nombre d'heures (« 14 » ou « 3,5 »), ou deux bornes (« 10 à 15 »).`;
  if (cell instanceof Date) return { problem: `${dateNotNumber(cell)} ${wanted}` };
  const read = cellText(cell);
  const bare = read
    .replace(SPACES, '')
    .replace(/^de/i, '')
    .replace(/(heures?|h)(parsemaine|\/semaine)?$/i, '');
  const bounds = /^(\d+(?:[.,]\d+)?)(?:(?:heures?|h)?(?:à|a|-|–)(\d+(?:[.,]\d+)?))?$/i.exec(bare);
  if (!bounds) return { problem: fr`« ${excerpt(read)} » n'est pas un nombre d'heures. ${wanted}` };
  const [de = 0, a] = bounds
    .slice(1, 3)
    .map((text) => (text === undefined ? undefined : Number(text.replace(',', '.'))));
  if (a === undefined) return { value: de };
  if (a < de) return { problem: fr`« ${excerpt(read)} » va en décroissant. ${wanted}` };
  return { value: { de, a } };
}

const DAY_FIRST = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;
const yearFirst = (_: string, day: string, month: string, year: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/**
 * A day (`jour`), or a day, a month or a year (`date`), as the schema writes it.
 * A date of Excel's in the first of a month may have been typed as a month: it is told.
 */
export function readDate(cell: Cell, kind: 'jour' | 'date'): Reading {
  const read = cellText(cell);
  const wanted =
    kind === 'jour'
      ? fr`Attendu : un jour, par exemple 05/03/2026.`
      : fr`Attendu : une année (2019), un mois (12/2019) ou un jour (05/03/2019).`;
  const iso =
    cell instanceof Date || parseDate(read)
      ? read
      : isoFromFrench(read.replace(/ \d{1,2}[:h]\d{2}(:\d{2})?( ?[ap]m)?$/i, ''));
  const date = iso === undefined ? undefined : parseDate(iso);
  if (!date) {
    const fault = calendarFault(read.replace(DAY_FIRST, yearFirst)) ?? '';
    const why = fault === '' ? fr`n'est pas une date` : fr`n'existe pas : ${fault}`;
    return { problem: fr`« ${excerpt(read)} » ${why}. ${wanted}` };
  }
  if (kind === 'jour' && date.precision !== 'day')
    return { problem: fr`« ${excerpt(read)} » ne dit pas le jour. ${wanted}` };
  if (kind === 'date' && cell instanceof Date && date.day === 1) {
    const guess = fr`lu comme le jour ${date.iso}, tel que le tableur le donne. Si l'équipe a écrit un mois ou une année seulement, mettre la case au format « Texte » et la récrire.`;
    return { value: date.iso, guess };
  }
  const parts = DAY_FIRST.exec(read);
  const twoWays = parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2];
  return { value: date.iso, ...(twoWays ? { guess: fr`date lue dans l'ordre jour/mois/année.` } : {}) };
}

/** Text of one line, or of several when `lines`; spaces at the ends are taken off. */
export function readText(cell: Cell): Reading {
  return { value: cellText(cell) };
}

const NONE = ['aucun', 'aucune', 'néant'];
const NONE_GUESSED = ['non', 'rien', '0', 'pas encore', 'aucun pour le moment'];

/**
 * The items of a list: one per line, or on a single line separated by « | », as the open data write them, or by « ; »;
 * « aucun » gives an empty list.
 */
export function readItems(cell: Cell): Reading & { readonly value?: readonly string[] } {
  const read = cellText(cell);
  if (among(read, NONE)) return { value: [] };
  if (among(read, NONE_GUESSED))
    return { value: [], guess: fr`« ${excerpt(read)} » est lu comme « aucun ».` };
  if (among(read, ['oui', 'vrai', 'true', '1'])) {
    return {
      problem: fr`« ${excerpt(read)} » ne dit pas lesquels. Attendu : un par ligne, ou séparés par « ; » ; « aucun » s'il n'y en a pas.`,
    };
  }
  const lines = read
    .split('\n')
    .map(withoutBullet)
    .filter((line) => line !== '');
  const items =
    lines.length > 1
      ? lines
      : (lines[0] ?? '')
          .split(lines[0]?.includes('|') ? '|' : ';')
          .map(withoutBullet)
          .filter((item) => item !== '');
  const mixed = lines.length > 1 && lines.some((line) => line.includes(';'));
  const guess = fr`un élément par ligne : les « ; » de cette case font partie du texte.`;
  return { value: items, ...(mixed ? { guess } : {}) };
}

/** The items of a list of sentences; a lone one with commas is told, for it may be several that the form ran together. */
export function readList(cell: Cell): Reading {
  const read = readItems(cell);
  const [only, ...more] = read.value ?? [];
  if (only === undefined || more.length > 0 || !/,\s/.test(only)) return read;
  const guess = fr`lu comme un seul élément, malgré les virgules. S'il y en a plusieurs, les séparer par « ; ».`;
  return { ...read, guess };
}

/** One line of a list, without the dash or the bullet that a person puts before it, nor a « ; » after it. */
function withoutBullet(line: string): string {
  return line
    .replace(/^\s*(?:[-–—•*·▪●◦]\s+|[•▪●◦])/, '')
    .replace(/\s*;\s*$/, '')
    .trim();
}
