import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { contentDir } from '#src/domain/content-dir.ts';
import { idFromPath } from '#src/domain/slugs.ts';

/** YAML as Astro reads it turns bare days into Date objects; schemas take the text that the author wrote. */
function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutDates(item)]));
}

/**
 * Astro logs an unreadable entry or a failed Markdown file as an error, then goes on and exits 0
 * (withastro/astro#18054). Here the load fails, once every entry was tried.
 */
function strict(loader: Loader): Loader {
  return {
    ...loader,
    load: async (context: LoaderContext) => {
      const problems: string[] = [];
      const logger = Object.create(context.logger) as LoaderContext['logger'];
      logger.error = (message: string) => {
        problems.push(message);
        context.logger.error(message);
      };
      const parseData: LoaderContext['parseData'] = (entry) =>
        context.parseData({ ...entry, data: withoutDates(entry.data) as typeof entry.data });
      await loader.load({ ...context, logger, parseData });
      if (problems.length > 0 && !context.watcher) {
        throw new Error(
          `La collection « ${context.collection} » n’a pas pu être lue :\n${problems.join('\n')}`,
        );
      }
    },
  };
}

/** The files of one folder of the publication that have this shape, one entry each, named by `idFromPath`. */
export function folder(name: string, pattern: string): Loader {
  return strict(
    glob({
      base: pathToFileURL(join(contentDir(), name, '/')),
      pattern,
      retainBody: false,
      generateId: ({ entry }) => idFromPath(entry),
    }),
  );
}
