/** What the person at the terminal can mend: told in one French sentence, without a stack. */
export class UserError extends Error {}

/** What ends the account of errors that keep the site from being built. */
export const NOT_BUILT =
  'Le site n’a pas été refait\u00A0: corrigez d’abord ces erreurs. Le dernier site n’a pas bougé.';

const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'Le système refuse l’accès à ce fichier ou à ce dossier',
  EPERM: 'Le système refuse l’accès à ce fichier ou à ce dossier',
  EROFS: 'Ce dossier ne peut pas être modifié',
  ENOSPC: 'Il ne reste plus de place sur le disque',
  ENOTDIR: 'Ce chemin passe par un fichier, pas par un dossier',
  EEXIST: 'Autre chose tient déjà cette place',
  EISDIR: 'Un dossier tient la place de ce fichier',
  ENAMETOOLONG: 'Ce nom de fichier est trop long pour le système',
  EMFILE: 'Trop de fichiers sont ouverts à la fois',
};

/**
 * Runs a command; it exits with 1 when `work` gives false or fails. A stack is printed only for a fault of
 * ours, after a sentence that says so.
 */
export async function command(work: () => Promise<boolean>): Promise<void> {
  try {
    if (!(await work())) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    const { code = '', path = '' } = error as NodeJS.ErrnoException;
    const system = SYSTEM[code];
    if (error instanceof UserError) console.error(error.message);
    else if (system) console.error(`${system}\u00A0: ${path}`);
    else {
      console.error(
        'Le générateur a un défaut qui n’est pas dans vos textes. Transmettez ces lignes aux développeurs :',
      );
      console.error(error);
    }
  }
}
