/** The collections of a publication that are folders, and the address that each of their files gets. */
export const COLLECTIONS = ['histoires', 'outils', 'equipes', 'scans', 'regions', 'pages'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** The closed lists of `vocabulaire/`, one YAML file each, whose keys are the identifiers. */
export const VOCABULARIES = [
  'themes',
  'types-outils',
  'familles',
  'professions',
  'formes',
  'structures',
  'leviers',
  'freins',
  'benefices',
  'motivations',
  'actions',
  'sigles',
] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** What a passage of a story may be marked as, the directive that marks it, and its closed list. */
export const PASSAGE_KINDS = {
  levier: 'leviers',
  frein: 'freins',
  benefice: 'benefices',
  motivation: 'motivations',
  action: 'actions',
} as const satisfies Record<string, Vocabulary>;
export type PassageKind = keyof typeof PASSAGE_KINDS;

/** What a passage is called beside its words. */
export const PASSAGE_NAMES = {
  levier: 'Levier',
  frein: 'Frein',
  benefice: 'Bénéfice',
  motivation: 'Motivation',
  action: 'Action',
} as const satisfies Record<PassageKind, string>;

/** What the passages of each kind are together. */
export const PASSAGE_HEADINGS = {
  levier: 'Ce qui aide',
  frein: 'Ce qui freine',
  benefice: 'Ce que cela apporte',
  motivation: 'Ce qui attire, ce qui retient',
  action: 'Ce que les équipes font ensemble',
} as const satisfies Record<PassageKind, string>;

/** The site's address of a content file, from its collection and identifier; undefined when it has no page. */
export function addressOf(collection: Collection, id: string): string | undefined {
  switch (collection) {
    case 'histoires':
      return `/histoires/${id}/`;
    case 'outils':
      return `/boite-a-outils/${id}/`;
    case 'equipes':
      return `/equipes/${id}/`;
    case 'scans':
      return `/equipes/${id.split('/')[1]}/`;
    case 'regions':
      return `/region/${id}/`;
    case 'pages':
      return `/${id}/`;
  }
}

/** Addresses that every publication's site has, whatever its content. */
export const STATIC_ADDRESSES = [
  '/',
  '/histoires/',
  '/boite-a-outils/',
  '/equipes/',
  '/region/',
  '/analyse/',
  '/glossaire/',
  '/comprendre/',
  '/chiffres/',
  '/donnees/',
  '/recherche/',
  '/plan-du-site/',
  '/flux/',
] as const;

/** The folder of the feeds of the whole publication; each theme's have a folder of their own in it. */
export const FEEDS_FOLDER = '/flux/';

/** The feed of new tools. */
export const FEED_ADDRESS = '/boite-a-outils/nouveautes.xml';

/** The list of sheets to read again, which only the editor's preview has. */
export const REVIEW_ADDRESS = '/boite-a-outils/a-revoir/';

/** First parts of addresses that the site keeps for its own files: no page of content may stand there. */
export const RESERVED_FOLDERS = [
  '404',
  '500',
  'donnees',
  'flux',
  'polices',
  'recherche',
  'redaction',
  'ressources',
] as const;

/** The page of content that the menu of every page leads to. */
export const MENU_PAGE = 'comprendre';

/** Lists of one collection narrowed to one word of a closed list: the folder of their addresses, and that list. */
export const FACET_FOLDERS = {
  '/histoires/theme/': 'themes',
  '/histoires/levier/': 'leviers',
  '/boite-a-outils/theme/': 'themes',
  '/boite-a-outils/type/': 'types-outils',
} as const satisfies Record<string, Vocabulary>;

/**
 * Anchors that the pages around a text give to their own parts. A heading that would take one gets a number:
 * « Contenu » must not answer for the skip link's target.
 */
export const RESERVED_IDS = [
  'analyse',
  'citer',
  'contenu',
  'meme-theme',
  'outils',
  'photo',
  'recherche',
  'recherche-entete',
  'recits',
  'themes',
  'voisines',
] as const;

/** The site's address of a closed list's word; undefined when it has none of its own. */
export function addressOfTerm(vocabulary: Vocabulary, key: string): string | undefined {
  const read = Object.values(PASSAGE_KINDS).some((name) => name === vocabulary);
  return read ? `/analyse/${vocabulary}/${key}/` : undefined;
}
