import { open, stat } from 'node:fs/promises';
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
 * @throws Refusal when it is not there, is a folder or a pipe, is empty or too heavy
 */
export async function readBytes(path: string, { max, what, lighten }: Wanted): Promise<Buffer> {
  const absent = (error: NodeJS.ErrnoException): never => {
    if (error.code === 'ENOENT')
      throw new Refusal(fr`ce fichier n'existe pas. Vérifier son nom et le dossier où il est.`);
    throw error;
  };
  const there = await stat(path).catch(absent);
  if (there.isDirectory()) throw new Refusal(fr`c'est un dossier, pas un fichier. ` + what);
  // A pipe or a device: opening it could wait for ever.
  if (!there.isFile()) throw new Refusal(fr`ce n'est pas un fichier ordinaire. ` + what);
  const file = await open(path).catch(absent);
  try {
    const found = await file.stat();
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
