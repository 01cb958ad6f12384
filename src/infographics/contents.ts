import type { Said } from '#src/domain/said.ts';

/** What frames an infographic, whatever it is about. */
export interface Contents {
  /** « Scan’équipe ». */
  readonly surtitre: string;
  readonly edition: Said;
  readonly titre: Said;
  /** Lines under the title, each with its icon. */
  readonly sousTitres: readonly { readonly icone: string; readonly texte: Said }[];
  /** Why not to trust it as it stands: « Démonstration : réponses inventées ». */
  readonly reserve?: string | undefined;
  /** The most important first; a format shows as many as it holds. */
  readonly chiffres: readonly Chiffre[];
  readonly pied: readonly Said[];
  /** Address of the page that says the same in text. */
  readonly adresse: string;
}

export interface Chiffre {
  readonly valeur: Said;
  readonly libelle: string;
}

/** A card of answers. */
export interface Bloc {
  readonly cle: string;
  readonly titre: Said;
  /** Of healthicons. */
  readonly icone: string;
  readonly lignes: readonly Ligne[];
}

export interface Ligne {
  /** In bold, when the line has a name of its own. */
  readonly tete?: Said | undefined;
  readonly texte?: Said | undefined;
  /** In small. */
  readonly detail?: Said | undefined;
}

export interface Famille {
  readonly cle: string;
  readonly nom: string;
  readonly court: string;
  readonly total: Said;
  readonly nombre: number;
  readonly lignes: readonly Metier[];
}

export interface Metier {
  readonly nom: Said;
  readonly nombre: number;
  readonly valeur: Said;
  readonly pictogramme?: string | undefined;
  readonly detail?: Said | undefined;
}

/** What a team's infographic says, before any layout: the same for each format, for the page and for its text. */
export interface ScanContents extends Contents {
  readonly blocs: readonly Bloc[];
  readonly titreComposition: string;
  readonly phrase?: Said | undefined;
  readonly familles: readonly Famille[];
  /** Questions that have no answer. */
  readonly sansReponse: readonly string[];
}
