import satori from 'satori';
import { signShown } from '#src/domain/glyphs.ts';
import type { Said } from '#src/domain/said.ts';
import { FAMILY, type PictureFont, pictureFonts } from './picture-fonts.ts';
import type { Node } from './tree.ts';

/** Where satori put a node of a scene. Lengths in pixels from the picture's top left corner. */
export interface Placed {
  readonly node: Node;
  /** Its parent's place in the list; none for the root. */
  readonly parent: number | undefined;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A word where it is drawn. */
export interface Word {
  readonly texte: string;
  readonly left: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  /** Added after each letter, in pixels. */
  readonly spacing: number;
  readonly colour: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  /** What satori drew: read for its words alone. */
  readonly svg: string;
}

/** A text that no picture can show as it is. */
export class PictureError extends Error {
  readonly said: Said | undefined;
  constructor(message: string, said?: Said) {
    super(message);
    this.said = said;
  }
}

export interface LayoutOptions {
  readonly width: number;
  /** Without it, the height that the scene takes. */
  readonly height?: number;
}

/** Numbers every node, so that satori's answer can be brought back to the scene; gives the nodes and their parents. */
function number(root: Node): { numbered: unknown; nodes: Node[]; parents: (number | undefined)[] } {
  const nodes: Node[] = [];
  const parents: (number | undefined)[] = [];
  const walk = (node: Node, parent: number | undefined): unknown => {
    const id = nodes.push(node) - 1;
    parents.push(parent);
    const { style, children } = node.props;
    return {
      type: 'div',
      key: null,
      props: {
        id,
        style,
        children: typeof children === 'string' ? children : children?.map((child) => walk(child, id)),
      },
    };
  };
  return { numbered: walk(root, undefined), nodes, parents };
}

/** A mark that sits on a letter: one that makes no letter with it is drawn as an empty box, without a word from satori. */
const LONE_MARK = /\p{M}/gu;

/** Refuses the first text that holds what the typeface cannot draw, and names only what that text holds. */
function refuseUndrawn(nodes: readonly Node[], missing: ReadonlySet<string>): void {
  for (const {
    props: { children, said },
  } of nodes) {
    if (typeof children !== 'string') continue;
    const signs = [...missing].filter((sign) => children.includes(sign));
    const undrawn = [...new Set([...signs, ...(children.match(LONE_MARK) ?? [])])];
    if (undrawn.length === 0) continue;
    throw new PictureError(
      `«\u00A0${undrawn.map(signShown).join(' ')}\u00A0» n’a pas de dessin dans la police des infographies\u00A0: écrire ce passage avec des lettres latines, sans emoji ni symbole.`,
      said,
    );
  }
  // satori may ask for a piece that no single text holds.
  if (missing.size > 0)
    throw new PictureError(
      `«\u00A0${[...missing].join('')}\u00A0» n’a pas de dessin dans la police des infographies.`,
    );
}

/**
 * Lays a scene out.
 * @throws PictureError when a character has no drawing in the pictures' typeface
 */
export async function layOut(root: Node, { width, height }: LayoutOptions): Promise<Layout> {
  const { numbered, nodes, parents } = number({
    ...root,
    props: { ...root.props, style: { fontFamily: FAMILY, ...root.props.style } },
  });
  const placed: (Placed | undefined)[] = nodes.map(() => undefined);
  const missing = new Set<string>();
  const size = height === undefined ? { width } : { width, height };
  const svg = await satori(numbered as Parameters<typeof satori>[0], {
    ...size,
    fonts: pictureFonts() as PictureFont[],
    embedFont: false,
    onNodeDetected: ({ props, left, top, width: wide, height: high }) => {
      const id = props['id'] as number;
      const node = nodes[id];
      if (node) placed[id] = { node, parent: parents[id], left, top, width: wide, height: high };
    },
    loadAdditionalAsset: async (_, segment) => {
      missing.add(segment);
      return [];
    },
  });
  refuseUndrawn(nodes, missing);
  const [, wide = '0', high = '0'] = /<svg width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return {
    width: Number(wide),
    height: Number(high),
    placed: placed.filter((box) => box !== undefined),
    svg,
  };
}

const UNESCAPED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

/** The words of a layout, in the order in which they are drawn. */
export function wordsOf({ svg }: Layout): Word[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const read = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return {
      texte: content.replace(/&(#?\w+);/g, (entity, name: string) => UNESCAPED[name] ?? entity),
      left: Number(read('x')),
      baseline: Number(read('y')),
      width: Number(read('width')),
      size: Number(read('font-size')),
      weight: Number(read('font-weight')) || 400,
      spacing: Number(read('letter-spacing')),
      colour: read('fill'),
    };
  });
}

/** The heights that scenes take at these widths, all in one layout. */
export async function heightsOf(parts: readonly { node: Node; width: number }[]): Promise<number[]> {
  const width = Math.max(1, ...parts.map((part) => part.width));
  const root: Node = {
    type: 'div',
    key: null,
    props: {
      style: { display: 'flex', flexDirection: 'column', width, height: 1, position: 'relative' },
      children: parts.map((part) => ({
        type: 'div',
        key: null,
        props: {
          style: {
            display: 'flex',
            flexDirection: 'column',
            position: 'absolute',
            top: 0,
            left: 0,
            width: part.width,
          },
          children: [part.node],
        },
      })),
    },
  };
  const { placed } = await layOut(root, { width });
  return placed.filter(({ parent }) => parent === 0).map(({ height }) => height);
}
