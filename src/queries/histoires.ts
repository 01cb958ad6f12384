import { type CollectionEntry, getCollection } from 'astro:content';
import { addressOf } from '#src/domain/collections.ts';
import { byMostRecent } from '#src/domain/dates.ts';
import { type ReferenceCode, parseReferenceCode } from '#src/domain/reference-code.ts';
import { type Equipe, getEquipe } from './equipes.ts';
import { found, once } from './memo.ts';
import { getOutils, type Outil } from './outils.ts';
import { getPublication } from './publication.ts';
import type { Scan } from './scans.ts';
import { getTermes, type Terme } from './vocabulaire.ts';

type Data = CollectionEntry<'histoires'>['data'];

export interface Histoire extends Omit<Data, 'equipe' | 'scan' | 'themes' | 'outils'> {
  readonly id: string;
  readonly href: string;
  readonly entry: CollectionEntry<'histoires'>;
  readonly equipe: Equipe;
  /** The answers that give the identity sheet. */
  readonly scan: Scan;
  readonly themes: readonly Terme<'themes'>[];
  readonly outils: readonly Outil[];
  readonly code: ReferenceCode;
  readonly format: string;
  /** « Il était une fois… ». */
  readonly ouverture: string | undefined;
}

/** Every online story with its team, sheet, themes and tools, the most recent first. */
export const getHistoires = once(async (): Promise<Histoire[]> => {
  const [{ formats }, outils] = await Promise.all([getPublication(), getOutils()]);
  const entries = await getCollection('histoires');
  const rankOf = new Map(outils.map(({ id }, rank) => [id, rank]));
  const histoires = await Promise.all(
    entries.map(async (entry) => {
      const { data, id } = entry;
      const equipe = await getEquipe(data.equipe);
      const year = data.scan ?? Number(data.rencontre.slice(0, 4));
      const code = found(parseReferenceCode(data.reference), data.reference);
      const format = found(formats[code.format], code.format);
      return {
        ...data,
        id,
        entry,
        href: found(addressOf('histoires', id), id),
        equipe,
        scan: found(
          equipe.scans.find((scan) => scan.annee === year),
          `scan ${year} de ${data.equipe}`,
        ),
        themes: await getTermes('themes', data.themes),
        outils: [...new Set(data.outils)]
          .flatMap((one) => rankOf.get(one) ?? [])
          .toSorted((a, b) => a - b)
          .flatMap((rank) => outils[rank] ?? []),
        code,
        format: format.nom,
        ouverture: format.ouverture,
      };
    }),
  );
  return histoires.toSorted((a, b) => byMostRecent(a.publication, b.publication));
});

const getHistoiresByOutil = once(async () =>
  Map.groupBy(
    (await getHistoires()).flatMap((histoire) => histoire.outils.map(({ id }) => ({ id, histoire }))),
    ({ id }) => id,
  ),
);

/** The stories where a tool served. */
export async function getHistoiresOf(outil: Outil): Promise<Histoire[]> {
  return ((await getHistoiresByOutil()).get(outil.id) ?? []).map(({ histoire }) => histoire);
}

const getHistoiresByEquipe = once(async () => Map.groupBy(await getHistoires(), ({ equipe }) => equipe.id));

/** A team's stories. */
export async function getHistoiresDe(equipe: Equipe): Promise<Histoire[]> {
  return (await getHistoiresByEquipe()).get(equipe.id) ?? [];
}
