import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Collection } from '#src/domain/collections.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { inspectMarkdown } from '#src/markdown/inspect.ts';
import type { ContentFile, Contenu } from './contenu.ts';
import { sharedContenu } from './one-reading.ts';

/** One reading of the folder serves all the collections that load together. */
let reading: Promise<Contenu> | undefined;
function contenu(): Promise<Contenu> {
  if (!reading) {
    reading = sharedContenu(contentDir());
    setTimeout(() => (reading = undefined), 1000).unref();
  }
  return reading;
}

const passagesOf = ({ body, format }: ContentFile) =>
  inspectMarkdown(body, format === 'mdx' ? 'mdx' : 'md', { html: true }).passages;

/** Puts one file in Astro's store, unless it is there already just as it stands on disk. */
async function store(file: ContentFile, context: LoaderContext): Promise<void> {
  const path = join(contentDir(), file.path);
  const filePath = relative(fileURLToPath(context.config.root), path).split(sep).join(posix.sep);
  const digest = context.generateDigest(file.text);
  const known = context.store.get(file.id);
  // A text with pictures is stored anew each time: Astro forgets which ones it needs.
  if (known?.digest === digest && known.filePath === filePath && !known.assetImports?.length) {
    if (known.deferredRender) context.store.addModuleImport(filePath);
    return;
  }
  context.store.delete(file.id);
  const data = await context.parseData({
    id: file.id,
    data: file.data as Record<string, unknown>,
    filePath: path,
  });
  // What the analysis reads of a story across the others, read once for each text.
  const body = file.collection === 'histoires' ? JSON.stringify(passagesOf(file)) : undefined;
  const entry = { id: file.id, data, filePath, digest, ...(body === undefined ? {} : { body }) };
  if (file.format === 'md') {
    // An empty frontmatter in front: a text that begins with a rule is not to be taken for one.
    const rendered = await context.renderMarkdown(`---\n---\n${file.body}`, { fileURL: pathToFileURL(path) });
    const assetImports = (rendered.metadata?.['imagePaths'] ?? []) as string[];
    context.store.set({ ...entry, rendered, assetImports });
  } else {
    context.store.set({ ...entry, ...(file.format === 'mdx' ? { deferredRender: true } : {}) });
  }
}

async function loadCollection(collection: Collection, context: LoaderContext): Promise<void> {
  const preview = context.watcher !== undefined;
  const { files } = await contenu();
  const shown = files.filter(
    (file) => file.collection === collection && file.value && (preview || isOnline(file.value)),
  );
  const kept = new Set(shown.map(({ id }) => id));
  for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
  for (const file of shown) await store(file, context);
}

/**
 * Loads a collection from the very files and values that the editor's check has read: nothing is published that was
 * not checked, nothing is read in two ways, and what is not online yet is known to the preview alone.
 */
export function checkedFiles(collection: Collection): Loader {
  return {
    name: 'contenu-controle',
    load: async (context) => {
      await loadCollection(collection, context);
      const { watcher } = context;
      if (!watcher) return;
      const folder = join(contentDir(), collection) + sep;
      watcher.add(folder);
      let waiting: NodeJS.Timeout | undefined;
      watcher.on('all', (_, path) => {
        if (!path.startsWith(folder)) return;
        clearTimeout(waiting);
        waiting = setTimeout(() => void loadCollection(collection, context), 100);
      });
    },
  };
}
