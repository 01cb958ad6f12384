import { COLLECTIONS, type Collection, type Vocabulary, VOCABULARIES } from '#src/domain/collections.ts';

/** What a file of the content folder is, from its path alone. */
export type Place =
  | { readonly kind: 'publication' }
  | { readonly kind: 'vocabulaire'; readonly vocabulary: Vocabulary }
  /** How the columns of the form's export are named. */
  | { readonly kind: 'formulaire' }
  /** `inside`: path in the collection's folder, from which its identifier is made. */
  | { readonly kind: 'entry'; readonly collection: Collection; readonly inside: string }
  /** An image, a document, or a file that has no place here. */
  | { readonly kind: 'asset' };

/** The one form whose answers are imported. */
export const FORM_PATH = 'formulaires/scans.yaml';

/** Which files of a collection's folder are its entries; all others stand beside them. */
export const ENTRY_SHAPES: Record<Collection, RegExp> = {
  histoires: /^[^/]+(\/index)?\.mdx?$/,
  outils: /^[^/]+(\/index)?\.mdx?$/,
  pages: /^([^/]+\/)*[^/]+\.mdx?$/,
  equipes: /^[^/]+\.yaml$/,
  scans: /^[^/]+\/[^/]+\.yaml$/,
  regions: /^[^/]+\.yaml$/,
};

/** Takes a path relative to the content folder, with « / ». */
export function placeOf(path: string): Place {
  if (path === 'publication.yaml') return { kind: 'publication' };
  if (path === FORM_PATH) return { kind: 'formulaire' };
  const slash = path.indexOf('/');
  const folder = path.slice(0, Math.max(slash, 0));
  const inside = path.slice(slash + 1);
  if (folder === 'vocabulaire') {
    const vocabulary = VOCABULARIES.find((name) => inside === `${name}.yaml`);
    return vocabulary ? { kind: 'vocabulaire', vocabulary } : { kind: 'asset' };
  }
  const collection = COLLECTIONS.find((name) => name === folder);
  if (!collection || !ENTRY_SHAPES[collection].test(inside)) return { kind: 'asset' };
  return { kind: 'entry', collection, inside };
}
