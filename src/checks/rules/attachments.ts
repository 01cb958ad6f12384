import { posix } from 'node:path';
import { isRemote } from '#src/markdown/addresses.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import type { Asset } from '#src/checks/assets.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { ContentFile, Contenu } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { eachValue } from '#src/checks/fields.ts';
import { type Details, type Issue, issueOfField } from '#src/checks/issues.ts';
import { looksLikeContent } from '#src/checks/better-path.ts';
import { issueInText, lineWithWord } from '#src/checks/markdown.ts';
import { nearest } from '#src/checks/nearest.ts';
import { excerpt, fr } from '#src/checks/text.ts';
import { lineWithValue, yamlText } from '#src/checks/yaml-source.ts';
import { slugify } from '#src/domain/slugs.ts';
import { assetAt, documentFault, sameNames } from './documents.ts';
import { imageFault } from './images.ts';

/** One name of an image or of a document, written in a field or in a text. */
interface Mention {
  readonly file: ContentFile;
  readonly name: string;
  readonly kind: 'image' | 'document';
  /** Path of the file named, in the content folder; undefined when the name leads out of it. */
  readonly path: string | undefined;
  readonly issue: (details: Details) => Issue;
  readonly lineWith: (name: string) => string | undefined;
}

/** Every image and document named is there, beside its text, and is what its name says. */
export function checkAttachments(context: CheckContext): Issue[] {
  const found = mentions(context);
  const faults = found.flatMap((mention) => {
    const details = attachmentFault(context.contenu, mention);
    return details ? [mention.issue(details)] : [];
  });
  return [...faults, ...sameNames(found.filter(({ kind }) => kind === 'document'))];
}

/**
 * Whether some content names a file, or may well mean to: a text holds its name, in a field that cannot be read for
 * instance, or a name close to it is missing in its folder. Then this file is not held against anyone.
 */
export function mentionTest(context: CheckContext): (path: string) => boolean {
  const { files, assets } = context.contenu;
  const paths = mentions(context).flatMap(({ path }) => path ?? []);
  const named = new Set(paths.map((path) => assetAt(context.contenu, path)?.path ?? path));
  const missing = [...named].filter((path) => !assets.has(path));
  const incomplete = new Set(missing.map((path) => posix.dirname(path)));
  return (path) => {
    if (named.has(path)) return true;
    // A content file that is not read is at fault, whoever leads to it.
    if (looksLikeContent(path)) return false;
    const name = posix.basename(path);
    return incomplete.has(posix.dirname(path)) || files.some((file) => file.text.includes(name));
  };
}

/** Two rules ask for them. */
const KNOWN = new WeakMap<CheckContext, readonly Mention[]>();

function mentions(context: CheckContext): readonly Mention[] {
  const known = KNOWN.get(context) ?? readMentions(context);
  KNOWN.set(context, known);
  return known;
}

function readMentions(context: CheckContext): Mention[] {
  const found: Mention[] = [];
  for (const file of context.contenu.files) {
    eachValue(COLLECTION_SCHEMAS[file.collection], file.data, (value, field, path) => {
      const kind = field.meta.file;
      if (!kind || typeof value !== 'string' || value.trim() === '') return;
      found.push({
        file,
        name: value,
        kind,
        // A field holds the file's name as it is on disk: « % » is a sign like another.
        path: pathOf(file, value),
        issue: (details) => issueOfField(file, path, details),
        lineWith: (name) => lineWithValue(file.yaml, path, yamlText(name)),
      });
    });
    if (file.format === 'yaml') continue;
    for (const image of context.facts(file).images) {
      // A picture on another site, or a dangerous address, is told by the text's own rules.
      if (isRemote(image.url)) continue;
      found.push({
        file,
        name: image.url,
        kind: 'image',
        path: pathOf(file, decoded(image.url)),
        issue: (details) => issueInText(file, image, { field: 'image', ...details }),
        lineWith: (name) => lineWithWord(file, image.line, image.url, name.replaceAll(' ', '%20')),
      });
    }
  }
  return found;
}

