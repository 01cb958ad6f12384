import { drawableText } from '#src/domain/glyphs.ts';
import type { Said } from '#src/domain/said.ts';
import type { Vector } from './vectors.ts';

/**
 * A scene: a tree of boxes, texts and drawings that satori lays out. Lengths are pixels of the picture. Drawings are
 * empty boxes for satori; they are drawn as real vectors at the place that it gives them.
 */
export type Style = Readonly<Record<string, string | number | undefined>>;

export interface Node {
  readonly type: 'div';
  readonly key: null;
  readonly props: {
    readonly style: Style;
    readonly children?: string | readonly Node[] | undefined;
    /** What the text says and where it comes from. */
    readonly said?: Said | undefined;
    /** What the text is, for a reader that does not see it. */
    readonly role?: Role | undefined;
    readonly vector?: Vector | undefined;
  };
}
export type Role = 'h1' | 'h2' | 'h3' | 'p';

type Children = readonly (Node | undefined | false)[];

const box = (direction: 'row' | 'column', style: Style, children: Children): Node => ({
  type: 'div',
  key: null,
  props: {
    style: { display: 'flex', flexDirection: direction, boxSizing: 'border-box', ...style },
    children: children.filter((child) => child !== undefined && child !== false),
  },
});

/** Children side by side. */
export const row = (style: Style, children: Children): Node => box('row', style, children);
/** Children one under the other. */
export const column = (style: Style, children: Children): Node => box('column', style, children);

/** A text of one style; plain wording, or what the answers say. */
export function text(content: Said | string, style: Style, role: Role = 'p'): Node {
  const said = typeof content === 'string' ? { texte: content, sources: [] } : content;
  return {
    type: 'div',
    key: null,
    props: {
      style: { display: 'block', wordBreak: 'break-word', ...style },
      children: drawableText(said.texte),
      said,
      role,
    },
  };
}

/** A drawing that takes this room. */
export function drawing(vector: Vector, width: number, height: number, style: Style = {}): Node {
  return {
    type: 'div',
    key: null,
    props: { style: { display: 'flex', width, height, flexShrink: 0, ...style }, vector },
  };
}
