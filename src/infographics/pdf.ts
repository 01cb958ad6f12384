import PDFDocument from 'pdfkit';
import type { Layout, Placed, Word } from './layout.ts';
import { pictureFonts } from './picture-fonts.ts';
import { fitted } from './svg.ts';
import { runsOf } from './typeface.ts';
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
 * A layout as a one-page PDF: vectors, text that can be selected and searched, and a structure
 * of headings and paragraphs in reading order (ISO 14289-1, PDF/UA).
 */
export async function layoutPdf(
  layout: Layout,
  texts: ReadonlyMap<Placed, readonly Word[]>,
  info: PdfInfo,
): Promise<Buffer> {
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
  // pdfkit takes a font that is read already; its types do not say so.
  for (const { name, weight, font } of pictureFonts())
    doc.registerFont(`${name} ${weight}`, font as unknown as Buffer);
  doc.scale(SCALE);
  const root = doc.struct('Document');
  doc.addStructure(root);
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

/** One word at its place. */
function writeWord(doc: Doc, { texte, left, baseline, size, weight, spacing, colour }: Word): void {
  doc.fontSize(size).fillColor(colour);
  for (const run of runsOf(texte, weight, spacing / size))
    doc.font(`${run.font.name} ${weight}`).text(run.texte, left + run.left * size, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: spacing,
    });
}
