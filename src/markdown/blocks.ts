import { PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';

export interface BlockDefinition {
  /** Attributes by name; true when the block makes no sense without it. */
  readonly attributes: Readonly<Record<string, boolean>>;
  /** Whether « [Titre] » may follow its name. */
  readonly label: boolean;
  /** A leaf holds nothing: two colons in Markdown, `<Champs />` in MDX. */
  readonly leaf: boolean;
}

const passage: BlockDefinition = { attributes: { cle: true }, label: false, leaf: false };

/** The blocks that a writer may use; in MDX the same names with a capital. */
export const BLOCKS = {
  conseil: { attributes: { titre: false }, label: true, leaf: false },
  citation: { attributes: { auteur: true }, label: false, leaf: false },
  chiffre: {
    attributes: { valeur: true, total: false, precision: false, unite: false },
    label: false,
    leaf: false,
  },
  levier: passage,
  frein: passage,
  benefice: passage,
  motivation: passage,
  action: passage,
  chronologie: { attributes: {}, label: false, leaf: false },
  figure: { attributes: { credit: true }, label: false, leaf: false },
  colonnes: { attributes: {}, label: false, leaf: false },
  champs: { attributes: { collection: true }, label: false, leaf: true },
} as const satisfies Record<string, BlockDefinition>;

export type BlockName = keyof typeof BLOCKS;
export const BLOCK_NAMES = Object.keys(BLOCKS) as BlockName[];

export function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name);
}

export function isPassageKind(name: string): name is PassageKind {
  return Object.hasOwn(PASSAGE_KINDS, name);
}

/** « levier » gives « Levier »: the name of the block's MDX element. */
export function componentName(name: BlockName): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const BY_COMPONENT = new Map(BLOCK_NAMES.map((name) => [componentName(name), name]));

export function blockOfComponent(component: string): BlockName | undefined {
  return BY_COMPONENT.get(component);
}
