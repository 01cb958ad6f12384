/** « Pôle Santé à l’œuvre » gives « pole-sante-a-l-oeuvre »: ASCII, lower case, hyphens. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A file's identifier in its collection: « Le Phare/index.md » and « le-phare.mdx » both give « le-phare ». */
export function idFromPath(path: string): string {
  return path
    .normalize('NFC')
    .replace(/\.(mdx?|ya?ml)$/i, '')
    .replace(/\/index$/i, '')
    .split('/')
    .map(slugify)
    .join('/');
}
