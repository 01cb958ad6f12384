/** Where the site leaves what the index is made of: read when the pages are written, then taken out of the site. */
export const SOURCES = 'recherche/sources.json';
/** Folder of the index in the site. */
export const INDEX = 'recherche/index';
