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

/**
 * The name under which a document is published: « ./Fiche n° 1 (été).ODT » gives « fiche-n-1-ete.odt ». A sign such as
 * « % », « # » or « ? » would lead its address elsewhere. Empty when the name has no letter nor digit to keep.
 */
export function documentName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const base = slugify(dot < 0 ? name : name.slice(0, dot));
  const ending = dot < 0 ? '' : slugify(name.slice(dot + 1));
  return base && ending ? `${base}.${ending}` : '';
}
