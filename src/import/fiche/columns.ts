import type { Collection } from '#src/domain/collections.ts';

/** How a text becomes the value of a field. */
export type FieldKind =
  | 'texte'
  | 'phrase'
  | 'textes'
  | 'jour'
  | 'date'
  | 'annee'
  | 'code'
  | 'adresse'
  | 'acces'
  | 'mot'
  | 'mots'
  | 'equipe'
  | 'documents';

/** A field of a sheet that a person may fill in a table or at the head of a document. */
export interface FieldColumn {
  readonly champ: string;
  /** The name of its column, and of its line in a document. */
  readonly entete: string;
  /** Other names that people give it. */
  readonly autres: readonly string[];
  readonly kind: FieldKind;
}

const column = (champ: string, entete: string, kind: FieldKind, ...autres: string[]): FieldColumn => ({
  champ,
  entete,
  kind,
  autres,
});

/** Fields that both have. */
const THEMES = column(
  'themes',
  'Thèmes',
  'mots',
  'Thème',
  'Thématiques',
  'Thématique',
  'Sujets',
  'Rubriques',
);
const KEYWORDS = column(
  'mots_cles',
  'Mots-clés',
  'textes',
  'Mots clés',
  'Mot-clé',
  'Mots de recherche',
  'Étiquettes',
  'Tags',
);
const CODE = column('reference', 'Référence', 'code', 'Code', 'Code de référence', 'Référence documentaire');
const PUBLICATION = column(
  'publication',
  'Publication',
  'date',
  'Date de publication',
  'Mise en ligne',
  'Date de mise en ligne',
  'Parution',
);

/** The lines that may tell a story's identity sheet. A field of the schema that is neither here nor the editor's own fails a test. */
const HISTOIRE: readonly FieldColumn[] = [
  column('titre', 'Titre', 'texte', 'Titre du récit'),
  column('resume', 'Résumé', 'phrase', 'Chapeau', 'Chapô', 'Accroche', 'En bref', 'Présentation'),
  CODE,
  column(
    'equipe',
    'Équipe',
    'equipe',
    'Nom de l’équipe',
    'Maison de santé',
    'MSP',
    'Nom de la MSP',
    'Pôle de santé',
    'Structure',
    'Nom de la structure',
  ),
  column(
    'rencontre',
    'Date de la rencontre',
    'jour',
    'Rencontre',
    'Rencontre du',
    'Jour de la rencontre',
    'Date de la visite',
    'Visite',
    'Visite du',
    'Date de l’entretien',
    'Date',
  ),
  PUBLICATION,
  column(
    'participants',
    'Participants',
    'texte',
    'Professionnels',
    'Professionnels rencontrés',
    'Personnes rencontrées',
    'Personnes présentes',
    'Présents',
  ),
  column(
    'auteur',
    'Auteur',
    'texte',
    'Autrice',
    'Auteurs',
    'Rédaction',
    'Rédacteur',
    'Rédactrice',
    'Écrit par',
    'Rôle de l’auteur',
  ),
  column('scan', 'Année du Scan’équipe', 'annee', 'Scan’équipe', 'Scan équipe', 'Scan'),
  KEYWORDS,
  THEMES,
  column('leviers', 'Leviers', 'mots', 'Levier'),
  column('freins', 'Freins', 'mots', 'Frein', 'Obstacles', 'Difficultés'),
  column('benefices', 'Bénéfices', 'mots', 'Bénéfice'),
  column('motivations', 'Motivations', 'mots', 'Motivation'),
  column('actions', 'Actions', 'mots', 'Action'),
  column('outils', 'Outils', 'mots', 'Outil', 'Outils de la boîte', 'Boîte à outils'),
  column('accord', 'Accord de l’équipe', 'jour', 'Accord', 'Relu par l’équipe le', 'Date de l’accord'),
];

const OUTIL: readonly FieldColumn[] = [
  column('titre', 'Titre', 'texte', 'Nom', 'Nom de l’outil', 'Titre de l’outil', 'Outil', 'Intitulé'),
  column('resume', 'Résumé', 'phrase', 'Description', 'Descriptif', 'En bref', 'Présentation', 'Objet'),
  column('type', 'Type', 'mot', 'Type d’outil', 'Catégorie', 'Format', 'Nature'),
  THEMES,
  column('leviers', 'Leviers', 'mots', 'Levier', 'Aide pour', 'Aide à'),
  column('freins', 'Freins', 'mots', 'Frein', 'Obstacles', 'Répond à'),
  KEYWORDS,
  column('pour', 'Pour qui', 'textes', 'Pour', 'Public', 'Destinataires', 'À qui il sert', 'Cible'),
  CODE,
  column('annee', 'Année de parution', 'annee', 'Année', 'Parution', 'Date de parution', 'Créé en'),
  column(
    'relecture',
    'Date de relecture',
    'date',
    'Relecture',
    'Relu le',
    'Dernière relecture',
    'Mis à jour le',
    'Mise à jour',
    'Date de mise à jour',
  ),
  column('a_revoir', 'À revoir le', 'date', 'À revoir', 'À relire le', 'Prochaine relecture'),
  { ...PUBLICATION, autres: PUBLICATION.autres.filter((name) => name !== 'Parution') },
  column('acces', 'Accès', 'acces', 'Réservé à', 'Diffusion'),
  column(
    'fichiers',
    'Fichiers',
    'documents',
    'Fichier',
    'Documents',
    'Document',
    'Document à télécharger',
    'Nom du fichier',
  ),
  column('lien', 'Lien', 'adresse', 'Adresse', 'URL', 'Site', 'Lien internet', 'Adresse internet'),
  column(
    'obtention',
    'Comment l’obtenir',
    'phrase',
    'Obtention',
    'Où le trouver',
    'Disponible auprès de',
    'Pour l’obtenir',
  ),
  column('avec', 'Fait avec', 'textes', 'Avec', 'Partenaires', 'Partenaire', 'En partenariat avec'),
];

export const FIELD_COLUMNS = { histoires: HISTOIRE, outils: OUTIL } as const satisfies Partial<
  Record<Collection, readonly FieldColumn[]>
>;
export type SheetCollection = keyof typeof FIELD_COLUMNS;

/** What the editor alone decides, or what a table has no cell for. */
export const EDITOR_FIELDS: Readonly<Record<SheetCollection, readonly string[]>> = {
  histoires: ['photo', 'anciennes_adresses', 'demonstration', 'brouillon'],
  outils: ['consultations', 'anciennes_adresses', 'demonstration', 'brouillon'],
};
