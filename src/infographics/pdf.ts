import PDFDocument from 'pdfkit';
import { type Layout, type Placed, type Word, wordsOf } from './layout.ts';
import { pictureFonts } from './picture-fonts.ts';
import { fitted } from './svg.ts';
import { draw, type Shape } from './vectors.ts';

/** What names a document, and the day that it bears: the same answers give the same bytes. */
export interface PdfInfo {
  readonly titre: string;
  readonly auteur: string;
  readonly annee: number;
  /** Alternative text of the drawings that say something by themselves. */
  readonly rosace: string;
}

/** Points (1/72 inch) of a page 2480 pixels wide at 300 dots per inch. */
const SCALE = 72 / 300;
type Doc = PDFKit.PDFDocument;

/**
 * A layout made without `paths` as a one-page PDF: vectors, text that can be selected and searched, and a structure
 * of headings and paragraphs in reading order (ISO 14289-1, PDF/UA).
 */
export async function layoutPdf(layout: Layout, info: PdfInfo): Promise<Buffer> {
  const day = new Date(Date.UTC(info.annee, 0, 1));
  const doc = new PDFDocument({
    size: [layout.width * SCALE, layout.height * SCALE],
    margin: 0,
    pdfVersion: '1.7',
    // The published types are older than this subset.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: 'fr',
    displayTitle: true,
    info: { Title: info.titre, Author: info.auteur, CreationDate: day, ModDate: day },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  for (const { name, weight, data } of pictureFonts()) doc.registerFont(`${name} ${weight}`, data);
  doc.scale(SCALE);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const texts = wordsByText(layout);
  for (const box of layout.placed) {
    ground(doc, box);
    const { vector, role = 'p' } = box.node.props;
    const words = texts.get(box);
    if (words)
      root.add(
        doc.struct(role.toUpperCase() as 'P', {}, () => words.forEach((word) => writeWord(doc, word))),
      );
    else if (vector?.kind === 'rosace' || vector?.kind === 'personnes') {
      const paint = () => drawShapes(doc, box);
      if (vector.kind === 'rosace') root.add(doc.struct('Figure', { alt: info.rosace }, paint));
      else artifact(doc, paint);
    } else if (vector) artifact(doc, () => drawShapes(doc, box));
  }
  root.end();
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

/** Each text of the layout with its words, in reading order. */
function wordsByText(layout: Layout): Map<Placed, Word[]> {
  const texts = layout.placed.filter(({ node }) => typeof node.props.children === 'string');
  const found = new Map<Placed, Word[]>();
  for (const word of wordsOf(layout)) {
    const y = word.baseline - word.size * 0.3;
    const x = word.left + word.width / 2;
    const box = texts.find(
      ({ left, top, width, height }) => x >= left && x <= left + width + 1 && y >= top && y <= top + height,
    );
    if (box) found.set(box, [...(found.get(box) ?? []), word]);
  }
  return found;
}

/** Marks what only decorates, so that a screen reader passes over it. */
function artifact(doc: Doc, paint: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  paint();
  doc.endMarkedContent();
}

function ground(doc: Doc, { node: { props }, left, top, width, height }: Placed): void {
  const { backgroundColor, borderRadius } = props.style;
  if (backgroundColor !== undefined)
    artifact(doc, () => {
      const radius = Math.min(Number(borderRadius ?? 0), width / 2, height / 2);
      doc.roundedRect(left, top, width, height, radius).fill(String(backgroundColor));
    });
}

function drawShapes(doc: Doc, box: Placed): void {
  const { vector } = box.node.props;
  if (!vector) return;
  const drawn = draw(vector, box.width, box.height);
  const { x, y, scale } = fitted(drawn, box);
  doc.save().translate(x, y).scale(scale);
  for (const shape of drawn.shapes)
    outline(doc, shape).fill(shape.fill, 'd' in shape && shape.evenOdd ? 'even-odd' : 'non-zero');
  doc.restore();
}

function outline(doc: Doc, shape: Shape): Doc {
  if ('d' in shape) return doc.path(shape.d);
  if ('r' in shape) return doc.circle(shape.cx, shape.cy, shape.r);
  return doc.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.rx ?? 0);
}

/** One word at its place; a letter that the main subset has not is taken from the other one. */
function writeWord(doc: Doc, { texte, left, baseline, width, size, weight, colour }: Word): void {
  const names = pictureFonts()
    .filter((font) => font.weight === weight)
    .map(({ name }) => `${name} ${weight}`);
  const holder = (letter: string) =>
    names.find((name) => {
      doc.font(name);
      const { font } = (
        doc as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } }
      )._font;
      return font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    }) ?? names[0];
  let at = left;
  doc.fontSize(size).fillColor(colour);
  for (const run of runsOf(texte, holder)) {
    if (run.font !== undefined) doc.font(run.font);
    doc.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
    at += (width * run.text.length) / texte.length;
  }
}

/** Neighbouring letters of one font together. */
function runsOf<Font>(text: string, holder: (letter: string) => Font): { text: string; font: Font }[] {
  const runs: { text: string; font: Font }[] = [];
  for (const letter of text) {
    const font = holder(letter);
    const last = runs.at(-1);
    if (last && last.font === font) last.text += letter;
    else runs.push({ text: letter, font });
  }
  return runs;
}
