import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { type CollectionEntry, getCollection } from 'astro:content';
import { addressOf, addressOfTerm } from '#src/domain/collections.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { today } from '#src/domain/dates.ts';
import { byFrenchOrder, capitalised, formatBytes } from '#src/domain/french.ts';
import { aRevoirLe, inOrder, nouveauteTest, parution, rangement } from '#src/domain/outils.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { documentName, slugify } from '#src/domain/slugs.ts';
import { found, once } from './memo.ts';
import { getPublication } from './publication.ts';
import { getTerme, getTermes, type Terme } from './vocabulaire.ts';

export interface Fichier {
  /** As published. */
  readonly nom: string;
  readonly href: string;
  /** « ODS ». */
  readonly format: string;
  readonly octets: number;
  /** « 88 ko ». */
  readonly poids: string;
  /** Path on disk. */
  readonly chemin: string;
}

export interface Outil extends Omit<CollectionEntry<'outils'>['data'], 'type' | 'themes' | 'fichiers'> {
  readonly id: string;
  readonly href: string;
  readonly entry: CollectionEntry<'outils'>;
  readonly type: Terme<'types-outils'>;
  readonly themes: readonly Terme<'themes'>[];
  readonly fichiers: readonly Fichier[];
  /** Put online lately; see `nouveauteTest`. */
  readonly nouveau: boolean;
}

/** A file's path as it stands on disk, where its accents may be written in two parts (« e » and its accent). */
async function onDisk(path: string): Promise<string> {
  const names = await readdir(dirname(path));
  const wanted = basename(path).normalize('NFC');
  return join(dirname(path), names.find((name) => name.normalize('NFC') === wanted) ?? wanted);
}

async function readFichier(name: string, sheet: string): Promise<Fichier> {
  const chemin = await onDisk(join(dirname(sheet), name));
  const { size } = await stat(chemin);
  const nom = documentName(name);
  return {
    nom,
    href: `/boite-a-outils/fichiers/${nom}`,
    format: extname(nom).slice(1).toUpperCase(),
    octets: size,
    poids: formatBytes(size),
    chemin: relative(contentDir(), chemin),
  };
}

/** Every online tool with its type, themes and files, in French alphabetical order. */
export const getOutils = once(async (): Promise<Outil[]> => {
  const entries = await getCollection('outils');
  const isNew = nouveauteTest(entries.map(({ data }) => data).filter((data) => isOnline(data)));
  const outils = await Promise.all(
    entries.map(async (entry) => ({
      ...entry.data,
      id: entry.id,
      entry,
      href: found(addressOf('outils', entry.id), entry.id),
      type: await getTerme('types-outils', entry.data.type),
      themes: await getTermes('themes', entry.data.themes),
      fichiers: await Promise.all(
        entry.data.fichiers.map((name) =>
          readFichier(name, join(process.cwd(), found(entry.filePath, entry.id))),
        ),
      ),
      nouveau: isNew(entry.data),
    })),
  );
  return outils.toSorted((a, b) => byFrenchOrder(a.titre, b.titre));
});

/** Tools of the same first theme as another, in order. */
export interface Voisins {
  readonly precedent: Outil | undefined;
  readonly suivant: Outil | undefined;
  /** The first ones. */
  readonly autres: readonly Outil[];
}
/** How many tools of its theme a sheet shows. */
const SHOWN = 4;

/** The neighbours of each tool. */
export const getVoisins = once(async (): Promise<ReadonlyMap<Outil, Voisins>> => {
  const byTheme = Map.groupBy(await getOutils(), ({ themes: [first] }) => first?.cle);
  return new Map(
    [...byTheme.values()].flatMap((outils) =>
      outils.map((outil, index) => [
        outil,
        {
          precedent: outils[index - 1],
          suivant: outils[index + 1],
          autres: outils
            .slice(0, SHOWN + 1)
            .filter((other) => other !== outil)
            .slice(0, SHOWN),
        },
      ]),
    ),
  );
});

/** The most viewed tools of the latest year that has a ranking. */
export const getPlusConsultes = once(async () => {
  const ranked = (await getOutils()).flatMap((outil) =>
    outil.consultations.map(({ annee, rang }) => ({ outil, annee, rang })),
  );
  const annee = Math.max(...ranked.map((entry) => entry.annee), 0);
  return {
    annee,
    rangs: ranked.filter((entry) => entry.annee === annee).toSorted((a, b) => a.rang - b.rang),
  };
});

/** How many new tools the feed announces. */
const ANNOUNCED = 20;

/** The tools that the feed announces, the newest first; one whose sheet says not when it appeared is not announced. */
export const getNouveautes = once(async () => {
  const dated = (await getOutils()).filter((outil) => isOnline(outil) && parution(outil) !== undefined);
  return inOrder(
    dated.map((outil) => ({ outil, ...rangement(outil) })),
    'nouveautes',
  )
    .slice(0, ANNOUNCED)
    .map(({ outil }) => outil);
});

/** Every sheet with the day from which to read it again, the soonest first: for the editor's preview alone. */
export async function getARevoir() {
  const { relecture_mois: mois } = (await getPublication()).boite_a_outils;
  const fiches = (await getOutils())
    .map((outil) => ({ outil, jour: aRevoirLe(outil, mois) }))
    .toSorted((a, b) => (a.jour < b.jour ? -1 : 1));
  const jour = today();
  return {
    mois,
    enRetard: fiches.filter((fiche) => fiche.jour <= jour),
    aVenir: fiches.filter((fiche) => fiche.jour > jour),
  };
}

/** Those whom a tool serves: « Élus » and « élus » are the same ones; what has no letter names nobody. */
export const publicsOf = ({ pour }: Outil): { cle: string; nom: string }[] =>
  pour.map((nom) => ({ cle: slugify(nom), nom: capitalised(nom) })).filter(({ cle }) => cle !== '');

/** Levers that a tool helps to pull and obstacles that it answers, with their pages; what it has none of is left out. */
export async function getReperes({ leviers, freins }: Outil) {
  const liens = async (liste: 'leviers' | 'freins', cles: readonly string[]) =>
    (await getTermes(liste, cles)).map(({ cle, nom }) => ({
      nom,
      href: found(addressOfTerm(liste, cle), cle),
    }));
  return [
    { nature: 'Aide pour', liens: await liens('leviers', leviers) },
    { nature: 'Répond à', liens: await liens('freins', freins) },
  ].filter((repere) => repere.liens.length > 0);
}
