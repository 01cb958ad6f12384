import { excerpt, fr, plural } from '#src/checks/text.ts';
import type { Account } from './account.ts';
import type { Docx } from './open.ts';

const count = (xml: string, shape: RegExp): number => xml.match(shape)?.length ?? 0;

/** The words of a part, without its marks. */
function words(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)]
    .map(([, text]) => text ?? ' ')
    .join('')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words in a text box of the modern kind, that older readers have no version of. */
function lostBoxes(main: string): number {
  const blocks = main.match(/<mc:AlternateContent[\s\S]*?<\/mc:AlternateContent>/g) ?? [];
  return blocks.filter(
    (block) => block.includes('txbxContent') && !/<mc:Fallback>[\s\S]*txbxContent/.test(block),
  ).length;
}

/** Says what a document holds besides its text, from its own parts: what the reading keeps, and what it leaves. */
export function tellRawFacts(docx: Docx, account: Account): void {
  const { main } = docx;
  const once = main.replace(/<mc:Choice[\s\S]*?<\/mc:Choice>/g, '');
  const say = (list: string[], number: number, one: string, many: string, what: string) => {
    if (number > 0) list.push(plural(number, one, many) + what);
  };
  const { kept, lost } = account;
  const inserted = count(main, /<w:(ins|moveTo)\s[^>]*>\s*<w:r[\s>]/g);
  const deleted = count(main, /<w:(del|moveFrom)\s[^>]*>\s*<w:r[\s>]/g);
  say(
    kept,
    inserted,
    'insertion suivie',
    'insertions suivies',
    fr` : le texte ajouté est gardé, comme si la modification était acceptée.`,
  );
  say(
    lost,
    deleted,
    'suppression suivie',
    'suppressions suivies',
    fr` : le texte barré par le suivi des modifications n'est pas repris.`,
  );
  const boxes = count(once, /<w:txbxContent[\s>]/g);
  say(
    kept,
    boxes,
    'zone de texte',
    'zones de texte',
    fr` : le texte est placé après le paragraphe qui la porte ; vérifier sa place.`,
  );
  say(
    lost,
    lostBoxes(main),
    'zone de texte',
    'zones de texte',
    fr` d'un genre qui ne se lit pas : recopier son texte.`,
  );
  const hidden = count(main, /<w:vanish\s*\/>|<w:vanish w:val="(1|true|on)"/g);
  say(
    kept,
    hidden,
    'passage masqué',
    'passages masqués',
    fr` dans Word : ce texte est maintenant visible ; l'ôter s'il ne doit pas paraître.`,
  );
  for (const [what, shape] of [
    [fr`En-tête`, /^word\/header\d*\.xml$/],
    [fr`Pied de page`, /^word\/footer\d*\.xml$/],
  ] as const) {
    const texts = new Set(
      docx.names.filter((name) => shape.test(name)).map((name) => words(docx.part(name) ?? '')),
    );
    for (const text of texts) if (/\p{L}/u.test(text)) lost.push(fr`${what} : « ${excerpt(text)} ».`);
    const drawn = docx.names.filter(
      (name) => shape.test(name) && /<(a:blip|v:imagedata)\s/.test(docx.part(name) ?? ''),
    );
    if (drawn.length > 0) lost.push(fr`${what} : une image. L'insérer dans le texte, si elle en est.`);
  }
  const drawn = (shape: RegExp) => count(main, shape);
  say(
    lost,
    drawn(/<c:chart\s/g),
    'graphique',
    'graphiques',
    fr` : en faire une image (copier, puis « Collage spécial », « Image ») ou un tableau.`,
  );
  say(
    lost,
    drawn(/<dgm:relIds\s/g),
    'dessin SmartArt',
    'dessins SmartArt',
    fr` : en faire une image, ou une liste.`,
  );
  say(
    lost,
    drawn(/<m:oMath[\s>]/g),
    'équation',
    'équations',
    fr` : l'écrire en toutes lettres, ou en image.`,
  );
  say(
    lost,
    count(main, /<o:OLEObject\s/g),
    'objet incorporé',
    'objets incorporés',
    fr` (classeur, son, fichier…) : seule son image est reprise, s'il en a une.`,
  );
  say(
    lost,
    count(main, /<w:altChunk\s/g),
    'document incorporé',
    'documents incorporés',
    fr` : l'ouvrir dans Word et en copier le texte.`,
  );
  const remote =
    count(main, /<a:blip\s[^>]*r:link="/g) -
    count(main, /<a:blip\s[^>]*r:embed="[^"]*"[^>]*r:link="|<a:blip\s[^>]*r:link="[^"]*"[^>]*r:embed="/g);
  say(
    lost,
    remote,
    'image liée',
    'images liées',
    fr` à un autre site ou à un autre fichier : elle n'est pas dans le document, et le site ne va pas la chercher. L'insérer dans le document.`,
  );
  if (docx.macros) lost.push(fr`Les macros de ce document : elles ne sont ni lues ni exécutées.`);
}
