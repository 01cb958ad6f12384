import { zipSync } from 'fflate';
import { formatCount, fr } from '#src/checks/text.ts';
import { readBytes } from '#src/import/bytes.ts';
import { Refusal } from '#src/import/table.ts';
import { type ZipEntry, zipEntries } from '#src/files/zip.ts';

/** A Word document whose parts were unpacked one by one, within bounds. */
export interface Docx {
  /** The text of a part, « word/document.xml »; undefined when there is none. */
  readonly part: (name: string) => string | undefined;
  readonly names: readonly string[];
  /** The text of its main part. */
  readonly main: string;
  /** The same document packed anew: only the parts that are read, each once, nothing that lies about its size. */
  readonly bytes: Buffer;
  /** Whether it carries programs, which nobody runs here. */
  readonly macros: boolean;
}

/** A story with thirty photographs straight from a telephone. */
const MAX_BYTES = 100_000_000;
const MAX_UNPACKED = 300_000_000;
/** The text of a whole book is a tenth of it. */
const MAX_XML = 20_000_000;
/** Letters of the text, and marks of its setting: more would take the machine's memory. */
const MAX_SIGNS = 1_000_000;
const MAX_MARKS = 600_000;
const MAX_PARTS = 2000;
/** A story of a hundred pages has some two thousand. */
const MAX_PARAGRAPHS = 5000;

const WHAT = fr`Attendu : un document Word (.docx).`;
const AS_DOCX = fr`L'ouvrir dans Word ou LibreOffice et l'enregistrer au format Word (.docx), puis relancer.`;
const LIGHTEN = fr`Réduire ses images (dans Word : « Compresser les images »), puis relancer.`;

/** First bytes of what people give instead, and what to say of each. */
const OTHER: readonly (readonly [string, string])[] = [
  [
    '%PDF',
    fr`ce fichier est un PDF : il ne garde ni les titres ni les listes. Partir du document Word dont il vient.`,
  ],
  ['{\\rtf', fr`ce fichier est un texte RTF. ${AS_DOCX}`],
  ['\u0089PNG', fr`ce fichier est une image. ${WHAT}`],
  ['\u00FF\u00D8\u00FF', fr`ce fichier est une image. ${WHAT}`],
  ['<', fr`ce fichier est une page web ou du XML. ${AS_DOCX}`],
];

/** What other archives hold that a Word document does not. */
const OTHER_ARCHIVES: readonly (readonly [RegExp, string])[] = [
  [
    /^xl\/workbook\./,
    fr`c'est un classeur Excel, pas un texte. Une liste d'outils s'importe par « npm run importer -- outils ».`,
  ],
  [
    /^ppt\/presentation\./,
    fr`c'est une présentation PowerPoint, pas un texte. En copier le texte dans un document Word.`,
  ],
  [/^(content\.xml|mimetype)$/, fr`c'est un document OpenDocument (.odt…). ${AS_DOCX}`],
  [/^Index\/|\.iwa$/, fr`c'est un document Pages. L'exporter au format Word (.docx), puis relancer.`],
];

const DAMAGED = fr`ce document est abîmé ou incomplet. L'ouvrir dans Word, l'enregistrer à nouveau, ou le télécharger une seconde fois.`;
export const damaged = (): Refusal => new Refusal(DAMAGED);

/**
 * Opens a Word document; its kind is told from its bytes, not from its name.
 * @throws Refusal, in French, for whatever is no document that can be read safely
 */
export async function openDocx(path: string): Promise<Docx> {
  return docxOf(await readBytes(path, { max: MAX_BYTES, what: WHAT, lighten: LIGHTEN }));
}

/** The same from the bytes of the file. */
export function docxOf(bytes: Buffer): Docx {
  const start = bytes
    .subarray(0, 8)
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  const other = OTHER.find(([signature]) => start.startsWith(signature));
  if (other) throw new Refusal(other[1]);
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) throw new Refusal(olderContainer(bytes));
  if (!start.startsWith('PK')) throw new Refusal(fr`ce fichier n'est pas un document Word. ${AS_DOCX}`);
  const entries = zipEntries(bytes)?.filter(({ name }) => !name.endsWith('/'));
  if (!entries) throw damaged();
  refuseArchive(entries);
  const parts = new Map(
    entries
      .filter(({ name }) => isRead(name))
      .map((entry) => [entry.name, bareFields(entry.name, unpack(entry))]),
  );
  const part = (name: string) =>
    parts
      .get(name)
      ?.toString('utf8')
      .replace(/^\uFEFF/, '');
  const main = part([...parts.keys()].find((name) => MAIN.test(name)) ?? '') ?? '';
  refuseXml([...parts.keys()].filter(isXml).map((name) => part(name) ?? ''));
  refuseText(main);
  const packed = zipSync(Object.fromEntries([...parts].map(([name, content]) => [name, content])), {
    level: 0,
  });
  const macros = entries.some(({ name }) => /vbaProject\.bin$/i.test(name));
  return { part, names: [...parts.keys()], main, bytes: Buffer.from(packed), macros };
}

