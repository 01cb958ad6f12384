import type { Contenu } from '#src/checks/contenu.ts';
import { describe, fieldAt } from '#src/checks/fields.ts';
import { fr } from '#src/checks/text.ts';
import { FIELD_COLUMNS, type FieldKind } from '#src/import/fiche/columns.ts';
import { namesOf } from '#src/import/fiche/read.ts';
import { toCsv } from '#src/domain/csv.ts';
import { EXPLANATION, type TemplateColumn } from '#src/import/template.ts';
import { writeTemplateXlsx } from '#src/import/template-xlsx.ts';
import { TOOL_PARTS } from '#src/drafts/outil.ts';
import type { NewFile } from '#src/files/write-files.ts';
import type { ColumnKind } from '#src/schemas/scan-columns.ts';
import { TEXT_COLUMNS } from './text.ts';
import { OutilSchema } from '#src/schemas/outil.ts';

/** How wide a column is, and whether its cells are text. */
const KINDS: Readonly<Record<FieldKind, ColumnKind>> = {
  texte: 'texte',
  phrase: 'phrase',
  textes: 'liste',
  jour: 'date',
  date: 'date',
  annee: 'annee',
  code: 'texte',
  adresse: 'texte',
  acces: 'texte',
  mot: 'texte',
  mots: 'liste',
  equipe: 'texte',
  documents: 'liste',
};

/** The columns of the list of tools, with what helps to fill them. */
function columns(contenu: Contenu): TemplateColumn[] {
  const lists: Readonly<Record<string, string>> = {
    type: 'types-outils',
    themes: 'themes',
    leviers: 'leviers',
    freins: 'freins',
  };
  const fields = FIELD_COLUMNS.outils.map(({ champ, entete, kind }): TemplateColumn => {
    const list = lists[champ];
    const help = [
      champ === 'titre'
        ? fr`${EXPLANATION} Une ligne par outil. Cette ligne d'explications peut rester : elle n'est pas lue.`
        : '',
      forTable(describe(fieldAt(OutilSchema, [champ]))),
      list === undefined ? '' : fr`Possibles : ${namesOf(contenu, list)}.`,
      ['mots', 'textes', 'documents'].includes(kind) ? fr`S'il y en a plusieurs, les séparer par « ; ».` : '',
    ];
    return { kind: KINDS[kind], header: entete, help: help.filter((text) => text !== '').join(' ') };
  });
  const texts = TEXT_COLUMNS.map(({ entete }, index): TemplateColumn => ({
    kind: 'phrase',
    header: entete,
    help:
      index === 0
        ? fr`Tout le texte de la fiche, en phrases ; ou bien, partie par partie, dans les colonnes suivantes.`
        : (TOOL_PARTS[index - 1]?.[1] ?? ''),
  }));
  return [...fields, ...texts];
}

/** A sentence of the schema, without what only who writes YAML needs. */
const forTable = (sentence: string): string =>
  sentence
    .replace(/,? clés? de vocabulaire\/[a-z-]+\.yaml/g, '')
    .replace(/\u00A0: AAAA-MM-JJ ou AAAA-MM/, fr` : 22/11/2026 ou 11/2026`);

/** The list of tools to fill, in both kinds: titles, then a row of explanations. */
export async function toolTemplateFiles(contenu: Contenu): Promise<NewFile[]> {
  const all = columns(contenu);
  return [
    {
      path: 'liste-outils.csv',
      content: toCsv([all.map(({ header }) => header), all.map(({ help }) => help)]),
    },
    { path: 'liste-outils.xlsx', content: await writeTemplateXlsx(all, [], fr`Outils`) },
  ];
}
