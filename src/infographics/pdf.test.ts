import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { layOut } from './layout.ts';
import { layoutPdf } from './pdf.ts';
import { textsOf } from './texts.ts';
import { column, text } from './tree.ts';

const INFO = { titre: 'Titre', auteur: 'Auteur', annee: 2026, rosace: 'Rosace' };

async function pdfOf(lines: readonly string[]): Promise<Buffer> {
  const size = { width: 800, height: 300 };
  const style = { fontSize: 20, fontWeight: 600, color: '#000000' };
  const scene = column(
    size,
    lines.map((line) => text(line, style)),
  );
  const layout = await layOut(scene, size);
  return layoutPdf(layout, textsOf(layout), INFO);
}

/** What each letter drawn in a PDF stands for when it is copied or read aloud. */
function meant(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('FlateDecode'); at !== -1; at = pdf.indexOf('FlateDecode', at)) {
    const from = pdf.indexOf('stream\n', at) + 'stream\n'.length;
    at = pdf.indexOf('\nendstream', from);
    const content = inflateSync(pdf.subarray(from, at)).toString('latin1');
    // The first glyph is the one of no letter.
    for (const [, list = ''] of content.matchAll(/<0000> <[\da-f]{4}> \[<[^>]*> ([^\]]*)\]/g))
      for (const [, codes = ''] of list.matchAll(/<([^>]*)>/g))
        found.push(codes === '' ? 'rien' : String.fromCodePoint(parseInt(codes, 16)));
  }
  return found;
}

test('chaque lettre d’un PDF se copie, même celle qui fait partie d’une autre', async () => {
  // « e » is first met inside « é », and « ź » is in another font than « e ».
  const lines = ['Été à Łódź, où naïf', 'Une élève, ça va'];
  const letters = [...new Set(lines.join(' '))].toSorted();
  expect(meant(await pdfOf(lines)).toSorted()).toEqual(letters);
});

test('un PDF ne dépend pas de ceux que l’on a faits avant lui', async () => {
  const before = await pdfOf(['zêlé']);
  await pdfOf(['Êêéèë ; ûü, ÀÂ — « zelé »']);
  expect((await pdfOf(['zêlé'])).equals(before)).toBe(true);
});
