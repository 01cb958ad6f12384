/**
 * What the search reads: Pagefind splits elisions at the straight apostrophe only, and takes « cœur » and
 * « coeur » for two words. Applied alike to the indexed copy of a page and to what the reader types.
 */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’ʼ′]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'Oe')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'Ae')
    .replace(/[\u00A0\u202F\u2009]/g, ' ')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '');
}

/** Gives a found excerpt its typography back: the curly apostrophe. */
export function typesetExcerpt(text: string): string {
  return text.replaceAll("'", '’');
}
