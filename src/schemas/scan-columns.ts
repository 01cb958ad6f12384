import type { Scan } from './scan.ts';

/** How a cell of the form is read; each kind has its reader in `src/import` and its word of help in the template. */
export type ColumnKind =
  | 'equipe'
  | 'annee'
  | 'jour'
  | 'date'
  | 'compte'
  | 'oui-non'
  | 'heures'
  | 'texte'
  | 'phrase'
  | 'liste'
  | 'metiers'
  | 'composition'
  | 'sites'
  | 'structures';

/** One column of the form: where its answers go, and the header by which it is known. */
export interface ScanColumn {
  /** The field's path, « aci.signe »; « composition.infirmier » for a profession; « equipe.creation » for the team's file. */
  readonly champ: string;
  readonly entete: string;
  readonly kind: ColumnKind;
  /** Fields that one line of the cell holds, for a list of groups. */
  readonly parts?: readonly string[];
}

/** What the editor alone decides: no question of the form fills these fields. */
export const EDITOR_FIELDS = [
  'source',
  'demonstration',
  'brouillon',
] as const satisfies readonly (keyof Scan)[];

/** What the open data say of each scan besides its answers: an import knows these columns, and leaves them aside. */
export const EXPORTED_BESIDE = [
  'identifiant',
  'page',
  'equipe_nom',
  'personnes',
  'licence',
  ...EDITOR_FIELDS,
] as const;

/** Every question of the form, in the order of the schema. A field of the schema that is not here fails a test. */
export const SCAN_COLUMNS: readonly ScanColumn[] = [
  { champ: 'equipe', entete: 'Équipe', kind: 'equipe' },
  { champ: 'annee', entete: 'Année des réponses', kind: 'annee' },
  { champ: 'date', entete: 'Date de remplissage', kind: 'jour' },
  {
    champ: 'composition',
    entete: 'Composition en une case',
    kind: 'composition',
    parts: ['profession', 'nombre', 'signataires', 'note'],
  },
  { champ: 'sites', entete: 'Sites', kind: 'sites', parts: ['nom', 'commune', 'note'] },
  {
    champ: 'structures',
    entete: 'Structures juridiques',
    kind: 'structures',
    parts: ['type', 'nombre', 'membres', 'depuis', 'professions', 'objet'],
  },
  { champ: 'aci.signe', entete: 'ACI signé', kind: 'oui-non' },
  { champ: 'aci.depuis', entete: 'ACI signé depuis', kind: 'date' },
  { champ: 'protocoles', entete: 'Protocoles écrits en équipe', kind: 'liste' },
  { champ: 'prevention', entete: 'Actions de prévention', kind: 'liste' },
  { champ: 'etp', entete: 'Groupes d’éducation thérapeutique', kind: 'liste' },
  { champ: 'rcp.tenues', entete: 'RCP tenues', kind: 'oui-non' },
  { champ: 'rcp.par_an', entete: 'Combien de RCP dans l’année', kind: 'compte' },
  { champ: 'stagiaires.accueil', entete: 'Stagiaires accueillis', kind: 'oui-non' },
  { champ: 'stagiaires.professions', entete: 'Stagiaires : de quels métiers', kind: 'metiers' },
  { champ: 'usagers.associes', entete: 'Usagers associés', kind: 'oui-non' },
  { champ: 'usagers.comment', entete: 'Usagers associés : de quelle façon', kind: 'texte' },
  { champ: 'cpts.membre', entete: 'Membre d’une CPTS', kind: 'oui-non' },
  { champ: 'cpts.nom', entete: 'CPTS : laquelle', kind: 'texte' },
  { champ: 'coordination.personnes', entete: 'Nombre de personnes qui coordonnent', kind: 'compte' },
  { champ: 'coordination.binome', entete: 'Coordination à deux (binôme)', kind: 'oui-non' },
  { champ: 'coordination.heures_par_semaine', entete: 'Coordination : heures par semaine', kind: 'heures' },
  { champ: 'coordination.formation_pacte', entete: 'Une personne formée (PACTE)', kind: 'oui-non' },
  { champ: 'coordination.aussi_soignants', entete: 'Qui coordonne soigne aussi', kind: 'oui-non' },
  { champ: 'coordination.description', entete: 'Coordination : en une phrase', kind: 'phrase' },
  { champ: 'gouvernance', entete: 'Comment l’équipe décide', kind: 'phrase' },
  { champ: 'logiciel.partage', entete: 'Logiciel partagé', kind: 'oui-non' },
  { champ: 'logiciel.nom', entete: 'Logiciel partagé : lequel', kind: 'texte' },
  { champ: 'patients', entete: 'Patients suivis dans l’année', kind: 'compte' },
  { champ: 'perspectives', entete: 'Ce que l’équipe veut faire ensuite', kind: 'liste' },
];

/** Questions whose answers belong to the team's own file: compared with it, never written. */
export const TEAM_COLUMNS: readonly ScanColumn[] = [
  { champ: 'equipe.creation', entete: 'Création de l’équipe', kind: 'date' },
  { champ: 'equipe.reconnaissance', entete: 'Reconnaissance de l’équipe', kind: 'date' },
];

export interface NamedProfession {
  readonly cle: string;
  readonly nom: string;
}

/** The two columns of each profession of the publication: how many people, how many signatories. */
function professionColumns(professions: readonly NamedProfession[]): ScanColumn[] {
  return professions.flatMap(({ cle, nom }) => {
    const name = nom.charAt(0).toLocaleUpperCase('fr') + nom.slice(1);
    return [
      { champ: `composition.${cle}`, entete: `${name} (nombre)`, kind: 'compte' },
      { champ: `composition.${cle}.signataires`, entete: `${name} (signataires)`, kind: 'compte' },
    ];
  });
}

/** All the columns that the form may have, in the order of the template; professions come from the vocabulary. */
export function scanColumns(professions: readonly NamedProfession[]): ScanColumn[] {
  return SCAN_COLUMNS.flatMap((column) => {
    if (column.champ === 'composition') return [...professionColumns(professions), column];
    return column.champ === 'date' ? [column, ...TEAM_COLUMNS] : [column];
  });
}
