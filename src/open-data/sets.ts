import { type Contenus, nameIn } from './contenus.ts';
import type { Jeu } from './jeu.ts';
import { compositionOf, equipesOf, scansOf } from './team-sets.ts';
import { analyseOf, outilsOf, vocabulairesOf } from './text-sets.ts';

/** Every set of open data, in the order of the page. */
export function jeuxOf(contenus: Contenus): Jeu[] {
  const nameOf = nameIn(contenus);
  return [equipesOf, scansOf, compositionOf, outilsOf, analyseOf, vocabulairesOf].map((make) =>
    make(contenus, nameOf),
  );
}
