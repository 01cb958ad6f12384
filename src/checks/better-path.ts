import { type Collection, COLLECTIONS, VOCABULARIES } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { nearest } from './nearest.ts';
import { FORM_PATH } from './places.ts';

export const KNOWN_FOLDERS: readonly string[] = [...COLLECTIONS, 'vocabulaire', 'formulaires'];

const CONTENT_NAME = /\.(mdx?|markdown|mdown|ya?ml)(\.txt)?$/i;

/** Whether a file that is not read was meant to be, from its name: « x.yml », « x.md.txt », « recit.txt » in its folder. */
export function looksLikeContent(path: string): boolean {
  if (CONTENT_NAME.test(path)) return true;
  const [folder, name, deeper] = path.split('/');
  return (
    deeper === undefined &&
    name !== undefined &&
    COLLECTIONS.some((one) => one === folder) &&
    /\.txt$/i.test(name)
  );
}

/** The name of a file without its folders and without what looks like its ending. */
export function stemOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return name.replace(CONTENT_NAME, '').replace(/\.txt$/i, '');
}

/** The content file of that name, without its ending, that is not read for want of the right name or place. */
export function unreadFile(paths: Iterable<string>, stem: string, under = ''): string | undefined {
  const wanted = slugify(stem);
  return [...paths].find(
    (path) => path.startsWith(under) && looksLikeContent(path) && slugify(stemOf(path)) === wanted,
  );
}

const IN_MARKDOWN: readonly Collection[] = ['histoires', 'outils', 'pages'];

/** The name under which a misnamed or misplaced content file would be read; undefined when none is sure. */
export function betterPath(path: string, taken: (path: string) => boolean): string | undefined {
  const [folder = '', ...inside] = path.split('/');
  const stem = stemOf(path);
  if (inside.length === 0) return stem === 'publication' ? 'publication.yaml' : undefined;
  if (folder === 'vocabulaire') {
    const list = nearest(stem, VOCABULARIES);
    return list && `vocabulaire/${list}.yaml`;
  }
  if (folder === 'formulaires') return taken(FORM_PATH) ? undefined : FORM_PATH;
  const collection = COLLECTIONS.find((name) => name === folder);
  if (!collection) return undefined;
  const markdown = IN_MARKDOWN.includes(collection);
  const ending = !markdown ? 'yaml' : /\.mdx(\.txt)?$/i.test(path) ? 'mdx' : 'md';
  const [parent = ''] = inside.slice(-2, -1);
  const choices = {
    histoires: inside.length === 2 ? [`${parent}/index`, `${parent}-${stem}`] : [stem],
    outils: [stem],
    pages: [[...inside.slice(0, -1), stem].join('/')],
    equipes: [stem],
    regions: [stem],
    scans: [`${inside.find((part) => /^(19|20)\d\d$/.test(part)) ?? 'AAAA'}/${stem}`],
  } satisfies Record<Collection, readonly string[]>;
  const names = choices[collection];
  const paths = [...names, `${names.at(-1) ?? stem}-2`].map((name) => `${collection}/${name}.${ending}`);
  return paths.find((one) => one !== path && !taken(one));
}
