import { open } from 'node:fs/promises';
import { formatCount, fr } from '#src/checks/text.ts';
import { Refusal } from './table.ts';

/** What a file must be to be read at all. */
export interface Wanted {
  /** In bytes. */
  readonly max: number;
  /** What is expected, in a French sentence. */
  readonly what: string;
  /** How to make it lighter, in a French sentence. */
  readonly lighten: string;
}

/**
 * The bytes of a file given by a person.
 * @throws Refusal when it is not there, is a folder, is empty or too heavy
 */
export async function readBytes(path: string, { max, what, lighten }: Wanted): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw new Refusal(fr`ce fichier n'existe pas. Vérifier son nom et le dossier où il est.`);
    throw error;
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Refusal(fr`c'est un dossier, pas un fichier. ` + what);
    if (found.size === 0) throw new Refusal(fr`ce fichier est vide. ` + what);
    if (found.size > max) {
      throw new Refusal(
        fr`ce fichier pèse ${formatCount(Math.round(found.size / 1_000_000))} Mo : ${formatCount(max / 1_000_000)} Mo au plus. ` +
          lighten,
      );
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}
