import {
  type Axe,
  AXE_KEYS,
  AXE_NOTES,
  ageColumn,
  axisPath,
  type Colonne,
  inAxisOrder,
  presence,
  sizeColumn,
} from '#src/domain/axes.ts';
import { PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';
import { type Case, casesOf } from '#src/domain/matrix.ts';
import { getGrille, getHistoiresComptees, getLignesDePages, type Ligne, type Passage } from './analyse.ts';
import { type Equipe, getEquipes } from './equipes.ts';
import type { Histoire } from './histoires.ts';
import { once } from './memo.ts';
import { getOutils, type Outil } from './outils.ts';
import { getVocabulaire } from './vocabulaire.ts';

type CaseOf = Case<Histoire, Passage>;

/** A row with its cases, one for each column. */
export interface Rangee {
  readonly ligne: Ligne;
  /** « 2 récits sur 2 ». */
  readonly presence: string;
  readonly cases: readonly CaseOf[];
}

export interface Matrice {
  readonly axe: Axe;
  readonly colonnes: readonly (Colonne & { readonly histoires: readonly Histoire[] })[];
  readonly parts: readonly { readonly nature: PassageKind; readonly rangees: readonly Rangee[] }[];
  readonly note: string | undefined;
}

/** More stories than a screen can hold side by side have no columns: each row then leads to its own page. */
const MOST_STORIES = 12;

/** The columns that a story stands in. */
function columnsOf(axe: Axe, { id, titre, equipe, themes, scan, rencontre }: Histoire): Colonne[] {
  switch (axe) {
    case 'histoire':
      return [{ cle: id, nom: titre }];
    case 'theme':
      return themes.map(({ cle, nom }) => ({ cle, nom }));
    case 'forme':
      return [{ cle: equipe.forme.cle, nom: equipe.forme.nom }];
    case 'departement':
      return [{ cle: equipe.departement.code, nom: equipe.departement.nom }];
    case 'taille':
      return [sizeColumn(scan.personnes)];
    case 'age':
      return [ageColumn(equipe.creation ?? equipe.reconnaissance, rencontre)];
  }
}

interface Axis {
  readonly colonnes: Matrice['colonnes'];
  /** Keys of the columns of each story. */
  readonly cles: ReadonlyMap<Histoire, readonly string[]>;
}

/** Columns of an axis that hold a story; those of a closed list in its order. */
async function readAxis(axe: Axe): Promise<Axis> {
  const [histoires, { themes, formes }] = await Promise.all([getHistoiresComptees(), getVocabulaire()]);
  const members = new Map<string, Colonne & { histoires: Histoire[] }>();
  const cles = new Map<Histoire, string[]>();
  for (const histoire of histoires) {
    const columns = columnsOf(axe, histoire);
    cles.set(
      histoire,
      columns.map(({ cle }) => cle),
    );
    for (const { cle, nom } of columns) {
      const column = members.get(cle) ?? { cle, nom, histoires: [] };
      column.histoires.push(histoire);
      members.set(cle, column);
    }
  }
  const list = axe === 'theme' ? themes : axe === 'forme' ? formes : members;
  const columns = [...list.keys()].flatMap((cle) => members.get(cle) ?? []);
  return { colonnes: inAxisOrder(axe, columns), cles };
}

const AXIS = Object.fromEntries(AXE_KEYS.map((axe) => [axe, once(() => readAxis(axe))])) as Record<
  Axe,
  () => Promise<Axis>
>;

const casesOn = ({ cles }: Axis, columns: Axis['colonnes'], stories: readonly Histoire[], ligne: Ligne) =>
  casesOf(
    columns.map(({ cle }) => cle),
    stories,
    (story) => cles.get(story) ?? [],
    ligne.passages,
  );

/** Every row of the reading grid by the columns of an axis. */
async function getMatrice(axe: Axe): Promise<Matrice> {
  const [grille, histoires, axis] = await Promise.all([getGrille(), getHistoiresComptees(), AXIS[axe]()]);
  const colonnes = axe === 'histoire' && axis.colonnes.length > MOST_STORIES ? [] : axis.colonnes;
  const parts = (Object.keys(PASSAGE_KINDS) as PassageKind[]).map((nature) => ({
    nature,
    rangees: grille[nature].map((ligne) => ({
      ligne,
      presence: presence(ligne.histoires.length, histoires.length),
      cases: casesOn(axis, colonnes, histoires, ligne),
    })),
  }));
  return { axe, colonnes, parts, note: AXE_NOTES[axe] };
}

/** The matrix once for each axis, and the last part of its address. */
export const getMatrices = () =>
  Promise.all(AXE_KEYS.map(async (axe) => ({ chemin: axisPath(axe), matrice: await getMatrice(axe) })));

/** Where the passages of one case are read. */
export const hrefOfCase = (axe: Axe, ligne: Ligne, colonne: string): string =>
  `${ligne.href}${axisPath(axe)}#${axe}-${colonne}`;

/** Passages of a row under the column that they stand in. */
export interface Groupe {
  readonly ancre: string;
  readonly nom: string;
  readonly presence: string;
  readonly passages: readonly Passage[];
}

export interface PageDeLigne {
  readonly liste: string;
  readonly sorte: PassageKind;
  /** What a row of this sort is, in words. */
  readonly nature: string;
  readonly ligne: Ligne;
  readonly axe: Axe;
  readonly chemin: string;
  readonly presence: string;
  readonly groupes: readonly Groupe[];
  /** Tools that help to pull this lever, or answer this obstacle. */
  readonly outils: readonly Outil[];
  /** Teams whose stories hold a passage. */
  readonly equipes: readonly Equipe[];
}

/** A page for each row of the grid, and one for each way to group its passages. */
export const getPagesDeLignes = once(async (): Promise<PageDeLigne[]> => {
  const [lignes, histoires, outils, equipes] = await Promise.all([
    getLignesDePages(),
    getHistoiresComptees(),
    getOutils(),
    getEquipes(),
  ]);
  const axes = await Promise.all(AXE_KEYS.map(async (axe) => ({ axe, axis: await AXIS[axe]() })));
  return lignes.flatMap(({ liste, sorte, nature, ligne }) => {
    const { cle } = ligne.terme;
    const inRow = new Set(ligne.histoires.map(({ equipe }) => equipe.id));
    const common = {
      liste,
      sorte,
      nature,
      ligne,
      presence: presence(ligne.histoires.length, histoires.length),
      outils: outils.filter(
        (outil) => (liste === 'leviers' || liste === 'freins') && outil[liste].includes(cle),
      ),
      equipes: equipes.filter(({ id }) => inRow.has(id)),
    };
    return axes
      .filter(({ axe }) => axe === 'histoire' || ligne.passages.length > 0)
      .map(({ axe, axis }) => ({
        ...common,
        axe,
        chemin: axisPath(axe),
        groupes: casesOn(axis, axis.colonnes, histoires, ligne).flatMap(
          ({ colonne, histoires: some, sur, passages }, rank) =>
            passages.length === 0
              ? []
              : [
                  {
                    ancre: `${axe}-${colonne}`,
                    nom: axis.colonnes[rank]?.nom ?? colonne,
                    presence: presence(some.length, sur),
                    passages,
                  },
                ],
        ),
      }));
  });
});

/** What one story brings to one row: its first place in the text, and who else says it. */
export interface Apport {
  readonly nature: PassageKind;
  readonly ligne: Pick<Ligne, 'terme' | 'href'>;
  readonly passages: readonly Passage[];
  /** Other stories that hold a passage of this row. */
  readonly autres: number;
}

const apports = once(async () => {
  const grille = await getGrille();
  const found = new Map<Histoire, Apport[]>();
  for (const nature of Object.keys(PASSAGE_KINDS) as PassageKind[])
    for (const ligne of grille[nature])
      for (const [histoire, passages] of Map.groupBy(ligne.passages, (passage) => passage.histoire)) {
        const own = found.get(histoire) ?? [];
        // The row without the other stories: this one's page does not change with them.
        const { terme, href, histoires } = ligne;
        own.push({ nature, ligne: { terme, href }, passages, autres: histoires.length - 1 });
        found.set(histoire, own);
      }
  return found;
});

/** What a story brings to the analysis, in the order of the grid. */
export const getApports = async (histoire: Histoire): Promise<readonly Apport[]> =>
  (await apports()).get(histoire) ?? [];
