import { posix } from 'node:path';
import { resolveLink } from '#src/checks/content-index.ts';
import { type CheckContext, checkContext } from '#src/checks/context.ts';
import { type ContentFile, type Contenu, filesOf, withFiles } from '#src/checks/contenu.ts';
import { writtenFormerAddresses } from '#src/checks/former-addresses.ts';
import { checkContenu } from '#src/checks/index.ts';
import type { Issue } from '#src/checks/issues.ts';
import { eachReference } from '#src/checks/rules/references.ts';
import { yamlText } from '#src/checks/yaml-source.ts';
import { addressOf } from '#src/domain/collections.ts';
import { applyEdits, type Edit, lineStart, listEdit, valueEdit } from './edits.ts';

export interface Rename {
  /** Files that take another place, relative to the content folder: the page, what stands beside it, a team's scans. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Whole new text of each file that changes, by its new place. */
  readonly texts: ReadonlyMap<string, string>;
  readonly from: string;
  readonly to: string;
  /** Whether readers may know the old address, which is then kept. */
  readonly kept: boolean;
  /** Places of the publication where something stands already: nothing may be written there. */
  readonly taken: readonly string[];
  /** What the check would find that it does not find today. */
  readonly issues: readonly Issue[];
}

/**
 * Works out what a new name changes: the page's file, the fields and the links that lead to it, its list of former
 * addresses. Writes nothing.
 * @param file of a collection whose pages have an address made from their name
 * @param id the new identifier, as `slugify` gives it
 */
export function planRename(contenu: Contenu, file: ContentFile, id: string): Rename {
  const context = checkContext(contenu);
  const moves = movesOf(contenu, file, id);
  const placeOf = new Map(moves.map(({ from, to }) => [from, to]));
  const to = addressOf(file.collection, id) ?? '';
  const from = file.address ?? '';
  const kept = file.value !== undefined && !file.value.brouillon;
  const edits = new Map<ContentFile, Edit[]>();
  const add = (one: ContentFile, edit: Edit | undefined) => {
    if (edit) edits.set(one, [...(edits.get(one) ?? []), edit]);
  };
  for (const { file: one, edit } of referenceEdits(context, file, id)) add(one, edit);
  for (const one of contenu.files) for (const edit of linkEdits(context, one, file, id, to)) add(one, edit);
  const former = writtenFormerAddresses(file);
  const addresses = former.filter((one) => one.replace(/\/?$/, '/') !== to);
  if (kept) addresses.push(from);
  if (kept || addresses.length !== former.length) add(file, listEdit(file, 'anciennes_adresses', addresses));
  const texts = new Map<string, string>();
  for (const one of contenu.files) {
    const changed = edits.get(one);
    const path = placeOf.get(one.path);
    if (changed || path !== undefined) texts.set(path ?? one.path, applyEdits(one.text, changed ?? []));
  }
  const there = new Set([...contenu.files.map(({ path }) => path), ...contenu.assets.keys()]);
  const taken = moves.map((move) => move.to).filter((path) => there.has(path) && !placeOf.has(path));
  return { moves, texts, from, to, kept, taken, issues: newIssues(contenu, moves, texts) };
}

function movesOf(contenu: Contenu, file: ContentFile, id: string): { from: string; to: string }[] {
  const place = `${file.collection}/${id}`;
  if (/\/index\.mdx?$/.test(file.path)) {
    const folder = posix.dirname(file.path);
    const beside = [...contenu.assets.keys()].filter((path) => path.startsWith(`${folder}/`));
    return [file.path, ...beside].map((path) => ({ from: path, to: place + path.slice(folder.length) }));
  }
  const scans = file.collection === 'equipes' ? filesOf(contenu, 'scans') : [];
  const own = scans.filter((scan) => scan.id.split('/')[1] === file.id);
  return [
    { from: file.path, to: place + posix.extname(file.path) },
    ...own.map(({ path }) => ({ from: path, to: `${posix.dirname(path)}/${id}${posix.extname(path)}` })),
  ];
}

function referenceEdits({ contenu }: CheckContext, target: ContentFile, id: string) {
  const found: { file: ContentFile; edit: Edit | undefined }[] = [];
  eachReference(contenu, (source, path, collection, value) => {
    const file = contenu.files.find((one) => one.path === source.path);
    if (!file || collection !== target.collection || value !== target.id) return;
    found.push({ file, edit: valueEdit(file, path, yamlText(id)) });
  });
  return found;
}

/** Links of one text to the page: by the name of its file, or by its address. */
function linkEdits(
  { facts, index }: CheckContext,
  source: ContentFile,
  target: ContentFile,
  id: string,
  address: string,
): Edit[] {
  if (source.format === 'yaml') return [];
  return facts(source).links.flatMap(({ url, line, column }) => {
    const next = nextUrl(url, id, address, target, () => {
      const found = resolveLink(index, url, source.path);
      return !('problem' in found) && found.page.path === target.path;
    });
    if (next === undefined) return [];
    // The words of a link may hold its address too: what counts is behind them.
    const start = lineStart(source.text, line) + column - 1;
    const [found] = [`](${url}`, `](<${url}`]
      .map((sign) => ({ at: source.text.indexOf(sign, start), length: sign.length }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at);
    if (!found) return [];
    const to = found.at + found.length;
    return [{ from: to - url.length, to, text: next }];
  });
}

/** The same link once the page has its new name; undefined for a link to something else. */
function nextUrl(
  url: string,
  id: string,
  to: string,
  target: ContentFile,
  leadsThere: () => boolean,
): string | undefined {
  const [address = '', ...after] = url.split(/(?=[?#])/);
  if (address === target.address) return to + after.join('');
  if (!leadsThere()) return undefined;
  const name = id.split('/').at(-1) ?? id;
  const renamed = address.replace(
    /[^/]+(\/index)?(\.[a-z]+)$/i,
    (_, inFolder: string | undefined, ending: string) =>
      inFolder ? `${name}/index${ending}` : `${name}${ending}`,
  );
  return renamed + after.join('');
}

/** Problems that the new name makes; those that were there before are not its fault. */
function newIssues(contenu: Contenu, moves: Rename['moves'], texts: Rename['texts']): Issue[] {
  const sameAs = ({ rule, message }: Issue) => `${rule} ${message}`;
  const before = new Set(checkContenu(contenu).map(sameAs));
  const assets = moves.flatMap(({ from, to }) => {
    const asset = contenu.assets.get(from);
    return asset ? [{ ...asset, path: to }] : [];
  });
  const removed = new Set(moves.map(({ from }) => from));
  const future = withFiles(contenu, { texts, assets, removed });
  return checkContenu(future).filter((issue) => issue.severity === 'erreur' && !before.has(sameAs(issue)));
}
