import type { ContentFile, Contenu } from '#src/checks/contenu.ts';
import { nearest } from '#src/checks/nearest.ts';
import { question } from '#src/checks/explain.ts';
import { either, fr } from '#src/checks/text.ts';
import type { Collection } from '#src/domain/collections.ts';
import { slugify } from '#src/domain/slugs.ts';
import { UserError } from './user-error.ts';

/**
 * The content file that a person means: its path, its name, or a piece of its name that no other file has.
 * @throws UserError when none fits, or several do
 */
export function findEntry(contenu: Contenu, asked: string, among: readonly Collection[]): ContentFile {
  const files = contenu.files.filter(({ collection }) => among.includes(collection));
  const path = asked.replace(/^(\.\/)?content\//, '').replace(/^\.\//, '');
  const bare = path.replace(/(\/index)?\.(mdx?|yaml)$/i, '').replace(/\/$/, '');
  const exact = files.filter(
    (file) => file.path === path || `${file.collection}/${file.id}` === bare || file.id === bare,
  );
  const found = exact.length > 0 ? exact : files.filter(({ id }) => id.includes(slugify(bare) || bare));
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only) {
    const names = found.map(({ path: one }) => fr`« ${one} »`);
    throw new UserError(
      fr`« ${asked} » peut désigner plusieurs fichiers : ${either(names)}. Donner aussi le dossier.`,
    );
  }
  const near = nearest(
    bare.split('/').at(-1) ?? bare,
    files.map(({ collection, id }) => ({ word: `${collection}/${id}`, names: [id] })),
  );
  throw new UserError(fr`Aucun fichier ne s'appelle « ${asked} ».${question(near)}`);
}
