import { strToU8, zipSync } from 'fflate';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A run of text; « b », « i », « strike » set it. */
export const r = (text: string, ...marks: readonly string[]): string =>
  `<w:r><w:rPr>${marks.map((mark) => `<w:${mark}/>`).join('')}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph: some text, or runs; with the identifier of a style, which is its name too. */
export const p = (content: string, style?: string): string => {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${content.startsWith('<') ? content : r(content)}</w:p>`;
};

/** A line of a list: « ordered » or not, at a depth. */
export const li = (content: string, depth = 0, ordered = false): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${ordered ? 2 : 1}"/></w:numPr></w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;

/** A table of texts; a cell may be XML of its own, « <w:tc>…». */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : `<w:tc><w:tcPr/>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`)).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

export const link = (id: string, text: string): string =>
  `<w:hyperlink r:id="${id}">${r(text)}</w:hyperlink>`;
export const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
/** Runs under a comment. */
export const commented = (id: number, content: string): string =>
  `<w:commentRangeStart w:id="${id}"/>${content}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

/** A picture of the document's folder « media ». */
export const picture = (id: string, description = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr="${escaped(description)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const numbering = `<w:numbering ${NAMESPACES}>${['bullet', 'decimal']
  .map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2, 3].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

export interface DocxParts {
  /** Texts of the notes, from 1. */
  readonly notes?: readonly string[];
  /** Texts of the comments, from 0. */
  readonly comments?: readonly string[];
  /** Files of « word/media », by relationship. */
  readonly media?: Readonly<Record<string, { readonly name: string; readonly content: Uint8Array }>>;
  /** Addresses of links, by relationship. */
  readonly links?: Readonly<Record<string, string>>;
  /** Any other part, or another text for one of these. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** The smallest Word document that holds this body: what a hostile or a rare file is made of. */
export function docxBytes(
  body: string,
  { notes = [], comments = [], media = {}, links = {}, parts = {} }: DocxParts = {},
): Buffer {
  const relations = [
    `<Relationship Id="num" Type="${TYPE}/numbering" Target="numbering.xml"/>`,
    `<Relationship Id="notes" Type="${TYPE}/footnotes" Target="footnotes.xml"/>`,
    `<Relationship Id="com" Type="${TYPE}/comments" Target="comments.xml"/>`,
    ...Object.entries(media).map(
      ([id, { name }]) => `<Relationship Id="${id}" Type="${TYPE}/image" Target="media/${name}"/>`,
    ),
    ...Object.entries(links).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${TYPE}/hyperlink" Target="${escaped(target)}" TargetMode="External"/>`,
    ),
  ];
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      'png',
      'jpeg',
      'gif',
      'x-emf',
    ]
      .map(
        (kind) =>
          `<Default Extension="${kind.replace('x-', '').replace('jpeg', 'jpg')}" ContentType="image/${kind}"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="main" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/numbering.xml': HEAD + numbering,
    'word/footnotes.xml': `${HEAD}<w:footnotes ${NAMESPACES}>${notes.map((text, at) => `<w:footnote w:id="${at + 1}">${p(text)}</w:footnote>`).join('')}</w:footnotes>`,
    'word/comments.xml': `${HEAD}<w:comments ${NAMESPACES}>${comments.map((text, id) => `<w:comment w:id="${id}" w:author="Personne Inventée" w:initials="PI">${p(text)}</w:comment>`).join('')}</w:comments>`,
    ...Object.fromEntries(Object.values(media).map(({ name, content }) => [`word/media/${name}`, content])),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...parts,
  };
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  );
}
