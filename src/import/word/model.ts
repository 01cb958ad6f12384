import mammoth from 'mammoth';
import { fr } from '#src/checks/text.ts';
import { Refusal } from '#src/import/table.ts';
import { damaged, type Docx } from './open.ts';

/** The document as mammoth understands it, before it makes HTML: what each part of a text is, and its style's name. */
export type WordNode =
  | WordParagraph
  | WordTable
  | WordRun
  | {
      readonly type: 'hyperlink';
      readonly href?: string;
      readonly anchor?: string;
      readonly children: readonly WordNode[];
    }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: string }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'noteReference'; readonly noteType: string; readonly noteId: string }
  | { readonly type: 'commentReference'; readonly commentId: string }
  | WordImage
  | { readonly type: 'bookmarkStart' };

export interface WordParagraph {
  readonly type: 'paragraph';
  readonly children: readonly WordNode[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly level: string; readonly isOrdered: boolean } | null;
  readonly alignment: string | null;
}

export interface WordRun {
  readonly type: 'run';
  readonly children: readonly WordNode[];
  readonly styleName: string | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStrikethrough: boolean;
  readonly verticalAlignment: string;
  readonly fontSize: number | null;
}

export interface WordTable {
  readonly type: 'table';
  readonly children: readonly {
    readonly children: readonly {
      readonly children: readonly WordNode[];
      readonly colSpan: number;
      readonly rowSpan: number;
    }[];
  }[];
}

export interface WordImage {
  readonly type: 'image';
  readonly altText?: string | null;
  readonly contentType?: string | null;
  readonly readAsBuffer: () => Promise<Buffer>;
}

export interface WordModel {
  readonly children: readonly WordNode[];
  /** Text of each note, by « footnote-2 ». */
  readonly notes: ReadonlyMap<string, readonly WordNode[]>;
  readonly comments: ReadonlyMap<string, readonly WordNode[]>;
}

interface MammothDocument {
  readonly children: readonly WordNode[];
  readonly notes: { readonly _notes: Readonly<Record<string, { readonly body: readonly WordNode[] }>> };
  readonly comments: readonly { readonly commentId: string; readonly body: readonly WordNode[] }[];
}

/** Reads a document with mammoth; whatever it cannot read is told as damaged. */
export async function readModel(docx: Docx): Promise<WordModel> {
  let found: MammothDocument | undefined;
  const transformDocument = (document: MammothDocument) => {
    found = document;
    // Its own HTML is not wanted.
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer: docx.bytes },
      { transformDocument, includeEmbeddedStyleMap: false },
    );
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refusal(
        fr`ce document emboîte trop de tableaux ou de blocs les uns dans les autres. En copier le texte dans un document neuf, puis relancer.`,
      );
    throw damaged();
  }
  if (!found) throw damaged();
  return {
    children: found.children,
    notes: new Map(Object.entries(found.notes._notes).map(([key, { body }]) => [key, body])),
    comments: new Map(found.comments.map(({ commentId, body }) => [commentId, body])),
  };
}
