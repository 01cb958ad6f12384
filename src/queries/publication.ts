import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '#src/domain/content-dir.ts';
import { PublicationSchema } from '#src/schemas/publication.ts';
import { once } from './memo.ts';

/** Who publishes, where, in which words. */
export const getPublication = once(async () =>
  PublicationSchema.parse(parse(await readFile(join(contentDir(), 'publication.yaml'), 'utf8'))),
);
export type { Publication } from '#src/schemas/publication.ts';