/** Path of a named file in the content folder; undefined when it is not one. */
function pathOf(file: ContentFile, name: string): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/|\\)/i.test(name)) return undefined;
  const path = posix.join(posix.dirname(file.path), name);
  return path.startsWith('..') ? undefined : path;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function attachmentFault(contenu: Contenu, mention: Mention): Details | undefined {
  const { name, kind, path } = mention;
  const what = kind === 'image' ? fr`cette image` : fr`ce document`;
  const read = excerpt(name);
  if (/^([a-z][a-z0-9+.-]*:\/\/|\/\/)/i.test(name)) {
    const message = fr`« ${read} » est sur un autre site. Enregistrer le fichier à côté de ce texte et écrire son nom.`;
    return { rule: 'file-remote', read: name, message };
  }
  if (path === undefined || name.includes('\\')) {
    const message = fr`« ${read} » sort du dossier du contenu. Ranger le fichier à côté de ce texte et écrire « ./ » suivi de son nom.`;
    return { rule: 'file-outside', read: name, message };
  }
  const asset = assetAt(contenu, path);
  if (!asset) return missingFile(contenu, mention, path, what);
  // What cannot be opened says so itself.
  if (asset.problem === 'unreadable') return undefined;
  if (asset.problem === 'outside' || asset.problem === 'inside') {
    const message = fr`« ${read} » est un raccourci vers un fichier rangé ailleurs. Copier le fichier lui-même ici.`;
    return { rule: 'file-link', read: name, message };
  }
  if (asset.problem === 'broken') {
    const message = fr`« ${read} » est un raccourci vers un fichier qui n'existe plus. Copier le fichier lui-même ici.`;
    return { rule: 'file-link', read: name, message };
  }
  if (asset.size === 0)
    return { rule: 'file-empty', read: name, message: fr`${what} (« ${read} ») est vide : zéro octet.` };
  if (kind === 'image' && !name.startsWith('.')) {
    const suggestion = `./${name}`;
    const message = fr`le nom d'une image commence par « ./ » quand elle est à côté du texte : « ${suggestion} ».`;
    return {
      rule: 'image-name',
      read: name,
      suggestion,
      message,
      correctedLine: mention.lineWith(suggestion),
    };
  }
  if (kind === 'image' && asset.path !== path) return decomposed(name, path);
  return kind === 'image' ? imageFault(asset) : documentFault(asset);
}

/** The build looks for a picture under the very signs of its name, and two ways of writing an accent look the same. */
function decomposed(name: string, path: string): Details {
  const plain = `${slugify(posix.basename(path, posix.extname(path)))}${posix.extname(path)}`;
  const message = fr`les accents du nom de ce fichier ne sont pas écrits de la même façon ici et sur le disque (« ${excerpt(name)} »). Le renommer sans accent, « ${plain} », et écrire ce nom ici.`;
  return { rule: 'image-accents', read: name, suggestion: plain, message };
}

function missingFile(contenu: Contenu, mention: Mention, path: string, what: string): Details {
  const folder = posix.dirname(path);
  const near = [...contenu.assets.values()].filter((asset: Asset) => fits(asset.path, mention.kind));
  const beside = near.filter((asset) => posix.dirname(asset.path) === folder).map((asset) => asset.path);
  const suggested =
    nearest(path, beside) ?? near.find((asset) => posix.basename(asset.path) === posix.basename(path))?.path;
  const relative = suggested && posix.relative(posix.dirname(mention.file.path), suggested);
  const suggestion = relative && (relative.startsWith('.') ? relative : `./${relative}`);
  return {
    rule: mention.kind === 'image' ? 'image-missing' : 'document-missing',
    read: mention.name,
    expected: path,
    suggestion,
    message: fr`${what} est introuvable : il n'y a pas de fichier ${path}.${question(suggestion)}`,
    correctedLine: suggestion && mention.lineWith(suggestion),
  };
}

function fits(path: string, kind: Mention['kind']): boolean {
  return kind === 'document' || /\.(jpe?g|png|webp|avif|gif|svg)$/i.test(path);
}
