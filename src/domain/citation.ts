import { formatDate, parseDate } from './dates.ts';

/** A page of the site, as a bibliography names it. */
export interface Citation {
  /** Its name in a bibliography: letters without accents, digits, hyphens. */
  readonly cle: string;
  readonly titre: string;
  /** Who publishes, in short for the sentence, in full for a bibliography. */
  readonly editeur: { readonly nom: string; readonly nom_complet: string };
  /** The publication that it is a part of. */
  readonly publication: string;
  readonly reference?: string | undefined;
  /** A day, a month or a year. */
  readonly date: string;
  /** Whole address. */
  readonly adresse: string;
  /** Figures rather than a text. */
  readonly donnees?: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Quotation marks within quotation marks. */
const quoted = (text: string): string =>
  `«\u00A0${text.replaceAll(/«[\s\u00A0\u202F]*/g, '“').replaceAll(/[\s\u00A0\u202F]*»/g, '”')}\u00A0»`;

/** « La Criée, « Titre », Publication, réf. X, avril 2019. », without its address. */
export function citationText({ editeur, titre, publication, reference, date }: Citation): string {
  const parts = [
    editeur.nom,
    quoted(titre),
    publication,
    ...(reference === undefined ? [] : [`réf.\u00A0${reference}`]),
    formatDate(date),
  ];
  return `${parts.join(', ')}.`;
}

/** What no bibliography needs: typographic spaces, breaks. */
const plain = (text: string): string => text.replaceAll(/[\s\u00A0\u202F]+/g, ' ').trim();

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const latex = (text: string): string =>
  plain(text).replaceAll(/[\\{}%&$#_~^]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/** An address in which no sign could end the field that holds it. */
const bare = (address: string): string => new URL(address).href.replaceAll(/[{}\\]/g, encodeURIComponent);

/** The citation as a BibTeX entry, in UTF-8. Names of organisations and titles keep their capitals by double braces. */
export function bibtex({ cle, titre, editeur, publication, reference, date, adresse }: Citation): string {
  const { year, month } = parseDate(date) ?? { year: date.slice(0, 4) };
  const fields = [
    ['author', `{{${latex(editeur.nom_complet)}}}`],
    ['title', `{{${latex(titre)}}}`],
    ['howpublished', `{${latex(publication)}}`],
    ['year', `{${year}}`],
    ...(month === undefined ? [] : [['month', MONTHS[month - 1] ?? '']]),
    ...(reference === undefined ? [] : [['note', `{Réf. ${latex(reference)}}`]]),
    ['url', `{${bare(adresse)}}`],
    ['language', '{french}'],
  ];
  return `@misc{${cle},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n}\n`;
}

/** The citation in RIS, which Zotero, EndNote and Mendeley read: UTF-8, one field a line, lines ended as on Windows. */
export function ris({ titre, editeur, publication, reference, date, adresse, donnees }: Citation): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const fields = [
    ['TY', donnees ? 'DATA' : 'ELEC'],
    ['AU', editeur.nom_complet],
    ['TI', titre],
    ['T2', publication],
    ['PB', editeur.nom],
    ['PY', year],
    ['DA', `${year}/${month}/${day}/`],
    ...(reference === undefined ? [] : [['N1', `Réf. ${reference}`]]),
    ['UR', bare(adresse)],
    ['LA', 'fr'],
    ['ER', ''],
  ];
  return fields.map(([name, value = '']) => `${name}  - ${plain(value)}\r\n`).join('');
}

/** The files that a page offers beside its sentence: their ending, what people call them, how they are written. */
export const CITATION_FORMATS = [
  { format: 'bib', nom: 'BibTeX', type: 'application/x-bibtex', write: bibtex },
  { format: 'ris', nom: 'RIS', type: 'application/x-research-info-systems', write: ris },
] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