/** « document.xml », or « document2.xml » from the shared spaces of a company. */
const MAIN = /^word\/document\d*\.xml$/;

/** Old documents, and new ones under a password, are both kept in this older container. */
function olderContainer(bytes: Buffer): string {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? fr`ce document est protégé par un mot de passe. L'ouvrir dans Word, ôter le mot de passe (« Fichier », « Informations », « Protéger le document »), l'enregistrer, puis relancer.`
    : fr`c'est un ancien document Word (.doc). ${AS_DOCX}`;
}

/** What is said of an archive before any of it is unpacked. */
function refuseArchive(entries: readonly ZipEntry[]): void {
  const names = entries.map(({ name }) => name);
  if (entries.some(({ encrypted }) => encrypted))
    throw new Refusal(
      fr`ce document est protégé par un mot de passe. L'enregistrer sans mot de passe, puis relancer.`,
    );
  if (!names.some((name) => MAIN.test(name))) {
    const other = OTHER_ARCHIVES.find(([shape]) => names.some((name) => shape.test(name)));
    throw new Refusal(other?.[1] ?? fr`cette archive ne contient pas de document Word. ${WHAT}`);
  }
  const strange = names.find((name) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|\\|^[A-Za-z]:|\0/.test(name));
  if (strange !== undefined)
    throw new Refusal(
      fr`ce document contient un fichier dont le nom mène hors de lui : aucun traitement de texte n'écrit cela. ${AS_DOCX}`,
    );
  if (new Set(names).size < names.length || names.length > MAX_PARTS) throw damaged();
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED) throw tooLarge();
  if (entries.some(({ name, size }) => isXml(name) && isRead(name) && size > MAX_XML)) throw tooLong();
}

const isXml = (name: string) => /\.(xml|rels)$/i.test(name);
/** What is kept of a document: its text, its styles, its pictures. Its properties (names, company, dates) are never opened. */
const isRead = (name: string) =>
  name === '[Content_Types].xml' ||
  /(^|\/)_rels\//.test(name) ||
  /^word\/(?!vba|embeddings|fonts|theme)/.test(name);

function unpack(entry: ZipEntry): Buffer {
  try {
    // Never more than announced: an archive that lies is no document.
    const content = entry.read(Math.max(entry.size, 1));
    if (content.length === entry.size) return content;
  } catch {
    // Told as damaged below.
  }
  throw damaged();
}

/** The result of a simple field (« Figure 1 », a date) is plain text, that mammoth would drop with its field. */
function bareFields(name: string, content: Buffer): Buffer {
  if (!/^word\/[^/]+\.xml$/.test(name) || !content.includes('<w:fldSimple')) return content;
  return Buffer.from(
    content.toString('utf8').replace(/<\/?w:fldSimple(?=[\s/>])(?:"[^"]*"|'[^']*'|[^>"'])*>/g, ''),
  );
}

function refuseXml(parts: readonly string[]): void {
  if (parts.some((xml) => /<!(DOCTYPE|ENTITY)/i.test(xml)))
    throw new Refusal(
      fr`ce document contient des définitions d'entités (DOCTYPE), que Word n'écrit jamais. ${AS_DOCX}`,
    );
  const marks = parts.reduce((sum, xml) => sum + (xml.match(/<[^/]/g)?.length ?? 0), 0);
  if (marks > MAX_MARKS) throw tooLong();
}

function refuseText(main: string): void {
  if (!/<\/(\w+:)?document>\s*$/.test(main)) throw damaged();
  const count = main.match(/<(?:\w+:)?p[\s/>]/g)?.length ?? 0;
  if (count > MAX_PARAGRAPHS)
    throw new Refusal(
      fr`ce document a ${formatCount(count)} paragraphes : ${formatCount(MAX_PARAGRAPHS)} au plus. Un récit en a une centaine ; n'y garder que le texte à publier.`,
    );
  if (main.replace(/<[^>]*>/g, '').length > MAX_SIGNS) throw tooLong();
}

const tooLarge = () =>
  new Refusal(
    fr`une fois déplié, ce document dépasse ${formatCount(MAX_UNPACKED / 1_000_000)} Mo. ` + LIGHTEN,
  );
const tooLong = () =>
  new Refusal(
    fr`le texte de ce document est plus long qu'un livre : ce n'est pas un récit. N'y garder que le texte à publier, au besoin dans un document neuf.`,
  );
