import { describe, fieldAt } from '#src/checks/fields.ts';
import { professionsOf } from '#src/checks/professions.ts';
import type { Contenu } from '#src/checks/contenu.ts';
import { fr, french } from '#src/checks/text.ts';
import { toCsv } from '#src/domain/csv.ts';
import { equipeSchema } from '#src/schemas/equipe.ts';
import { plainTools } from '#src/schemas/fields.ts';
import { type ColumnKind, type ScanColumn, scanColumns } from '#src/schemas/scan-columns.ts';
import { ScanSchema } from '#src/schemas/scan.ts';
import { forForm } from './sheet-words.ts';
import { writeTemplateXlsx } from './template-xlsx.ts';
import type { NewFile } from '#src/files/write-files.ts';

/** A column of the template: its header and what helps to fill it. */
export interface TemplateColumn {
  readonly kind: ColumnKind;
  readonly header: string;
  readonly help: string;
}

/** What opens the row of explanations, by which the import knows it and leaves it aside. */
export const EXPLANATION = '(Explications)';

export function isExplanation(teamCell: string): boolean {
  return teamCell.startsWith(EXPLANATION);
}

const EMPTY = fr` Vide : pas de réponse.`;
const HELP: Readonly<Record<ColumnKind, string>> = {
  equipe: fr`${EXPLANATION} Nom de l'équipe. Une ligne par équipe. Cette ligne d'explications peut rester : elle n'est pas lue.`,
  annee: fr`Quatre chiffres.`,
  jour: fr`Un jour : 05/03/2026.` + EMPTY,
  date: fr`Une année (2019), un mois (12/2019) ou un jour (05/03/2019).` + EMPTY,
  compte: fr`Un nombre entier, en chiffres ; 0 s'il n'y en a pas.` + EMPTY,
  'oui-non': fr`oui ou non.` + EMPTY,
  heures: fr`« 14 », ou deux bornes : « 10 à 15 ».` + EMPTY,
  texte: fr`Sur une seule ligne.` + EMPTY,
  phrase: fr`Une phrase ou deux.` + EMPTY,
  liste: fr`Un par ligne (Alt + Entrée), ou séparés par « ; ». « aucun » s'il n'y en a pas.` + EMPTY,
  metiers: fr`Noms de métiers, séparés par « ; ».` + EMPTY,
  composition: fr`Pour un métier dont on précise quelque chose, à la place de ses deux colonnes ; un par ligne : « … : 4 | 2 signataires | note : ce qu'il faut savoir », les points tenant la place du métier. Après les barres, tout est facultatif.`,
  sites:
    fr`Un lieu par ligne, le principal en premier : « Nom | Commune | qui s'y trouve ». « aucun » s'il n'y en a pas.` +
    EMPTY,
  structures:
    fr`Une par ligne : « SISA : 1 | 31 membres | depuis 2012 | métiers : infirmier, pharmacien | objet : ce qu'elle fait ». Après le nom, tout est facultatif. « aucune » s'il n'y en a pas.` +
    EMPTY,
};

/** Kinds whose help says all: the field's own description speaks of files. */
const SELF_EXPLAINED: readonly ColumnKind[] = ['equipe', 'annee', 'composition'];

function descriptionOf({ champ, kind }: ScanColumn): string {
  if (SELF_EXPLAINED.includes(kind)) return '';
  const [first = '', second, third = 'nombre'] = champ.split('.');
  const field =
    first === 'equipe' && second !== undefined
      ? fieldAt(equipeSchema(plainTools), [second])
      : first === 'composition'
        ? fieldAt(ScanSchema, ['composition', 0, third])
        : fieldAt(ScanSchema, champ.split('.'));
  return `${forForm(describe(field))} `;
}

/** The columns of the form's template, for the professions of the publication. */
export function templateColumns(contenu: Pick<Contenu, 'vocabulaires'>): TemplateColumn[] {
  return scanColumns(professionsOf(contenu)).map((column) => ({
    kind: column.kind,
    header: french(column.entete),
    help: descriptionOf(column) + HELP[column.kind],
  }));
}

/** The form to fill, in both kinds: headers, then a row of explanations. */
export async function templateFiles(contenu: Pick<Contenu, 'vocabulaires'>): Promise<NewFile[]> {
  const columns = templateColumns(contenu);
  const rows = [columns.map(({ header }) => header), columns.map(({ help }) => help)];
  return [
    { path: 'formulaire-scan-equipe.csv', content: toCsv(rows) },
    { path: 'formulaire-scan-equipe.xlsx', content: await writeTemplateXlsx(columns) },
  ];
}
