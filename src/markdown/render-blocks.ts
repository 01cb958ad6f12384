import { PASSAGE_KINDS, PASSAGE_NAMES, type PassageKind } from '#src/domain/collections.ts';
import { groupThousands, typographie } from '#src/domain/typography.ts';
import { decodable, isRemote } from './addresses.ts';
import type { BlockName } from './blocks.ts';
import { quantityOf } from './chiffre.ts';
import type { MarkdownOptions } from './options.ts';
import { isPassage } from './outline.ts';
import type { Report } from './problems.ts';
import { chronologie, colonnes } from './render-lists.ts';
import { type Bloc, element, isBloc, type Properties, type SourceNode, text, textOf } from './source-tree.ts';

export type RenderOptions = Pick<MarkdownOptions, 'terms' | 'tables'>;

/** What one document has used so far, so that two blocks never bear the same name. */
interface Context {
  readonly options: RenderOptions;
  readonly report: Report;
  readonly names: Map<string, number>;
}

/** « Conseil », then « Conseil 2 »: landmarks of one page need names of their own. */
function landmarkName(name: string, { names }: Context): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name}\u00A0${count}`;
}

const paragraph = (className: string, children: SourceNode[]): SourceNode =>
  element('p', { className: [className] }, children);
const span = (className: string, children: SourceNode[]): SourceNode =>
  element('span', { className: [className] }, children);

function conseil(node: Bloc, context: Context): SourceNode[] {
  const title = node.titleNodes.length > 0 ? [paragraph('conseil-titre', node.titleNodes)] : [];
  return [
    element('aside', { className: ['conseil'], ariaLabel: landmarkName('Conseil', context) }, [
      paragraph('conseil-marque', [text('Conseil')]),
      element('div', { className: ['conseil-corps'] }, [...title, ...node.children]),
    ]),
  ];
}

function citation(node: Bloc): SourceNode[] {
  const only = node.children.length === 1 ? node.children[0] : undefined;
  const said = only?.type === 'blockquote' ? (only.children ?? []) : node.children;
  const author = node.values['auteur'];
  return [
    element('figure', { className: ['citation'] }, [
      element('blockquote', {}, said),
      ...(author ? [element('figcaption', {}, [text(author)])] : []),
    ]),
  ];
}

/** « 8000 » gives « 8 000 », « 2,5 » and « 2.5 » give « 2,5 »; a year and what is no number stay as written. */
export function frenchNumber(written: string): string {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(written.replace(/[ \u00A0\u202F]/g, ''));
  if (!match?.[1]) return typographie(written);
  const whole = /^(?:19|20)\d\d$/.test(written) ? match[1] : groupThousands(match[1]);
  return match[2] === undefined ? whole : `${whole},${match[2]}`;
}

function points(node: Bloc, { report }: Context): SourceNode[] {
  const { value, total } = quantityOf(node, report) ?? { value: 0, total: undefined };
  if (total === undefined) return [];
  // A dot for each stays readable up to a hundred.
  if (total > 100) return [paragraph('chiffre-total', [text(`sur ${frenchNumber(String(total))}`)])];
  const dots = Array.from({ length: total }, (_, index) =>
    element('i', index < value ? { className: ['plein'] } : {}, []),
  );
  return [
    element('p', { className: ['chiffre-points'], role: 'img', ariaLabel: `${value} sur ${total}` }, dots),
  ];
}

function chiffre(node: Bloc, context: Context): SourceNode[] {
  const { valeur, precision, unite } = node.values;
  const value = `${frenchNumber(valeur ?? '')}${unite ? `\u00A0${unite}` : ''}`;
  const shown = precision ? [span('chiffre-precision', [text(precision)]), text(` ${value}`)] : [text(value)];
  return [
    element('aside', { className: ['chiffre'], ariaLabel: landmarkName('Chiffre', context) }, [
      ...(valeur ? [paragraph('chiffre-valeur', shown)] : []),
      ...points(node, context),
      element('div', { className: ['chiffre-legende'] }, node.children),
    ]),
  ];
}

function passage(node: Bloc & { bloc: PassageKind }, { options }: Context): SourceNode[] {
  const cle = node.values['cle'] ?? '';
  const list = PASSAGE_KINDS[node.bloc];
  const name = Object.hasOwn(options.terms[node.bloc], cle) ? options.terms[node.bloc][cle] : undefined;
  const sign = [
    span('passage-nature', [text(PASSAGE_NAMES[node.bloc])]),
    ...(name === undefined
      ? [text(cle ? ` ${cle}` : '')]
      : [
          text(' '),
          { type: 'link', url: `/analyse/${list}/${cle}/`, title: null, children: [text(name)] },
          text(' '),
          element('span', { className: ['passage-recits'], dataRecits: `${list}/${cle}` }, []),
        ]),
  ];
  const properties: Properties = { className: ['passage', `passage-${node.bloc}`] };
  if (node.values['id']) properties['id'] = node.values['id'];
  return [
    element('div', properties, [
      paragraph('passage-signe', sign),
      element('div', { className: ['passage-texte'] }, node.children),
    ]),
  ];
}

/** Parts a figure's paragraphs into pictures and what is said of them. */
function figure(node: Bloc, { report }: Context): SourceNode[] {
  const images: SourceNode[] = [];
  const legend: SourceNode[] = [];
  for (const child of node.children) {
    const inner = child.type === 'paragraph' ? (child.children ?? []) : [];
    const found = inner.filter((each) => each.type === 'image');
    images.push(...found);
    const rest = inner.filter((each) => each.type !== 'image');
    if (rest.some((each) => textOf(each).trim())) legend.push({ ...child, children: rest });
    else if (child.type !== 'paragraph') legend.push(child);
  }
  if (images.length !== 1) report('figure-image', node, String(images.length));
  const credit = node.values['credit'];
  const only = legend.length === 1 && legend[0]?.type === 'paragraph' ? legend[0].children : undefined;
  const caption = [
    ...(only ?? legend),
    ...(credit ? [text(only ? ' ' : ''), span('credit', [text(`Crédit\u00A0: ${credit}`)])] : []),
  ].filter((each) => each.type !== 'text' || each.value);
  return [
    element('figure', {}, [...images, ...(caption.length > 0 ? [element('figcaption', {}, caption)] : [])]),
  ];
}

const cell = (children: SourceNode[]): SourceNode => ({ type: 'tableCell', children });
const row = (cells: SourceNode[]): SourceNode => ({ type: 'tableRow', children: cells });

function champs(node: Bloc, { options, report }: Context): SourceNode[] {
  const collection = node.values['collection'] ?? '';
  const fields = Object.hasOwn(options.tables, collection) ? options.tables[collection] : undefined;
  if (!fields) {
    const known = Object.keys(options.tables);
    if (collection && known.length > 0)
      report('attribute-value', node, collection, { known, detail: 'collection' });
    return [];
  }
  const code = (value: string): SourceNode => ({ type: 'inlineCode', value });
  const head = row(
    ['Champ', 'Ce qu’on y écrit', 'Obligatoire', 'Exemple'].map((title) => cell([text(title)])),
  );
  const rows = fields.map(({ champ, description, obligatoire, exemple }) =>
    row([
      cell([code(champ)]),
      cell([text(description)]),
      cell([text(obligatoire ? 'oui' : 'non')]),
      cell(exemple ? [code(exemple)] : []),
    ]),
  );
  const ariaLabel = `Champs de la collection ${collection}`;
  return [
    {
      type: 'table',
      align: [null, null, null, null],
      data: { hProperties: { ariaLabel } },
      children: [head, ...rows],
    },
  ];
}

const RENDERERS: Readonly<
  Record<Exclude<BlockName, PassageKind>, (node: Bloc, context: Context) => SourceNode[]>
> = {
  conseil,
  citation,
  chiffre,
  figure,
  champs,
  chronologie: (node, { report }) => chronologie(node, report),
  colonnes: (node, { report }) => colonnes(node, report),
};

/** Leaves only pictures whose address Astro can decode and load; of any other, the words stay. */
function loadable(node: SourceNode): SourceNode[] {
  if (node.type !== 'image')
    return [node.children ? { ...node, children: node.children.flatMap(loadable) } : node];
  const url = node.url ?? '';
  if (url && !isRemote(url)) return [{ ...node, url: decodable(url) }];
  return node.alt ? [text(node.alt)] : [];
}

function rendered(node: SourceNode, context: Context): SourceNode[] {
  const made: SourceNode = node.children
    ? { ...node, children: node.children.flatMap((child) => rendered(child, context)) }
    : node;
  if (!isBloc(made)) return [made];
  return isPassage(made)
    ? passage(made, context)
    : RENDERERS[made.bloc as Exclude<BlockName, PassageKind>](made, context);
}

/**
 * Turns the publication's blocks into plain elements that any Markdown processor can write.
 * @param root a tree that `normalise` gave and `outline` has marked
 */
export function renderBlocks(root: SourceNode, options: RenderOptions, report: Report): SourceNode {
  const context: Context = { options, report, names: new Map() };
  return {
    ...root,
    children: (root.children ?? []).flatMap((child) => rendered(child, context)).flatMap(loadable),
  };
}
