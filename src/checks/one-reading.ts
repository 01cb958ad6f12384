import { type Contenu, readContenu } from './contenu.ts';

/** Astro loads its configuration and its collections as modules of their own: they meet the build here. */
const shared = globalThis as typeof globalThis & { lectureDuContenu?: Contenu | undefined };

/**
 * Makes a build's check, configuration and collections speak of the same files, read once, however the folder changes
 * meanwhile.
 * @returns ends it
 */
export function shareReading(contenu: Contenu): () => void {
  shared.lectureDuContenu = contenu;
  return () => {
    shared.lectureDuContenu = undefined;
  };
}

/** The folder as the build under way has read it, or read now when none is. */
export async function sharedContenu(dir: string): Promise<Contenu> {
  const known = shared.lectureDuContenu;
  return known?.dir === dir ? known : readContenu(dir);
}
