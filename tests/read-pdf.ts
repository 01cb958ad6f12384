import { readFile } from 'node:fs/promises';
import jsqr from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of accessible PDF says of one piece of a page, in the order of its tags. */
export interface Piece {
  /** Nearest tag that means something: « H2 », « LI », « Figure ». */
  readonly tag: string;
  readonly text: string;
}

export interface ReadPage {
  readonly pieces: readonly Piece[];
  /** Text that no tag holds: the running foot, and what the style sheet adds. */
  readonly untagged: readonly string[];
  /** Where its text begins and ends on the sheet, in millimetres from the left. */
  readonly left: number;
  readonly right: number;
  /** What its QR code says, if it has one. */
  readonly qr: string | undefined;
}

const MM = 25.4 / 72;

interface Node {
  readonly type?: string;
  readonly id?: string;
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

function piecesOf(node: Node, texts: ReadonlyMap<string, string>, around = ''): Piece[] {
  if (node.type === 'content') {
    const text = texts.get(node.id ?? '')?.trim() ?? '';
    return text === '' ? [] : [{ tag: around, text }];
  }
  const tag = node.role === undefined || node.role === 'NonStruct' ? around : node.role;
  const own = node.alt === undefined ? [] : [{ tag, text: node.alt }];
  return [...own, ...(node.children ?? []).flatMap((child) => piecesOf(child, texts, tag))];
}

/** The page drawn, then its QR code read: twice the points of the paper, as a phone sees it. */
async function qrOf(page: PDFPageProxy, factory: CanvasFactory): Promise<string | undefined> {
  const viewport = page.getViewport({ scale: 2 });
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsqr(data, width, height)?.data;
}
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };
}

async function readPage(page: PDFPageProxy, factory: CanvasFactory): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const untagged: string[] = [];
  const open: string[] = [];
  let [left, right] = [Infinity, 0];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
      continue;
    }
    const id = open.findLast((one) => one !== '');
    if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}`);
    else if (item.str.trim() !== '') untagged.push(item.str);
    if (item.str.trim() === '') continue;
    const x = Number(item.transform[4]);
    left = Math.min(left, x * MM);
    right = Math.max(right, (x + item.width) * MM);
  }
  const tree = (await page.getStructTree()) as Node;
  return { pieces: piecesOf(tree, texts), untagged, left, right, qr: await qrOf(page, factory) };
}

/** A PDF as Mozilla's reader understands it, apart from what wrote it. */
export async function readPdf(path: string) {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
  const document = await task.promise;
  const { info } = (await document.getMetadata()) as { info: Readonly<Record<string, unknown>> };
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(
      await readPage(await document.getPage(number), document.canvasFactory as unknown as CanvasFactory),
    );
  // A map, whatever its types say.
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const outline = await document.getOutline();
  await task.destroy();
  return { info, pages, tagged: marks?.get('Marked') === true, outline };
}
